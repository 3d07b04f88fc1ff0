// What keeps a lesson whole in JupyterLab: nothing a learner presses changes its cells.
// A classic script, like leaving.js; author mode (`start.py --author`) leaves it unused.
(() => {
  const PATIENCE = 10_000; // ms for a kernel to answer, before a lesson is started
  const STARTING = 40_000; // ms for a kernel that has just been asked for, on a slow machine
  /** What may be done in a lesson: move, run, save, look; all else of these groups is refused. */
  const ALLOWED =
    /^(notebook:(move-cursor-(up|down)|extend|scroll|run-cell$|run-all|interrupt|restart(?!-clear)|shutdown|reconnect|change-kernel|export|trust|create-output-view|get-kernel|toggle-virtual|access)|editmenu:(find|go-to))/;
  const GUARDED = /^(notebook|editmenu|cell-toolbar|runmenu|viewmenu|tableofcontents):/;
  const RUN = /^(runmenu:(run$|run-all|restart-and-run-all)|viewmenu:|tableofcontents:run)/;
  /**
   * A lesson is read: the toolbar has the course's own buttons and no tools for editing, a source
   * that is hidden leaves no button behind, and prose and activities share a column and a size.
   */
  const STYLE = `
    .course-lesson .jp-NotebookPanel-toolbar > :not([data-jp-item-name="start-lesson"],
      [data-jp-item-name^="course-"]), .course-lesson .jp-Toolbar-responsive-opener,
    .course-lesson .jp-Notebook-footer, .course-lesson .jp-cell-toolbar,
    .course-lesson :is(.jp-Collapser, .jp-InputPrompt, .jp-OutputPrompt),
    .course-lesson .jp-OutputArea-promptOverlay,
    .course-lesson .jp-CodeCell .jp-Cell-inputWrapper:has(.jp-Placeholder) { display: none; }
    .course-lesson .jp-Notebook .jp-Cell { max-width: 50rem; margin-inline: auto; }
    .course-lesson .jp-Notebook .jp-RenderedHTMLCommon { font-size: 1rem; line-height: 1.6;
      border: 0; }
    .course-lesson .jp-Notebook.jp-Notebook .jp-Cell.jp-mod-active:focus-visible {
      box-shadow: -3px 0 0 0 var(--jp-border-color1); }
    body:has(.course-lesson:not(.lm-mod-hidden)) #jp-main-statusbar .jp-StatusBar-Right {
      display: none; }
    .course-lesson .jp-OutputArea figure { margin-inline: 0; }
    .course-lesson [data-activity=HelpPanel] details { scroll-margin-top: 12px; }
    .course-lesson { --jp-private-toolbar-height: 46px; }
    .course-lesson .jp-NotebookPanel-toolbar { align-items: center; gap: 6px; padding: 0 12px; }
    .course-lesson .jp-NotebookPanel-toolbar .jp-ToolbarButtonComponent {
      --type-ramp-base-font-size: 1rem; display: inline-flex; align-items: center; height: 36px; padding-inline: 6px;
      border: 1px solid var(--jp-border-color1); border-radius: 6px; }`;

  /** Shift+Enter: on the last cell, JupyterLab's own would add one. */
  const RUN_AND_GO_ON = "notebook:run-cell-and-select-next";

  /**
   * Refuse commands that change cells, whoever gives them: a key, a menu, the palette.
   * Menus show them as not to be had.
   * @param {any} commands
   * @param {() => boolean} inLesson
   */
  function refuse(commands, inLesson) {
    const execute = commands.execute.bind(commands);
    const isEnabled = commands.isEnabled.bind(commands);
    /** @param {string} id */
    const refused = (id) => GUARDED.test(id) && !ALLOWED.test(id) && !RUN.test(id) && inLesson();
    commands.execute = async (/** @type {string} */ id, /** @type {any} */ args) => {
      if (!refused(id)) return execute(id, args);
      if (id !== RUN_AND_GO_ON) return;
      const run = execute("notebook:run-cell", args); // goes on at once, as JupyterLab's does
      await execute("notebook:move-cursor-down");
      return run;
    };
    commands.isEnabled = (/** @type {string} */ id, /** @type {any} */ args) =>
      (id === RUN_AND_GO_ON || !refused(id)) && isEnabled(id, args);
  }

  /**
   * Lock the cells of a lesson that has been read, and put the tools for editing out of sight.
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
    panel.fit(); // its toolbar is a higher one now
    const cells = () => {
      for (const cell of context.model.cells) {
        for (const name of ["editable", "deletable"]) {
          if (cell.getMetadata(name) !== false) cell.setMetadata(name, false);
        }
      }
    };
    cells();
    context.model.cells.changed.connect(cells);
    // As in `wake`, for what has not been started yet and for links in the prose.
    panel.content.node.addEventListener("focusin", (/** @type {any} */ { target }) => {
      if (!target.matches(".jp-Cell, .jp-Notebook")) target.dataset.lmSuppressShortcuts = "true";
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
    let saved = cells();
    const check = () => {
      if (model.dirty && cells() === saved) model.dirty = false;
    };
    model.stateChanged.connect(check);
    context.saveState.connect((/** @type {any} */ _from, /** @type {string} */ state) => {
      if (state === "completed") saved = cells();
    });
    check();
  }

  /**
   * Whether the kernel of a session answers in time.
   * @param {any} sessionContext
   */
  async function answers(sessionContext) {
    /** @param {Promise<any>} answer @param {number} patience */
    const inTime = (answer, patience) =>
      Promise.race([
        answer.then(
          () => true,
          () => false,
        ),
        new Promise((resolve) => {
          setTimeout(() => resolve(false), patience);
        }),
      ]);
    const begun = async () => {
      await sessionContext.ready;
      await sessionContext.session.kernel.info;
    };
    const nothing = { code: "", silent: true, store_history: false };
    const asked = async () => sessionContext.session.kernel.requestExecute(nothing).done;
    return (await inTime(begun(), STARTING)) && inTime(asked(), PATIENCE);
  }

  /**
   * Put fresh content in a notebook's place; returns the name of what was there before. If
   * there is no room for it, what was there stays.
   * That is only renamed, not read, so that it may be damaged in whatever way; and the server
   * is asked directly, because JupyterLab would open what was renamed instead.
   * @param {any} manager JupyterLab's way to the server
   * @param {any} connection its module ServerConnection
   * @param {string} path
   * @param {any} content
   */
  async function replace(manager, connection, path, content) {
    const { contents, serverSettings } = manager;
    const folder = path.includes("/") ? path.replace(/[^/]*$/, "") : "";
    const name = path.slice(folder.length);
    const { content: files } = await contents.get(folder.replace(/\/$/, ""));
    const taken = new Set(files.map((/** @type {any} */ file) => file.name));
    let number = 1;
    while (taken.has(`kept-${number}-${name}`)) number += 1;
    const kept = `kept-${number}-${name}`;
    /** @param {string} from @param {string} to */
    const move = async (from, to) => {
      const place = from.split("/").map(encodeURIComponent).join("/");
      const answer = await connection.makeRequest(
        `${serverSettings.baseUrl}api/contents/${place}`,
        { method: "PATCH", body: JSON.stringify({ path: to }) },
        serverSettings,
      );
      if (!answer.ok) throw new connection.ResponseError(answer);
    };
    await move(path, folder + kept);
    try {
      await contents.save(path, { type: "notebook", format: "json", content });
    } catch (problem) {
      await move(folder + kept, path);
      throw problem;
    }
    return kept;
  }

  /**
   * Whenever a lesson cannot be read, let it be mended, once, and read it then. JupyterLab
   * may ask for it several times at the same moment.
   * @param {any} contents
   * @param {(path: string) => boolean} isOurs
   * @param {(path: string) => Promise<boolean>} mend
   */
  function mendUnreadable(contents, isOurs, mend) {
    const get = contents.get.bind(contents);
    /** @type {Map<string, Promise<boolean>>} */
    const mending = new Map();
    /** @param {string} path */
    const whole = async (path) => {
      const reads = await get(path, { content: true }).then(
        () => true,
        () => false,
      );
      return reads || mend(path).catch(() => false);
    };
    contents.get = async (/** @type {string} */ path, /** @type {any} */ options) => {
      try {
        return await get(path, options);
      } catch (problem) {
        const unreadable = /** @type {any} */ (problem)?.response?.status === 400;
        if (!unreadable || !isOurs(path)) throw problem;
        const found = mending.get(path) ?? whole(path).finally(() => mending.delete(path));
        mending.set(path, found);
        if (!(await found)) throw problem;
        return get(path, options);
      }
    };
  }

  globalThis.lessons = { refuse, lock, keepClean, answers, replace, mendUnreadable };
})();
