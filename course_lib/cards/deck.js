// One card at a time. A choice is answered at once, two sides open a third part. Nothing is counted.
import { build, listen, store, wake } from "../frame/view.js";

/** Put the answer to a choice under its card; the answer stands among all answers, too. */
function explain(root, card, pick, words) {
  const status = card.querySelector(".cc-feedback");
  if (!status) return;
  const { card: name } = card.dataset;
  const answers = [...root.querySelectorAll(`[data-answer="${name}"], [data-answer="every"]`)];
  const found = answers.find(({ dataset }) => pick && [pick, "any"].includes(dataset.to));
  const parts = found ? [...found.childNodes].map((node) => node.cloneNode(true)) : [];
  if (found?.dataset.to === "any") {
    const guessed = document.createElement("p");
    guessed.textContent = words.you_guessed.replace("{guess}", words[pick]);
    parts.unshift(guessed);
  }
  status.replaceChildren(...parts);
}

/** Show or hide a part of the picture. */
function see(root, part, seen) {
  for (const element of root.querySelectorAll(`[data-part="${part}"]`)) {
    if (seen) element.removeAttribute("display");
    else element.setAttribute("display", "none");
  }
}

/** Let the switches change the picture and its words; returns what shows their state. */
function wireSwitches(root, model, signal) {
  const switches = [...root.querySelectorAll("[data-control]")];
  const show = () => {
    for (const each of switches) each.checked = model.get(each.dataset.control) === each.value;
    for (const line of root.querySelectorAll("[data-when]")) {
      const [name, wanted] = line.dataset.when.split("=");
      line.hidden = model.get(name) !== wanted;
    }
    if (switches.length === 0) return;
    see(root, "tears", model.get("tears") === "yes");
    for (const state of ["yes", "no"]) see(root, `reason-${state}`, model.get("reason") === state);
  };
  for (const each of switches) {
    const react = () => store(model, each.dataset.control, each.value);
    each.addEventListener("input", react, { signal });
  }
  for (const name of new Set(switches.map(({ dataset }) => dataset.control))) {
    listen(model, name, show, signal);
  }
  return show;
}

/** Show which sides are open, and what follows once both are. */
function showSides(card, opened) {
  const sides = [...card.querySelectorAll("[data-side]")];
  if (sides.length === 0) return;
  for (const side of sides) side.open = opened.includes(side.dataset.side);
  const both = sides.every((side) => side.open);
  card.querySelector("[data-both]").hidden = !both;
  card.querySelector("[data-waiting]").hidden = both;
}

/** Bring a deck to life; returns what puts it back to sleep. */
export function deck(root, model) {
  const stopped = new AbortController();
  const { signal } = stopped;
  const cards = [...root.querySelectorAll("[data-card]")];
  const moves = root.querySelector(".cc-moves");
  const button = (name) => moves.querySelector(`[data-do="${name}"]`);
  const chosenOn = (card) => model.get("chosen")[card.dataset.card] ?? "";
  const showSwitches = wireSwitches(root, model, signal);

  const showCard = (card, place) => {
    const chosen = chosenOn(card);
    card.hidden = place !== model.get("position");
    for (const pick of card.querySelectorAll("[data-pick]")) {
      pick.setAttribute("aria-pressed", String(pick.dataset.pick === chosen));
    }
    explain(root, card, chosen, model.get("words"));
    see(root, `mark-${card.dataset.card}`, chosen !== "");
    showSides(card, chosen.split("+"));
  };
  const show = () => {
    cards.forEach(showCard);
    button("previous").disabled = model.get("position") === 0;
    button("next").disabled = model.get("position") === cards.length - 1;
  };
  const choose = (card, what) =>
    store(model, "chosen", { ...model.get("chosen"), [card.dataset.card]: what });
  const go = (position) => {
    store(model, "position", position);
    cards[position].focus();
  };

  for (const card of cards) {
    for (const pick of card.querySelectorAll("[data-pick]")) {
      pick.addEventListener("click", () => choose(card, pick.dataset.pick), { signal });
    }
    for (const side of card.querySelectorAll("[data-side]")) {
      const react = () => {
        const open = [...card.querySelectorAll("[data-side][open]")];
        const names = open.map((each) => each.dataset.side).join("+");
        if (names !== chosenOn(card)) choose(card, names);
      };
      side.addEventListener("toggle", react, { signal });
    }
  }
  const act = {
    previous: () => go(model.get("position") - 1),
    next: () => go(model.get("position") + 1),
    again: () => {
      store(model, "chosen", {});
      go(0);
    },
  };
  for (const name in act) button(name).addEventListener("click", act[name], { signal });
  listen(model, "position", show, signal);
  listen(model, "chosen", show, signal);
  wake(root);
  show();
  showSwitches();
  return () => stopped.abort();
}

export { deck as wire };

export default {
  render: ({ model, el }) => deck(build(el, model.get("markup")), model),
};
