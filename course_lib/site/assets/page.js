// The host of the activities on a page: it gives each view the model that
// anywidget gives it in a notebook, and the markup that already stands there.
(() => {
  /** A model with anywidget's get, set, save_changes, on and off, and no kernel behind it. */
  class PageModel {
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
   * The views' modules by name: what each needs, and what makes it of that. They hand themselves
   * in, in any order and also before this script (see page_assets.py).
   * @type {Map<string, [needs: string[], make: (...needed: object[]) => any]>}
   */
  const parts = new Map();
  const made = new Map();

  /**
   * Return a module, made when it is first asked for; undefined while a part of it is missing.
   * @param {string} name
   */
  function part(name) {
    if (made.has(name)) return made.get(name);
    const found = parts.get(name);
    if (!found) return undefined;
    const [needs, make] = found;
    const needed = needs.map(part);
    if (needed.includes(undefined)) return undefined;
    made.set(name, make(...needed));
    return made.get(name);
  }

  /**
   * Return the traits of an activity; one like another on the page says only what is its own.
   * @param {Part} script
   * @returns {Record<string, any>}
   */
  function state(script) {
    const { like } = script.dataset;
    const other = like && document.querySelector(`script[data-for="${like}"]`);
    return { ...(other && state(other)), ...JSON.parse(script.textContent) };
  }

  // Activities wake in the order in which they arrive, while the rest of the page is still read.
  const woken = new Set();

  function look() {
    const arrived = document.readyState !== "loading";
    for (const script of document.querySelectorAll('script[type="application/json"][data-for]')) {
      if (woken.has(script) || !(arrived || script.nextSibling)) continue;
      const view = part(script.dataset.view);
      if (!view) continue;
      woken.add(script);
      try {
        const root = document.getElementById(script.dataset.for).querySelector("[data-activity]");
        view.main.wire(root, new PageModel(state(script)));
      } catch (error) {
        // biome-ignore lint/suspicious/noConsole: a view that fails is told to who looks there
        console.error(error); // its markup stays as readable as it was
      }
    }
  }

  /** Say of the page whether it is awake: every activity is, or the page says what to do. */
  function end() {
    arrivals.disconnect();
    look();
    const all = [...document.querySelectorAll("[data-activity]")];
    if (all.some((each) => !("alive" in each.dataset))) {
      page.dataset.trouble = "";
      return;
    }
    // Now there is time to lay out what is out of sight (see page.css).
    setTimeout(() => {
      page.dataset.awake = "";
      // The controls that appeared have moved what the address points to.
      document.querySelector(":target")?.scrollIntoView();
    }, 100);
  }

  const page = document.documentElement;
  const arrivals = new MutationObserver(look);
  arrivals.observe(document, { childList: true, subtree: true });
  /** @param {CoursePart} given */
  const push = ([name, needs, make]) => {
    parts.set(name, [needs, make]);
    look();
  };
  const early = /** @type {CoursePart[]} */ (globalThis.courseParts ?? []);
  globalThis.courseParts = { push };
  early.forEach(push);
  look();
  // All scripts have arrived by then, or never will.
  if (document.readyState === "complete") end();
  else window.addEventListener("load", end);
})();
