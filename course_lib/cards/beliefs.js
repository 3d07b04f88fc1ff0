// Ten beliefs: a guess, how sure, and then what is known. Nothing is counted.
import { announce, fillIn, listen, pager, store, view, wake } from "../frame/view.js";

/**
 * @param {Part} card
 * @param {string} name
 */
const picked = (card, name) => card.querySelector(`[data-name="${name}"]:checked`)?.value ?? "";

/** @param {string} text */
const paragraph = (text) => {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
};

/**
 * Say kindly what has changed since the first answer, and what has not.
 * @param {string} found
 * @param {Answer} now
 * @param {Answer} then
 * @param {Words} words
 */
function sinceThen(found, [now, nowSure], [then, thenSure], words) {
  const fits = now === found;
  const changed = fits ? words.again_changed_to : words.again_changed_from;
  const said = now === then ? (fits ? words.again_fits : words.again_kept) : changed;
  const sure = { then_sure: words[thenSure], now_sure: words[nowSure] };
  const both = thenSure && nowSure && thenSure !== nowSure;
  const more = both ? [fillIn(words.again_surer, sure)] : [];
  return [fillIn(said, { then: words[then] }), ...more].join(" ");
}

/**
 * Set both answers to one belief side by side.
 * @param {Part} card
 * @param {Answer} now
 * @param {Answer | undefined} then
 * @param {Words} words
 */
function row(card, [now], then, words) {
  const kind = !then ? "new" : then[0] === now ? "same" : "changed";
  const item = document.createElement("li");
  const name = document.createElement("strong");
  name.textContent = words[`again_${kind}`];
  const said = fillIn(words[`again_row_${kind}`], {
    says: card.querySelector(".cc-quote").textContent,
    then: then ? words[then[0]] : "",
    now: words[now],
    found: words[card.dataset.answer],
  });
  item.append(name, ` ${said}`);
  return item;
}

/**
 * Say what is known and, without a verdict on anyone, how that compares.
 * @param {Part} card
 * @param {Answer | undefined} answer
 * @param {Answer | undefined} then
 * @param {Words} words
 */
function explain(card, answer, then, words) {
  const status = card.querySelector(".cc-feedback");
  if (!answer) {
    status.replaceChildren();
    return;
  }
  const found = document.createElement("p");
  const known = card.querySelector("[data-found]");
  found.append(...[...known.childNodes].map((node) => node.cloneNode(true)));
  const [yours, sure] = answer;
  const compared =
    yours === card.dataset.answer ? words.same : fillIn(words.other, { yours: words[yours] });
  const surely = sure ? fillIn(words.how_sure, { sure: words[sure].toLowerCase() }) : "";
  status.replaceChildren(found, paragraph(`${compared} ${surely}`.trim()));
  if (then) status.append(paragraph(sinceThen(card.dataset.answer, answer, then, words)));
}

/** Bring the self-check to life. @type {Wire} */
function selfCheck(root, model, signal) {
  const words = model.get("words");
  const cards = [...root.querySelectorAll("[data-belief]")];
  const buttons = root.querySelector(":scope > .cc-buttons");
  const status = root.querySelector('[data-part="status"]');
  const turn = pager(cards, buttons, model, signal, { leave: () => announce(status, "") });
  const answers = () => model.get("answers") ?? {};
  const again = model.get("which") === "second";
  /**
   * The first self-check, as far as the progress panel knows it; never kept here.
   * @type {Record<string, Answer>}
   */
  let first = {};

  /** Tell the progress panel, which keeps the answers only if it was asked to remember. */
  const tell = () => {
    const detail = { which: model.get("which"), answers: answers() };
    document.dispatchEvent(new CustomEvent("course:self-check", { detail }));
  };
  const compare = () => {
    const here = Object.keys(first).length > 0;
    root.querySelector('[data-part="then"]').textContent = here
      ? words.again_first_here
      : words.again_first_missing;
    const both = root.querySelector('[data-part="both"]');
    const answered = cards.filter((card) => answers()[card.dataset.belief]);
    both.hidden = !here || !answered.length;
    const rows = answered.map((card) => {
      const { belief } = card.dataset;
      return row(card, answers()[belief], first[belief], words);
    });
    both.querySelector("ul").replaceChildren(...rows);
  };
  const show = () => {
    turn();
    for (const card of cards) {
      const answer = answers()[card.dataset.belief];
      explain(card, answer, first[card.dataset.belief], words);
      for (const radio of card.querySelectorAll("input")) {
        if (answer) radio.checked = answer.includes(radio.value);
      }
    }
    if (again) compare();
  };
  /** @param {Record<string, Answer>} values */
  const set = (values) => {
    store(model, "answers", values);
    tell();
  };
  /** @param {Part} card */
  const clear = (card) => {
    for (const radio of card.querySelectorAll("input")) radio.checked = false;
  };

  for (const card of cards) {
    /**
     * @param {string} name
     * @param {() => void} react
     */
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
  const forget = () => {
    set({});
    cards.forEach(clear);
    for (const card of cards) announce(card.querySelector(".cc-feedback"), "");
    announce(status, words.forgotten);
  };
  buttons.querySelector('[data-do="forget"]').addEventListener("click", forget, { signal });
  document.addEventListener(
    "course:progress",
    ({ detail }) => {
      const kept = detail[model.get("which")];
      if (again) first = detail.first ?? {};
      if (kept && Object.keys(answers()).length === 0) store(model, "answers", kept);
      else if (again) show();
    },
    { signal },
  );
  for (const name of ["position", "answers"]) listen(model, name, show, signal);
  if (model.get("answers") === undefined) model.set("answers", {});
  wake(root);
  show();
  document.dispatchEvent(new CustomEvent("course:ask-progress"));
}

export default view(selfCheck);
