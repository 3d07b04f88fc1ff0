// The buttons that lead a reader through the course in JupyterLab: back, on, to the map, to help.
// A classic script, like leaving.js.
(() => {
  /** @param {string} [path] */
  const nameOf = (path = "") => path.split("/").at(-1) ?? "";

  /**
   * Add a command for each button of the toolbar; where it leads nowhere, it is not shown.
   * Returns their names.
   * @param {any} app
   * @param {string[]} notebooks the names of the course's notebooks
   */
  function addWays(app, notebooks) {
    const lessons = notebooks.filter((name) => /^\d\d_/.test(name)).sort();
    const [first] = lessons; // it has the map of the course
    const path = () => app.shell.currentWidget?.context?.path;
    const here = () => nameOf(path());
    const beside = (/** @type {number} */ step) =>
      lessons.includes(here()) ? lessons[lessons.indexOf(here()) + step] : undefined;
    const map = () => (notebooks.includes(here()) && here() !== first ? first : undefined);

    /** @param {string} name @param {string} label @param {() => string | undefined} leadsTo */
    const add = (name, label, leadsTo) =>
      app.commands.addCommand(`start-lesson:${name}`, {
        label,
        isVisible: () => Boolean(leadsTo()),
        execute: () => {
          const to = leadsTo();
          const open = { path: path()?.replace(/[^/]*$/, to) };
          return to && app.commands.execute("docmanager:open", open);
        },
      });
    add("previous", "← Previous", () => beside(-1));
    add("map", "Course map", map);
    add("next", "Next →", () => beside(1));
    app.commands.addCommand("start-lesson:help", {
      label: "Help",
      isVisible: () => lessons.includes(here()),
      execute: () => showHelp(app.shell.currentWidget?.content?.node),
    });
    followLinks(app, path);
    return ["previous", "map", "next", "help"];
  }

  /**
   * A link of a live activity to another notebook leads there as one in the prose does: in this
   * window, to its place. With a key held it is the browser's, as any link.
   * @param {any} app
   * @param {() => string | undefined} here
   */
  function followLinks(app, here) {
    document.addEventListener("click", (event) => {
      const link = /** @type {Part} */ (event.target).closest?.("a[data-lesson-link]");
      const other = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      if (!link || other || event.defaultPrevented) return;
      event.preventDefault();
      const [name, place] = (link.getAttribute("href") ?? "").split("#");
      const to = { path: here()?.replace(/[^/]*$/, name), id: place ? `#${place}` : "" };
      app.commands.execute("rendermime:handle-local-link", to);
      if (place) showPlace(app, name, place);
    });
  }

  /**
   * Bring a place within an activity in sight, once its notebook is open. JupyterLab does not find
   * it: its name begins with the activity's.
   * @param {any} app
   * @param {string} name
   * @param {string} place
   */
  function showPlace(app, name, place, turns = 100) {
    const { context, content } = app.shell.currentWidget ?? {};
    const end = `$="-${CSS.escape(place)}"`;
    const found =
      nameOf(context?.path) === name &&
      content?.node.querySelector(`[id${end}], [data-jupyter-id${end}]`);
    if (found) found.scrollIntoView();
    else if (turns) setTimeout(() => showPlace(app, name, place, turns - 1), 100);
  }

  /**
   * Open a lesson's help, in sight and with the focus on it.
   * @param {HTMLElement} [lesson]
   */
  function showHelp(lesson) {
    const help = lesson?.querySelector("[data-activity=HelpPanel] details");
    if (!(help instanceof HTMLDetailsElement)) return;
    help.open = true;
    help.scrollIntoView();
    help.querySelector("summary")?.focus();
  }

  globalThis.reading = { addWays };
})();
