// Flash cards: a card that is known waits longer and then leaves; any other comes back soon.
import { fillIn, listen, store, view, wake } from "../frame/view.js";

/** Bring the box of cards to life. @type {Wire} */
function flashcards(root, model, signal) {
  const [words, gaps] = [model.get("words"), model.get("gaps")];
  /** @type {Find} */
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  /** @type {Find} */
  const button = (name) => root.querySelector(`[data-do="${name}"]`);
  const everyCard = [...root.querySelectorAll("[data-front]")].map((each) => each.dataset.front);
  let turned = false;

  const show = () => {
    const queue = model.get("queue");
    const [id] = queue;
    const front = id && root.querySelector(`[data-front="${id}"]`);
    part("lesson").textContent = front ? front.dataset.lesson : "";
    part("front").textContent = front ? front.textContent : words.empty;
    const back = part("back");
    if (front && turned) {
      const answer = root.querySelector(`[data-back="${id}"]`);
      back.replaceChildren(...[...answer.childNodes].map((node) => node.cloneNode(true)));
    } else {
      back.replaceChildren();
    }
    button("turn").hidden = turned || !front;
    for (const name of ["again", "knew"]) button(name).hidden = !turned || !front;
    part("left").textContent = fillIn(words.left, {
      left: queue.length,
      gone: everyCard.length - queue.length,
    });
  };

  /**
   * Put the first card back behind as many others as its box says, or take it out.
   * @param {boolean} known
   */
  const answer = (known) => {
    const [id, ...others] = model.get("queue");
    const times = known ? (model.get("known")[id] ?? 0) + 1 : 0;
    if (times < gaps.length) others.splice(gaps[times], 0, id);
    turned = false;
    store(model, "known", { ...model.get("known"), [id]: times });
    store(model, "queue", others);
    part("card").focus();
  };
  const act = {
    turn: () => {
      turned = true;
      show();
      button("knew").focus();
    },
    again: () => answer(false),
    knew: () => answer(true),
    restart: () => {
      turned = false;
      store(model, "known", {});
      store(model, "queue", everyCard);
      show();
      part("card").focus();
    },
  };
  for (const [name, react] of Object.entries(act)) {
    button(name).addEventListener("click", react, { signal });
  }
  listen(model, "queue", show, signal);
  wake(root);
  show();
}

export default view(flashcards);
