// One card at a time. A choice is answered at once, two sides open a third part. Nothing is counted.
import { listen, pager, store, view, wake } from "../frame/view.js";

/**
 * Put the answer to a choice under its card; the answer stands among all answers, too.
 * @param {Part} root
 * @param {Part} card
 * @param {string} pick
 * @param {Words} words
 */
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

/**
 * Show or hide a part of the picture.
 * @param {Part} root
 * @param {string} part
 * @param {boolean} seen
 */
function see(root, part, seen) {
  for (const element of root.querySelectorAll(`[data-part="${part}"]`)) {
    if (seen) element.removeAttribute("display");
    else element.setAttribute("display", "none");
  }
}

/**
 * Let the switches change the picture and its words; returns what shows their state.
 * @param {Part} root
 * @param {Model} model
 * @param {AbortSignal} signal
 */
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

/**
 * Show which sides are open, and what follows once both are.
 * @param {Part} card
 * @param {string[]} opened
 */
function showSides(card, opened) {
  const sides = [...card.querySelectorAll("[data-side]")];
  if (sides.length === 0) return;
  for (const side of sides) side.open = opened.includes(side.dataset.side);
  const both = sides.every((side) => side.open);
  card.querySelector("[data-both]").hidden = !both;
  card.querySelector("[data-waiting]").hidden = both;
}

/** Bring a deck to life. @type {Wire} */
function deck(root, model, signal) {
  const cards = [...root.querySelectorAll("[data-card]")];
  /** @param {Part} card */
  const chosenOn = (card) => model.get("chosen")[card.dataset.card] ?? "";
  const showSwitches = wireSwitches(root, model, signal);

  const again = () => store(model, "chosen", {});
  const turn = pager(cards, root.querySelector(".cc-moves"), model, signal, { again });

  /** @param {Part} card */
  const showCard = (card) => {
    const chosen = chosenOn(card);
    for (const pick of card.querySelectorAll("[data-pick]")) {
      pick.setAttribute("aria-pressed", String(pick.dataset.pick === chosen));
    }
    explain(root, card, chosen, model.get("words"));
    see(root, `mark-${card.dataset.card}`, chosen !== "");
    showSides(card, chosen.split("+"));
  };
  const show = () => {
    turn();
    cards.forEach(showCard);
  };
  /**
   * @param {Part} card
   * @param {string} what
   */
  const choose = (card, what) =>
    store(model, "chosen", { ...model.get("chosen"), [card.dataset.card]: what });

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
  listen(model, "position", show, signal);
  listen(model, "chosen", show, signal);
  wake(root);
  show();
  showSwitches();
}

export default view(deck);
