// Shared by all views: waking the markup up, and talking to its model.
// A model has get, set, save_changes, on and off (anywidget's, or a page's).

/** Put fresh markup into `el`, with ids that no other view has. */
export function build(el, markup) {
  const own = Math.random().toString(36).slice(2, 10);
  el.innerHTML = markup.replaceAll("cc0-", `cc-${own}-`);
  return el.firstElementChild;
}

/** Show the controls, hide what stands in for them, and keep JupyterLab's shortcuts away. */
export function wake(root) {
  for (const part of root.querySelectorAll("[data-live]")) part.hidden = false;
  for (const part of root.querySelectorAll("[data-static]")) part.hidden = true;
  // JupyterLab looks for this on the focused element itself; without it the
  // arrow keys move to the next cell instead of moving the control.
  for (const control of root.querySelectorAll("input, select, textarea, button, summary, a")) {
    control.dataset.lmSuppressShortcuts = "true";
  }
  root.dataset.alive = "";
}

/** Listen to a trait until `signal` ends. */
export function listen(model, name, react, signal) {
  model.on(`change:${name}`, react);
  signal.addEventListener("abort", () => model.off(`change:${name}`, react));
}

/** Set a trait and tell the kernel, if there is one. */
export function store(model, name, value) {
  model.set(name, value);
  model.save_changes();
}

/** Say something in a live region; empty first, so that repeats are heard. */
export function announce(region, words) {
  region.textContent = "";
  region.textContent = words;
}

/** Fill the {gaps} of a phrase. */
export function fillIn(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

/** Open what a link points to, and offer the way back to the link. */
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

/** Links anywhere on the page whose address ends in `mark` open the `details` named so here. */
export function openOnClick(root, mark, attribute, signal, before = () => {}) {
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
      const link = event.target.closest?.("a[href]");
      const target = link && root.isConnected && pointedTo(link.getAttribute("href"));
      if (!target) return;
      before(target);
      openFrom(link, target);
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true, signal },
  );
}
