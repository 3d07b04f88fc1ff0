// What the learner lets the course remember: the panel. What it says is what is stored.
import { draft } from "../frame/draft.js";
import { announce, view, wake } from "../frame/view.js";
import { encode, LARGEST } from "./record.js";
import { browserShelf, kernelShelf } from "./shelf.js";
import { nothing, remembering } from "./state.js";

const FILE_NAME = "course-progress.json";

/** @param {string} text */
function download(text) {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.href = address;
  link.download = FILE_NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/**
 * Bring the panel to life over a shelf.
 * @param {Part} root
 * @param {Model} model
 * @param {AbortSignal} signal
 * @param {import("./state.js").Shelf} shelf
 */
function panel(root, model, signal, shelf) {
  const lesson = model.get("lesson");
  /** @type {Find} */
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  /**
   * @param {EventTarget} element
   * @param {string} event
   * @param {(event: any) => void} react
   */
  const on = (element, event, react) => element.addEventListener(event, react, { signal });
  /**
   * @param {string} name
   * @param {() => void} react
   */
  const button = (name, react) => on(root.querySelector(`[data-do="${name}"]`), "click", react);

  /** Tell the lesson's other activities what is known of the learner's way so far. */
  const tell = () => {
    const { finished, beliefs } = progress.here;
    const detail = { finished, ...beliefs };
    document.dispatchEvent(new CustomEvent("course:progress", { detail }));
  };
  /**
   * @param {string | null} said
   * @param {boolean} settled
   */
  const show = (said, settled) => {
    if (signal.aborted) return;
    kept.now = progress.now;
    if (settled) {
      part("remember").checked = progress.on;
      part("finish").checked = progress.here.finished.includes(lesson);
    }
    tell();
    if (said !== null) announce(part("message"), said);
  };
  const kept = draft(`progress-${lesson}`, () => ({ now: nothing() }));
  const progress = remembering(shelf, model.get("words"), show, kept.now);

  /** @param {string} done */
  const checkDone = (done) => {
    if (done === lesson) progress.mark("checks", lesson, true);
  };
  on(part("remember"), "change", ({ target }) => {
    if (target.checked) progress.begin();
    else progress.erase();
  });
  on(part("finish"), "change", ({ target }) => {
    progress.mark("finished", lesson, target.checked);
  });
  button("export", () => download(encode(progress.here)));
  button("import", () => part("file").click());
  button("erase", () => progress.erase());
  on(part("file"), "change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const text = await file.slice(0, LARGEST + 1).text();
    target.value = ""; // so that the same file can be chosen again
    progress.takeIn(text);
  });
  on(document, "course:check-done", ({ detail }) => checkDone(detail.lesson));
  on(document, "course:self-check", ({ detail }) => {
    progress.believe(detail.which, detail.answers);
  });
  on(document, "course:ask-progress", tell);
  // Another tab may have stored or erased something meanwhile.
  on(window, "storage", () => progress.lookAgain());
  on(document, "visibilitychange", () => {
    if (!document.hidden) progress.lookAgain();
  });

  part("kept").textContent = model.get("words")[`kept_${model.get("place") ?? "here"}`];
  wake(root);
  progress.recall();
  for (const quiz of document.querySelectorAll("[data-check-done]")) {
    checkDone(/** @type {Part} */ (quiz).dataset.checkDone);
  }
}

export default view(
  (root, model, signal) => panel(root, model, signal, browserShelf()),
  (root, model, signal) => panel(root, model, signal, kernelShelf(model, signal)),
);
