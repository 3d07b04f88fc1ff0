// Sort cases one after the other; each choice is answered with the reason. Nothing is counted.
import { fillIn, listen, pager, store, view, wake } from "../frame/view.js";

/**
 * Say where the case belongs and why; the reason stands in the answers below.
 * @param {Part} card
 * @param {Part} answer
 * @param {string} chosen
 * @param {Map<string, string>} groups
 * @param {Words} words
 */
function explain(card, answer, chosen, groups, words) {
  const status = card.querySelector(".cc-feedback");
  if (!chosen) {
    status.replaceChildren();
    return;
  }
  const right = chosen === answer.dataset.group;
  const verdict = document.createElement("p");
  verdict.textContent = fillIn(right ? words.fits : words.other, {
    group: groups.get(answer.dataset.group) ?? "",
  });
  const reason = document.createElement("p");
  reason.append(...[...answer.childNodes].map((node) => node.cloneNode(true)));
  status.replaceChildren(verdict, reason);
}

/** Bring the cases to life. @type {Wire} */
function sort(root, model, signal) {
  const words = model.get("words");
  const cards = [...root.querySelectorAll("[data-case]")];
  const piles = [...root.querySelectorAll("[data-pile]")];
  const groups = new Map(piles.map((pile) => [pile.dataset.pile, pile.dataset.label]));
  const turn = pager(cards, root, model, signal, { again: () => store(model, "chosen", {}) });

  /** @param {Part} card */
  const showCase = (card) => {
    const chosen = model.get("chosen")[card.dataset.case];
    for (const pile of card.querySelectorAll("[data-group]")) {
      pile.setAttribute("aria-pressed", String(pile.dataset.group === chosen));
    }
    const answer = root.querySelector(`[data-reason="${card.dataset.case}"]`);
    explain(card, answer, chosen, groups, words);
  };
  const show = () => {
    turn();
    cards.forEach(showCase);
    for (const pile of piles) {
      const names = cards
        .filter((card) => model.get("chosen")[card.dataset.case] === pile.dataset.pile)
        .map((card) => card.dataset.name);
      pile.textContent = fillIn(words.pile, {
        group: pile.dataset.label,
        names: names.join(", ") || words.nobody,
      });
    }
  };
  for (const card of cards) {
    for (const pile of card.querySelectorAll("button[data-group]")) {
      pile.addEventListener(
        "click",
        () => {
          const choice = { [card.dataset.case]: pile.dataset.group };
          store(model, "chosen", { ...model.get("chosen"), ...choice });
        },
        { signal },
      );
    }
  }
  for (const name of ["position", "chosen"]) listen(model, name, show, signal);
  wake(root);
  show();
}

export default view(sort);
