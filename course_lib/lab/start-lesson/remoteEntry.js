// The command behind "Start this lesson" and F9, as JupyterLab loads it: plain, with no build step.
//
// JupyterLab's own "Run All Cells" scrolls to the end of the lesson, and is lost if it is chosen
// before the kernel has first answered. This one waits for the kernel and stays at the top.

let shared; // the modules that JupyterLab lends: name -> version -> { get }
let starting = false;

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
  activate: (app) => {
    app.commands.addCommand("start-lesson:start", {
      label: "Start this lesson",
      caption: "Start this lesson from its beginning",
      execute: () => startLesson(app),
    });
  },
};

(globalThis._JUPYTERLAB ??= {})["start-lesson"] = {
  init: (scope) => { shared = scope; },
  get: async () => () => ({ __esModule: true, default: plugin }),
};
