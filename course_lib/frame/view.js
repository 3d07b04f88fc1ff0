// Shared by all views: waking the markup up, and talking to its model.
// A model has get, set, save_changes, on and off (anywidget's, or a page's; see types.d.ts).

const SIGN = /([●◐◇○✕])/; // as in signs.py

/**
 * Put fresh markup into `el`, with ids that no other view has.
 * @param {Part} el
 * @param {string} markup
 */
export function build(el, markup) {
  const own = Math.random().toString(36).slice(2, 10);
  el.innerHTML = markup.replaceAll("cc0-", `cc-${own}-`);
  return el.firstElementChild;
}

/**
 * Make a view of what wires markup up: a notebook calls `render`, a page, whose markup stands
 * there already, calls `wire`. Both return what puts the activity back to sleep.
 * @param {Wire} wire
 * @param {Wire} wireInNotebook
 */
export function view(wire, wireInNotebook = wire) {
  /** @type {(start: Wire) => (root: Part, model: Model) => () => void} */
  const until = (start) => (root, model) => {
    const stopped = new AbortController();
    start(root, model, stopped.signal);
    return () => stopped.abort();
  };
  return {
    wire: until(wire),
    /** @param {{ model: Model, el: Part }} given */
    render: ({ model, el }) => until(wireInNotebook)(build(el, model.get("markup")), model),
  };
}

/**
 * Put words into a part, where the sign of a grade is a drawing if the page has it drawn.
 * @param {HTMLElement} element
 * @param {string} words
 */
export function put(element, words) {
  if (!SIGN.test(words)) {
    element.textContent = words;
    return;
  }
  const all = [...document.querySelectorAll(".cc-sign")];
  const drawings = new Map(all.map((drawing) => [drawing.textContent, drawing]));
  const pieces = words.split(SIGN).filter(Boolean);
  element.replaceChildren(...pieces.map((each) => drawings.get(each)?.cloneNode(true) ?? each));
}

/**
 * Show the controls, hide what stands in for them, and keep JupyterLab's shortcuts away.
 * @param {Part} root
 */
export function wake(root) {
  for (const part of root.querySelectorAll("[data-live]")) part.hidden = false;
  for (const part of root.querySelectorAll("[data-static]")) part.hidden = true;
  // JupyterLab looks for this on the focused element itself; without it the arrow keys move
  // to the next cell instead of moving the control, and x cuts the cell. Whatever gets the
  // focus is marked, also a card that a view turns to or a part that it makes later.
  root.addEventListener("focusin", ({ target }) => {
    /** @type {Part} */ (target).dataset.lmSuppressShortcuts = "true";
  });
  root.dataset.alive = "";
}

/**
 * Listen to a trait until `signal` ends.
 * @param {Model} model
 * @param {string} name
 * @param {() => void} react
 * @param {AbortSignal} signal
 */
export function listen(model, name, react, signal) {
  model.on(`change:${name}`, react);
  signal.addEventListener("abort", () => model.off(`change:${name}`, react));
}

/**
 * Set a trait, which changes the picture, and then tell the kernel, if there is one.
 * @param {Model} model
 * @param {string} name
 * @param {unknown} value
 */
export function store(model, name, value) {
  model.set(name, value);
  // In the same task: an echo of what was stored before must not come between the two.
  queueMicrotask(() => model.save_changes());
}

/**
 * Go through cards one at a time; returns what shows the card whose turn it is. Whoever
 * moves lands on the card; `leave` is called before, `again` before it begins again.
 * @param {Part[]} cards
 * @param {Part} buttons
 * @param {Model} model
 * @param {AbortSignal} signal
 * @param {{ leave?: () => void, again?: () => void }} also
 */
export function pager(cards, buttons, model, signal, { leave, again } = {}) {
  /** @type {Find} */
  const button = (name) => buttons.querySelector(`[data-do="${name}"]`);
  const here = () => model.get("position");
  /** @param {number} position */
  const go = (position) => {
    leave?.();
    store(model, "position", position);
    cards[position].focus();
  };
  /**
   * @param {string} name
   * @param {() => void} react
   */
  const on = (name, react) => button(name).addEventListener("click", react, { signal });
  on("previous", () => go(here() - 1));
  on("next", () => go(here() + 1));
  if (again) {
    on("again", () => {
      again();
      go(0);
    });
  }
  return () => {
    cards.forEach((card, place) => {
      card.hidden = place !== here();
    });
    button("previous").disabled = here() === 0;
    button("next").disabled = here() === cards.length - 1;
  };
}

/**
 * Say something in a live region; empty first, so that repeats are heard.
 * @param {Part} region
 * @param {string} words
 */
export function announce(region, words) {
  region.textContent = "";
  region.textContent = words;
}

/**
 * Fill the {gaps} of a phrase.
 * @param {string} phrase
 * @param {Record<string, string | number>} values
 */
export function fillIn(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (gap, name) => String(values[name] ?? gap));
}

/**
 * Open what a link points to, and offer the way back to the link.
 * @param {Part} link
 * @param {Part} target
 */
function openFrom(link, target) {
  target.open = true;
  const back = target.querySelector("[data-back]");
  back.hidden = false;
  back.querySelector("button").onclick = () => {
    link.scrollIntoView({ block: "center" });
    link.focus({ preventScroll: true });
  };
  const summary = target.querySelector("summary");
  summary.scrollIntoView({ block: "center" });
  summary.focus({ preventScroll: true });
}

/**
 * Links anywhere on the page whose address ends in `mark` open the `details` named so here.
 * @param {Part} root
 * @param {RegExp} mark
 * @param {string} attribute
 * @param {AbortSignal} signal
 * @param {{
 *   before?: (target: Part) => void,
 *   instead?: (link: Part, target: Part, open: () => void) => boolean,
 * }} also
 */
export function openOnClick(root, mark, attribute, signal, { before, instead } = {}) {
  /** @param {string} address */
  const pointedTo = (address) => {
    const key = mark.exec(address)?.[1];
    if (key) return root.querySelector(`[${attribute}="${key}"]`);
    // On a page a place may have a neutral name, which only its id gives.
    const place = /^#(.+)$/.exec(address)?.[1];
    return place && root.querySelector(`#${CSS.escape(place)}`)?.closest(`[${attribute}]`);
  };
  document.addEventListener(
    "click",
    (event) => {
      const link = /** @type {Part} */ (event.target).closest?.("a[href]");
      const target = link && root.isConnected && pointedTo(link.getAttribute("href") ?? "");
      if (!target) return;
      event.preventDefault();
      event.stopPropagation();
      const open = () => openFrom(link, target);
      if (instead?.(link, target, open)) return;
      before?.(target);
      open();
    },
    { capture: true, signal },
  );
}
