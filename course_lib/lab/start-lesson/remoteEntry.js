// What the course adds to JupyterLab: a way out, a button that starts a lesson, and F9.
// Plain, with no build step. JupyterLab loads this before it shows anything.
//
// JupyterLab's own "Run All Cells" scrolls to the end of the lesson, and is lost if it is chosen
// before the kernel has first answered. This one waits for the kernel and stays at the top.

/** @type {Record<string, Record<string, any>>} */
let shared; // the modules that JupyterLab lends: name -> version -> { get }
let starting = false;
let reachable = true; // whether the server answers
const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/** Go to a plain page, which takes the place of JupyterLab here and in the history. */
function leave() {
  const { leaving } = globalThis;
  leaving.remember();
  document.documentElement.style.setProperty("display", "none", "important");
  document.title = "Notes";
  silence();
  const answers = reachable && navigator.onLine;
  location.replace(answers ? new URL("notes.html", here) : "about:blank");
}

/** Nothing may ask whether to leave, whoever began to listen first. */
function silence() {
  window.onbeforeunload = null;
  const never = BeforeUnloadEvent.prototype;
  never.preventDefault = () => {};
  Object.defineProperty(never, "returnValue", { get: () => "", set: () => {} });
}

/** The way out stands first on the page, above everything, also before a lesson is started. */
function addExit() {
  const exit = document.createElement("a");
  exit.href = new URL("notes.html", here).href;
  exit.dataset.exit = "";
  exit.dataset.lmSuppressShortcuts = "true";
  exit.textContent = "Quick exit";
  exit.title = "Leaves this page at once. So does pressing Escape twice, or Shift three times.";
  exit.style.cssText =
    "position:fixed;top:.4rem;right:.75rem;z-index:100000;padding:.4rem 1rem;border-radius:1.5rem;" +
    "background:#7a1f1f;color:#fff;font:600 1rem/1.5 system-ui,sans-serif;text-decoration:none;" +
    "box-shadow:0 1px 5px rgb(0 0 0/25%)";
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    event.stopPropagation();
    leave();
  });
  document.body.prepend(exit);
}

/** Before anything is shown: has this tab been left? */
function arrive() {
  const { leaving } = globalThis;
  if (leaving.wasLeft() && leaving.cameBack()) {
    leave();
    return false;
  }
  leaving.forget();
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && leaving.wasLeft()) leave();
  });
  leaving.watchKeys(leave);
  addExit();
  return true;
}

/**
 * Load a script that stands beside this one.
 * @param {string} name
 */
function load(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(name, here).href;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}

const LESSON = /^(\d\d_.*|glossary|references)\.ipynb$/;

/**
 * A lesson counts as changed only when its cells were: opening and running it, which
 * JupyterLab counts too, leave nothing of the learner's behind that anyone has to be asked about.
 * @param {any} _ the notebook's panel
 * @param {any} context
 */
function keepClean(_, context) {
  if (!LESSON.test(context.path.split("/").at(-1))) return;
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

/** @param {any} app */
async function startLesson(app) {
  const panel = app.shell.currentWidget;
  if (starting || !panel?.sessionContext || !panel.content?.widgets?.length) return;
  starting = true;
  try {
    const [notebook] = Object.values(shared["@jupyterlab/notebook"]);
    const { NotebookActions } = (await notebook.get())();
    await panel.sessionContext.ready;
    await panel.sessionContext.session?.kernel?.info;
    panel.content.activeCellIndex = 0; // the cell that stays in view
    await NotebookActions.runCells(panel.content, panel.content.widgets, panel.sessionContext);
  } finally {
    starting = false;
  }
}

const plugin = {
  id: "start-lesson:plugin",
  autoStart: true,
  activate: (/** @type {any} */ app) => {
    app.docRegistry.addWidgetExtension("Notebook", { createNew: keepClean });
    app.serviceManager.connectionFailure.connect(() => {
      reachable = false;
    });
    app.commands.addCommand("start-lesson:start", {
      label: "Start this lesson",
      caption: "Start this lesson from its beginning",
      execute: () => startLesson(app),
    });
  },
};

globalThis._JUPYTERLAB ??= {};
globalThis._JUPYTERLAB["start-lesson"] = {
  init: async (/** @type {typeof shared} */ scope) => {
    shared = scope;
    await load("leaving.js");
    if (!arrive()) await new Promise(() => {}); // JupyterLab goes no further
  },
  get: async () => () => ({ __esModule: true, default: plugin }),
};
