// The host of the activities on a page: it gives each view the model that
// anywidget gives it in a notebook, and the markup that already stands there.

/** A model with anywidget's get, set, save_changes, on and off, and no kernel behind it. */
export class PageModel {
  #traits;
  #listeners = new Map();

  /** @param {Record<string, any>} traits */
  constructor(traits) {
    this.#traits = traits;
  }

  /** @param {string} name */
  get(name) {
    return this.#traits[name];
  }

  /**
   * @param {string} name
   * @param {unknown} value
   */
  set(name, value) {
    if (JSON.stringify(this.#traits[name]) === JSON.stringify(value)) return;
    this.#traits[name] = value;
    this.#tell(`change:${name}`, value);
    this.#tell("change");
  }

  save_changes() {}

  /**
   * @param {string} event
   * @param {(...args: any[]) => void} react
   */
  on(event, react) {
    if (!this.#listeners.has(event)) this.#listeners.set(event, new Set());
    this.#listeners.get(event).add(react);
  }

  /**
   * @param {string} event
   * @param {(...args: any[]) => void} react
   */
  off(event, react) {
    if (react) this.#listeners.get(event)?.delete(react);
    else this.#listeners.delete(event);
  }

  /**
   * @param {string} event
   * @param {unknown} [value]
   */
  #tell(event, value) {
    for (const react of [...(this.#listeners.get(event) ?? [])]) react(this, value);
  }
}

/**
 * Bring one activity to life; the markup stays readable if that fails.
 * @param {Part} script
 */
async function bring(script) {
  const root = document.getElementById(script.dataset.for).querySelector("[data-activity]");
  const view = await import(`./views/${script.dataset.view}`);
  const model = new PageModel(JSON.parse(script.textContent));
  view.default.wire(root, model);
}

// Activities wake in the order in which they arrive, while the rest of the page is still read.
const waking = new Map();

function look() {
  const arrived = document.readyState !== "loading";
  for (const script of document.querySelectorAll('script[type="application/json"][data-for]')) {
    if (waking.has(script) || !(arrived || script.nextSibling)) continue;
    // biome-ignore lint/suspicious/noConsole: a view that fails is told to who looks there
    waking.set(script, bring(script).catch(console.error));
  }
}

const arrivals = new MutationObserver(look);
arrivals.observe(document, { childList: true, subtree: true });
look();
if (document.readyState === "loading") {
  await new Promise((ready) => {
    document.addEventListener("DOMContentLoaded", ready);
  });
}
arrivals.disconnect();
look();

await Promise.all(waking.values());
// Now there is time to lay out what is out of sight (see page.css).
await new Promise((later) => {
  setTimeout(later, 100);
});
document.documentElement.dataset.awake = "";

// The controls that appeared have moved what the address points to.
document.querySelector(":target")?.scrollIntoView();
