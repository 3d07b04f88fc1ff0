// The map of causes: each box of the picture is a button that opens its evidence below.
import { announce, fillIn, listen, store, view, wake } from "../frame/view.js";

/** Bring the map to life. @type {Wire} */
function causeMap(root, model, signal) {
  const words = model.get("words");
  /** @type {Find} */
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const nodes = [...root.querySelectorAll("[data-node]")];
  for (const node of nodes) node.parentElement.style.cssText = node.parentElement.dataset.places;
  const cards = [...root.querySelectorAll("[data-cause]")];
  /** @param {Part} card */
  const id = (card) => card.dataset.cause;
  /** @param {string} name */
  const drawn = (name) => root.querySelectorAll(`svg [data-part="${name}"]`);
  /**
   * @param {Part} element
   * @param {string} event
   * @param {(event: Event) => void} react
   */
  const on = (element, event, react) => element.addEventListener(event, react, { signal });

  const showChosen = () => {
    const chosen = model.get("chosen");
    for (const card of cards) {
      card.hidden = id(card) !== chosen;
      card.open = id(card) === chosen;
    }
    for (const node of nodes) {
      node.setAttribute("aria-expanded", String(node.dataset.node === chosen));
    }
    for (const card of cards) {
      for (const link of drawn(`link-${id(card)}`)) {
        link.toggleAttribute("data-chosen", id(card) === chosen);
      }
    }
  };
  const showLinks = () => {
    const only = model.get("only");
    part("only").checked = only;
    part("title").textContent = only ? words.title_only : words.title;
    for (const card of cards) {
      const gone = only && !("tested" in card.dataset);
      for (const name of ["link", "arrow", "node"]) {
        for (const shape of drawn(`${name}-${id(card)}`)) {
          shape.classList.toggle("cc-gone", gone);
        }
      }
    }
  };
  /** @param {string} cause */
  const open = (cause) => {
    store(model, "chosen", cause);
    const card = root.querySelector(`[data-cause="${cause}"]`);
    const summary = card.querySelector("summary");
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: "center" }); // picture and evidence both stay in sight
    announce(part("status"), fillIn(words.opened, { label: card.dataset.label }));
  };

  for (const node of nodes) on(node, "click", () => open(node.dataset.node));
  cards.forEach((card, i) => {
    on(card.querySelector('[data-do="back"]'), "click", () => {
      nodes[i].focus({ preventScroll: true });
      root.scrollIntoView({ block: "start" });
    });
    on(card.querySelector('[data-do="next"]'), "click", () =>
      open(id(cards[(i + 1) % cards.length])),
    );
  });
  /** @param {string} event */
  on(part("only"), "change", () => {
    const { checked } = part("only");
    store(model, "only", checked);
    announce(part("status"), checked ? words.status_only : words.status_all);
  });
  listen(model, "chosen", showChosen, signal);
  listen(model, "only", showLinks, signal);
  wake(root);
  showChosen();
  showLinks();
}

export default view(causeMap);
