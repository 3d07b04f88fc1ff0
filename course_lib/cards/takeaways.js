// Five takeaways: the learner's grade first, then the evidence's beside it. Nothing is counted.
import { announce, fillIn, listen, put, store, view, wake } from "../frame/view.js";

/** @param {Part} card */
const picked = (card) => card.querySelector("input:checked");
/** @param {Part} radio */
const wordsOf = (radio) => radio.closest("label").textContent.trim();

/**
 * Put the learner's grade and the evidence's side by side, without a verdict on anyone.
 * @param {Part} card
 * @param {string | undefined} chosen
 * @param {Words} words
 */
function explain(card, chosen, words) {
  const status = card.querySelector(".cc-feedback");
  if (!chosen) {
    status.replaceChildren();
    return;
  }
  const compared = document.createElement("p");
  const yours = wordsOf(card.querySelector(`input[value="${chosen}"]`));
  put(compared, chosen === card.dataset.grade ? words.same : fillIn(words.other, { yours }));
  const found = document.createElement("p");
  const known = card.querySelector("[data-found]");
  found.append(...[...known.childNodes].map((node) => node.cloneNode(true)));
  status.replaceChildren(compared, found);
}

/** Bring the takeaways to life. @type {Wire} */
function takeaways(root, model, signal) {
  const words = model.get("words");
  const cards = [...root.querySelectorAll("[data-takeaway]")];
  const chosen = () => model.get("chosen") ?? {};

  /**
   * @param {Part} card
   * @param {string | undefined} grade
   */
  const showRow = (card, grade) => {
    const row = root.querySelector(`[data-row="${card.dataset.takeaway}"]`);
    const evidence = row.querySelector("[data-evidence]");
    const yours = grade && wordsOf(card.querySelector(`input[value="${grade}"]`));
    put(row.querySelector("[data-yours]"), yours ?? words.not_yet);
    put(evidence, grade ? evidence.dataset.words : words.after);
  };
  const show = () => {
    for (const card of cards) {
      const grade = chosen()[card.dataset.takeaway];
      if (grade) card.querySelector(`input[value="${grade}"]`).checked = true;
      explain(card, grade, words);
      showRow(card, grade);
    }
  };
  /** @param {Part} card */
  const empty = (card) => {
    for (const radio of card.querySelectorAll("input")) radio.checked = false;
  };
  /**
   * @param {Part} card
   * @param {string} name
   * @param {() => void} react
   */
  const on = (card, name, react) =>
    card.querySelector(`[data-do="${name}"]`).addEventListener("click", react, { signal });
  for (const card of cards) {
    on(card, "compare", () => {
      const grade = picked(card)?.value;
      if (!grade) announce(card.querySelector(".cc-feedback"), words.choose_first);
      else store(model, "chosen", { ...chosen(), [card.dataset.takeaway]: grade });
    });
    on(card, "again", () => {
      const { [card.dataset.takeaway]: _, ...others } = chosen();
      empty(card);
      store(model, "chosen", others);
      card.querySelector("input").focus();
    });
  }
  on(root, "clear", () => {
    cards.forEach(empty);
    store(model, "chosen", {});
  });
  listen(model, "chosen", show, signal);
  wake(root);
  show();
}

export default view(takeaways);
