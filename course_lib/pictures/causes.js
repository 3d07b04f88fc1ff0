// The map of causes: each box of the picture is a button that opens its evidence below.
import { announce, build, fillIn, listen, store, wake } from "../frame/view.js";

/** Bring the map to life; returns what puts it back to sleep. */
export function causeMap(root, model) {
  const stopped = new AbortController();
  const { signal } = stopped;
  const words = model.get("words");
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const nodes = [...root.querySelectorAll("[data-node]")];
  const cards = [...root.querySelectorAll("[data-cause]")];
  const id = (card) => card.dataset.cause;
  const drawn = (name) => root.querySelectorAll(`svg [data-part="${name}"]`);
  const on = (element, event, react) => element.addEventListener(event, react, { signal });
  const cardOf = (cause) => cards.find((card) => id(card) === cause);

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
  const open = (cause) => {
    store(model, "chosen", cause);
    const summary = cardOf(cause).querySelector("summary");
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: "center" }); // picture and evidence both stay in sight
    announce(part("status"), fillIn(words.opened, { label: cardOf(cause).dataset.label }));
  };

  for (const node of nodes) on(node, "click", () => open(node.dataset.node));
  cards.forEach((card, i) => {
    on(card.querySelector('[data-do="back"]'), "click", () => {
      nodes[i].focus({ preventScroll: true });
      root.scrollIntoView({ block: "start" });
    });
    on(card.querySelector('[data-do="next"]'), "click", () => open(id(cards[(i + 1) % cards.length])));
  });
  on(part("only"), "change", (event) => {
    store(model, "only", event.target.checked);
    announce(part("status"), event.target.checked ? words.status_only : words.status_all);
  });
  listen(model, "chosen", showChosen, signal);
  listen(model, "only", showLinks, signal);
  wake(root);
  showChosen();
  showLinks();
  return () => stopped.abort();
}

export { causeMap as wire };

export default {
  render: ({ model, el }) => causeMap(build(el, model.get("markup")), model),
};
