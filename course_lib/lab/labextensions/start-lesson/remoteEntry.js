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
/**
 * What `server.py` tells: which lessons are protected (none for an author, who uses
 * `start.py --author`), and of which notebooks there is a fresh copy.
 * @type {{ courseLessons?: string[], courseFresh?: string[] }}
 */
const { courseLessons = [], courseFresh = [] } = JSON.parse(
  document.getElementById("jupyter-config-data")?.textContent ?? "{}",
);

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
  exit.title =
    "Leaves this page at once. On a keyboard, so does pressing Escape twice, or Shift three times.";
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

/** @param {string} [path] */
const nameOf = (path = "") => path.split("/").at(-1) ?? "";
/** The id of each lesson's first cell: another notebook of the same name has none like it. */
const FIRST_CELL = "title";
/** @param {any} [context] */
const isOurs = (context) => [...(context?.model?.cells ?? [])].some(({ id }) => id === FIRST_CELL);
/** @param {string} [path] */
const isLesson = (path) => courseLessons.includes(nameOf(path));
/** @param {any} [context] */
const isProtected = (context) => isLesson(context?.path) && isOurs(context);
/** @param {string} [path] */
const hasFresh = (path) => courseFresh.includes(nameOf(path));

/**
 * Protect each lesson that is opened, and look after whether it counts as changed.
 * @param {any} app
 */
function protect(app) {
  const { lessons } = globalThis;
  lessons.refuse(app.commands, () => isProtected(app.shell.currentWidget?.context));
  /** @type {(panel: any, context: any) => void} */
  const createNew = (panel, context) => {
    context.ready.then(() => {
      if (isOurs(context)) globalThis.house.dress(panel, nameOf(context.path), here);
    });
    if (!isLesson(context.path)) return;
    // All of it is there from the start: a link may lead to what has not been in sight yet. And
    // it ends where its words end, not a screen later.
    const config = { ...panel.content.notebookConfig, scrollPastEnd: false };
    panel.content.notebookConfig = { ...config, windowingMode: "none" };
    context.ready.then(() => {
      if (!isOurs(context)) return;
      lessons.lock(panel, context);
      lessons.keepClean(context);
    });
  };
  app.docRegistry.addWidgetExtension("Notebook", { createNew });
  lessons.mendUnreadable(app.serviceManager.contents, isLesson, async (path) => {
    const kept = await refresh(app, path);
    if (!kept) return false;
    tell(
      "This lesson was damaged and is fresh again",
      `${nameOf(path)} could not be read, so the copy that came with the course took its place. ` +
        `What was there before is kept as ${kept}. You can go on.`,
    );
    return true;
  });
}

/** @param {string} name */
async function lent(name) {
  const [module] = Object.values(shared[name]);
  return (await module.get())();
}

/** @param {string} title @param {string} body */
async function tell(title, body) {
  const { showDialog, Dialog } = await lent("@jupyterlab/apputils");
  await showDialog({ title, body, buttons: [Dialog.okButton({ label: "OK" })] });
}

/** @param {any} app */
async function startLesson(app) {
  const panel = app.shell.currentWidget;
  if (starting || !panel?.sessionContext || !panel.content?.widgets?.length) return;
  starting = true;
  try {
    const { NotebookActions } = await lent("@jupyterlab/notebook");
    if (!(await globalThis.lessons.answers(panel.sessionContext))) {
      await tell(
        "The lesson could not be started",
        "The part of JupyterLab that runs lessons does not answer. Choose “Restart Kernel…” from " +
          "the menu “Kernel”, and then “Start this lesson” again. Nothing was changed, and " +
          "everything on the page can be read meanwhile.",
      );
      return;
    }
    panel.content.activeCellIndex = 0; // the cell that stays in view
    await NotebookActions.runCells(panel.content, panel.content.widgets, panel.sessionContext);
  } finally {
    starting = false;
  }
}

/**
 * Put the notebook that came with the course in the place of what is there.
 * Returns the name under which that is kept, or nothing if there is no fresh copy.
 * @param {any} app
 * @param {string} path
 */
async function refresh(app, path) {
  const answer = await fetch(new URL(`fresh/${nameOf(path)}`, here), { cache: "no-store" });
  if (!answer.ok) return "";
  const { ServerConnection } = await lent("@jupyterlab/services");
  const content = await answer.json();
  return globalThis.lessons.replace(app.serviceManager, ServerConnection, path, content);
}

/**
 * Bring a lesson back as it was shipped, and keep what was there under another name.
 * @param {any} app
 */
async function freshCopy(app) {
  const { context } = app.shell.currentWidget;
  let kept = "";
  try {
    if (context.model.dirty) await context.save(); // what was just written is kept, too
    kept = await refresh(app, context.path);
  } catch {
    await tell(
      "The fresh copy could not be stored",
      `${nameOf(context.path)} is as it was. See whether the disk is full, and whether the folder ` +
        "of the course may be written to; then try once more.",
    );
    return;
  }
  if (!kept) {
    await tell(
      "There is no fresh copy",
      `The copy of ${nameOf(context.path)} that came with the course is missing. Close the ` +
        "course, start it again, and try once more; or fetch a fresh copy of the whole course.",
    );
    return;
  }
  await context.revert();
  await tell("This lesson is fresh again", `What was there before is kept as ${kept}.`);
}

/**
 * Keys that mean the whole lesson, wherever in it the focus is: a part of an activity keeps its
 * keys from JupyterLab, and JupyterLab's debugger has F9, too, when there is nothing to debug.
 * @param {any} app
 */
function watchLessonKeys(app) {
  document.addEventListener(
    "keydown",
    (event) => {
      const target = /** @type {Part} */ (event.target);
      const kept = target.closest?.(".jp-NotebookPanel [data-lm-suppress-shortcuts]");
      const saves =
        (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "s" && kept;
      const starts = event.key === "F9" && hasFresh(app.shell.currentWidget?.context?.path);
      if (!starts && !saves) return;
      event.preventDefault();
      event.stopPropagation();
      app.commands.execute(saves ? "docmanager:save" : "start-lesson:start");
    },
    { capture: true },
  );
}

const plugin = {
  id: "start-lesson:plugin",
  autoStart: true,
  activate: (/** @type {any} */ app) => {
    protect(app);
    watchLessonKeys(app);
    app.serviceManager.connectionFailure.connect(() => {
      reachable = false;
    });
    app.commands.addCommand("start-lesson:start", {
      label: "Start this lesson",
      caption: "Start this lesson from its beginning",
      isVisible: () => hasFresh(app.shell.currentWidget?.context?.path),
      execute: () => startLesson(app),
    });
    const ways = globalThis.reading.addWays(app, courseFresh);
    app.shell.currentChanged?.connect(() => {
      for (const each of ["start", ...ways])
        app.commands.notifyCommandChanged(`start-lesson:${each}`);
    });
    app.commands.addCommand("start-lesson:fresh", {
      label: "Fresh copy of this lesson",
      caption: "Bring this lesson back as it came; what is there now is kept under another name",
      isEnabled: () => hasFresh(app.shell.currentWidget?.context?.path),
      execute: () => freshCopy(app),
    });
  },
};

globalThis._JUPYTERLAB ??= {};
globalThis._JUPYTERLAB["start-lesson"] = {
  init: async (/** @type {typeof shared} */ scope) => {
    shared = scope;
    await Promise.all(["leaving.js", "lessons.js", "reading.js", "house.js"].map(load));
    if (!arrive()) await new Promise(() => {}); // JupyterLab goes no further
  },
  get: async () => () => ({ __esModule: true, default: plugin }),
};
