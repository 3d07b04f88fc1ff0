// What keeps a lesson whole in JupyterLab: nothing a learner presses changes its cells.
// A classic script, like leaving.js; author mode (`start.py --author`) leaves it unused.
(() => {
  const LESSON = /^(\d\d_.*|glossary|references)\.ipynb$/;
  const PATIENCE = 10_000; // ms for a kernel to answer, before a lesson is started
  /** What may be done in a lesson: move, run, save, look; all else of these groups is refused. */
  const ALLOWED =
    /^(notebook:(move-cursor|extend|scroll|run-cell$|run-all|interrupt|restart|shutdown|reconnect|change-kernel|export|trust|create-output-view|get-kernel|toggle-virtual|access)|editmenu:(find|go-to))/;
  const GUARDED = /^(notebook|editmenu|cell-toolbar|runmenu|viewmenu|tableofcontents):/;
  const RUN = /^(runmenu:(run-all|restart-and-run-all)|viewmenu:|tableofcontents:run)/;
  /** Tools for editing; a source that is hidden leaves no button behind. */
  const STYLE = `
    .course-lesson [data-jp-item-name="insert"], .course-lesson [data-jp-item-name="cut"],
    .course-lesson [data-jp-item-name="copy"], .course-lesson [data-jp-item-name="paste"],
    .course-lesson [data-jp-item-name="cellType"], .course-lesson [data-jp-item-name="run"],
    .course-lesson .jp-Notebook-footer, .course-lesson .jp-cell-toolbar,
    .course-lesson .jp-Collapser, .course-lesson .jp-InputPrompt, .course-lesson .jp-OutputPrompt,
    .course-lesson .jp-CodeCell .jp-Cell-inputWrapper:has(.jp-Placeholder) { display: none; }`;

  /** @param {string} path */
  const isLesson = (path) => LESSON.test(path.split("/").at(-1) ?? "");

  /**
   * Refuse commands that change cells, whoever gives them: a key, a menu, the palette.
   * @param {any} commands
   * @param {() => boolean} inLesson
   */
  function refuse(commands, inLesson) {
    const execute = commands.execute.bind(commands);
    commands.execute = (/** @type {string} */ id, /** @type {any} */ args) => {
      const harms = GUARDED.test(id) && !ALLOWED.test(id) && !RUN.test(id);
      return harms && inLesson() ? Promise.resolve() : execute(id, args);
    };
  }

  /**
   * Lock the cells of a lesson, and put the tools for editing out of sight.
   * @param {any} panel
   * @param {any} context
   */
  function lock(panel, context) {
    if (!document.querySelector("style[data-lessons]")) {
      const style = document.createElement("style");
      style.dataset.lessons = "";
      style.textContent = STYLE;
      document.head.append(style);
    }
    panel.addClass("course-lesson");
    const cells = () => {
      for (const cell of context.model.cells) {
        for (const name of ["editable", "deletable"]) {
          if (cell.getMetadata(name) !== false) cell.setMetadata(name, false);
        }
      }
    };
    context.ready.then(() => {
      cells();
      context.model.cells.changed.connect(cells);
    });
    // A cell is not carried away, and a double click shows no source.
    for (const event of ["dblclick", "dragstart", "drop"]) {
      panel.content.node.addEventListener(event, stop, true);
    }
  }

  /** @param {Event} event */
  function stop(event) {
    const target = /** @type {Part} */ (event.target);
    if (target.closest(".cc[data-alive]")) return;
    event.stopPropagation();
    if (event.type !== "dblclick") event.preventDefault();
  }

  /**
   * A lesson counts as changed only when its cells were: opening and running it, which
   * JupyterLab counts too, leave nothing of the learner's behind that anyone has to be asked about.
   * @param {any} context
   */
  function keepClean(context) {
    const { model } = context;
    const cells = () =>
      JSON.stringify(
        [...model.cells].map(({ type, sharedModel }) => [type, sharedModel.getSource()]),
      );
    context.ready.then(() => {
      let saved = cells();
      const check = () => {
        if (model.dirty && cells() === saved) model.dirty = false;
      };
      model.stateChanged.connect(check);
      context.saveState.connect((/** @type {any} */ _from, /** @type {string} */ state) => {
        if (state === "completed") saved = cells();
      });
      check();
    });
  }

  /**
   * Whether the kernel of a session answers in time.
   * @param {any} sessionContext
   */
  function answers(sessionContext) {
    const late = new Promise((resolve) => {
      setTimeout(() => resolve(false), PATIENCE);
    });
    const asked = async () => {
      await sessionContext.ready;
      const { kernel } = sessionContext.session ?? {};
      if (!kernel) return false;
      await kernel.info;
      await kernel.requestExecute({ code: "", silent: true, store_history: false }).done;
      return true;
    };
    return Promise.race([asked().catch(() => false), late]);
  }

  /**
   * Put fresh content in a lesson's place; returns the name of what was there before.
   * @param {any} contents
   * @param {any} context
   * @param {any} content
   */
  async function replace(contents, context, content) {
    const folder = context.path.includes("/") ? context.path.replace(/[^/]*$/, "") : "";
    const name = context.path.slice(folder.length);
    const { content: files } = await contents.get(folder.replace(/\/$/, ""));
    const taken = new Set(files.map((/** @type {any} */ file) => file.name));
    let number = 1;
    while (taken.has(`kept-${number}-${name}`)) number += 1;
    const kept = `kept-${number}-${name}`;
    const copy = await contents.copy(context.path, folder.replace(/\/$/, ""));
    await contents.rename(copy.path, `${folder}${kept}`);
    await contents.save(context.path, { type: "notebook", format: "json", content });
    await context.revert();
    return kept;
  }

  globalThis.lessons = { isLesson, refuse, lock, keepClean, answers, replace };
})();
