// Ten beliefs: a guess, how sure, and then what is known. Nothing is counted.
import { announce, build, fillIn, listen, store, wake } from "./common.js";

const picked = (card, name) => card.querySelector(`[data-name="${name}"]:checked`)?.value ?? "";

/** Say what is known and, without a verdict on anyone, how that compares. */
function explain(card, answer, words) {
  const status = card.querySelector(".cc-feedback");
  if (!answer) {
    status.replaceChildren();
    return;
  }
  const found = document.createElement("p");
  const known = card.querySelector("[data-found]");
  found.append(...[...known.childNodes].map((node) => node.cloneNode(true)));
  const compared = document.createElement("p");
  const [yours] = answer;
  compared.textContent =
    yours === card.dataset.answer ? words.same : fillIn(words.other, { yours: words[yours] });
  status.replaceChildren(found, compared);
}

/** Bring the self-check to life; returns what puts it back to sleep. */
export function selfCheck(root, model) {
  const stopped = new AbortController();
  const { signal } = stopped;
  const words = model.get("words");
  const cards = [...root.querySelectorAll("[data-belief]")];
  const button = (name) => root.querySelector(`:scope > .cc-buttons [data-do="${name}"]`);
  const status = root.querySelector('[data-part="status"]');
  const answers = () => model.get("answers") ?? {};

  /** Tell the progress panel, which keeps the answers only if it was asked to remember. */
  const tell = () => {
    const detail = { which: model.get("which"), answers: answers() };
    document.dispatchEvent(new CustomEvent("course:self-check", { detail }));
  };
  const show = () => {
    const position = model.get("position");
    cards.forEach((card, i) => {
      card.hidden = i !== position;
      const answer = answers()[card.dataset.belief];
      explain(card, answer, words);
      for (const radio of card.querySelectorAll("input")) {
        if (answer) radio.checked = answer.includes(radio.value);
      }
    });
    button("previous").disabled = position === 0;
    button("next").disabled = position === cards.length - 1;
  };
  const set = (values) => {
    store(model, "answers", values);
    tell();
  };
  const move = (step) => {
    announce(status, "");
    store(model, "position", model.get("position") + step);
    cards[model.get("position")].focus();
  };
  const clear = (card) => {
    for (const radio of card.querySelectorAll("input")) radio.checked = false;
  };

  for (const card of cards) {
    const on = (name, react) =>
      card.querySelector(`[data-do="${name}"]`).addEventListener("click", react, { signal });
    on("check", () => {
      const answer = picked(card, "answer");
      if (!answer) announce(card.querySelector(".cc-feedback"), words.choose_first);
      else set({ ...answers(), [card.dataset.belief]: [answer, picked(card, "sure")] });
    });
    on("again", () => {
      const { [card.dataset.belief]: _, ...others } = answers();
      set(others);
      clear(card);
      announce(card.querySelector(".cc-feedback"), "");
      card.querySelector("input").focus();
    });
  }
  const act = {
    previous: () => move(-1),
    next: () => move(1),
    forget: () => {
      set({});
      cards.forEach(clear);
      for (const card of cards) announce(card.querySelector(".cc-feedback"), "");
      announce(status, words.forgotten);
    },
  };
  for (const [name, react] of Object.entries(act)) {
    button(name).addEventListener("click", react, { signal });
  }
  document.addEventListener(
    "course:progress",
    ({ detail }) => {
      const kept = detail[model.get("which")];
      if (kept && Object.keys(answers()).length === 0) store(model, "answers", kept);
    },
    { signal },
  );
  for (const name of ["position", "answers"]) listen(model, name, show, signal);
  if (model.get("answers") === undefined) model.set("answers", {});
  wake(root);
  show();
  document.dispatchEvent(new CustomEvent("course:ask-progress"));
  return () => stopped.abort();
}

export { selfCheck as wire };

export default {
  render: ({ model, el }) => selfCheck(build(el, model.get("markup")), model),
};
