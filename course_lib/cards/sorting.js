// Sort cases one after the other; each choice is answered with the reason. Nothing is counted.
import { build, fillIn, listen, store, wake } from "../frame/view.js";

/** Say where the case belongs and why; the reason stands in the answers below. */
function explain(card, answer, chosen, groups, words) {
  const status = card.querySelector(".cc-feedback");
  if (!chosen) {
    status.replaceChildren();
    return;
  }
  const right = chosen === answer.dataset.group;
  const verdict = document.createElement("p");
  verdict.textContent = fillIn(right ? words.fits : words.other, {
    group: groups.get(answer.dataset.group),
  });
  const reason = document.createElement("p");
  reason.append(...[...answer.childNodes].map((node) => node.cloneNode(true)));
  status.replaceChildren(verdict, reason);
}

/** Bring the cases to life; returns what puts them back to sleep. */
export function sort(root, model) {
  const stopped = new AbortController();
  const { signal } = stopped;
  const words = model.get("words");
  const cards = [...root.querySelectorAll("[data-case]")];
  const piles = [...root.querySelectorAll("[data-pile]")];
  const groups = new Map(piles.map((pile) => [pile.dataset.pile, pile.dataset.label]));
  const button = (name) => root.querySelector(`[data-do="${name}"]`);

  const showCase = (card, i) => {
    const chosen = model.get("chosen")[card.dataset.case];
    card.hidden = i !== model.get("position");
    for (const pile of card.querySelectorAll("[data-group]")) {
      pile.setAttribute("aria-pressed", String(pile.dataset.group === chosen));
    }
    const answer = root.querySelector(`[data-reason="${card.dataset.case}"]`);
    explain(card, answer, chosen, groups, words);
  };
  const show = () => {
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
    button("previous").disabled = model.get("position") === 0;
    button("next").disabled = model.get("position") === cards.length - 1;
  };
  const move = (position) => {
    store(model, "position", position);
    cards[position].focus();
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
  const act = {
    previous: () => move(model.get("position") - 1),
    next: () => move(model.get("position") + 1),
    again: () => {
      store(model, "chosen", {});
      move(0);
    },
  };
  for (const [name, react] of Object.entries(act)) {
    button(name).addEventListener("click", react, { signal });
  }
  for (const name of ["position", "chosen"]) listen(model, name, show, signal);
  wake(root);
  show();
  return () => stopped.abort();
}

export { sort as wire };

export default {
  render: ({ model, el }) => sort(build(el, model.get("markup")), model),
};
