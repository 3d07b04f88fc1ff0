// Rewrite a headline part by part; feedback says what each wording does to the claim.
import { announce, build, fillIn, listen, store, wake } from "../frame/view.js";

function checkHeadline(card, words) {
  const status = card.querySelector(".cc-feedback");
  const picked = [...card.querySelectorAll("select")].map((select) => select.selectedOptions[0]);
  if (picked.some((option) => option.value === "")) {
    announce(status, words.empty);
    return;
  }
  const right = picked.filter((option) => option.dataset.fits === "true").length;
  const verdict =
    right === picked.length
      ? fillIn(words.all_fit, { honest: status.dataset.honest })
      : fillIn(words.some_fit, { right, all: picked.length });
  const lines = picked.map((option) => {
    const fits = option.dataset.fits === "true" ? words.fits : words.not_yet;
    return `“${option.textContent}” ${fits} ${option.dataset.why}`;
  });
  status.replaceChildren(
    ...[verdict, ...lines].map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    }),
  );
}

/** Bring the headlines to life; returns what puts them back to sleep. */
export function rewrite(root, model) {
  const stopped = new AbortController();
  const { signal } = stopped;
  const words = model.get("words");
  const cards = [...root.querySelectorAll("[data-headline]")];
  const show = () => {
    cards.forEach((card, i) => {
      card.hidden = i !== model.get("position");
    });
    root.querySelector('[data-do="previous"]').disabled = model.get("position") === 0;
    root.querySelector('[data-do="next"]').disabled = model.get("position") === cards.length - 1;
  };
  const move = (step) => {
    store(model, "position", model.get("position") + step);
    cards[model.get("position")].focus();
  };
  for (const card of cards) {
    card
      .querySelector('[data-do="check"]')
      .addEventListener("click", () => checkHeadline(card, words), { signal });
  }
  root.querySelector('[data-do="previous"]').addEventListener("click", () => move(-1), { signal });
  root.querySelector('[data-do="next"]').addEventListener("click", () => move(1), { signal });
  listen(model, "position", show, signal);
  wake(root);
  show();
  return () => stopped.abort();
}

export { rewrite as wire };

export default {
  render: ({ model, el }) => rewrite(build(el, model.get("markup")), model),
};
