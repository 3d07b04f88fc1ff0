// What the learner lets this device remember. Storing is the model's part: the kernel's
// in a notebook, progress-store.js on a page.
import { announce, build, listen, store, wake } from "../frame/view.js";

/** More than the course can ever write; what is longer is not ours. */
const LARGEST = 100_000;
const FILE_NAME = "course-progress.json";

/** The whole content of a progress file. */
export function progressText(finished, checks, beliefs) {
  return JSON.stringify({ kind: "course-progress", version: 2, finished, checks, beliefs });
}

function download(text) {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.href = address;
  link.download = FILE_NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Bring the panel to life; returns what puts it back to sleep. */
export function panel(root, model) {
  const stopped = new AbortController();
  const { signal } = stopped;
  const lesson = model.get("lesson");
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const on = (element, event, react) => element.addEventListener(event, react, { signal });
  const button = (name, react) => on(root.querySelector(`[data-do="${name}"]`), "click", react);

  const mark = (list, done) => {
    const others = model.get(list).filter((each) => each !== lesson);
    store(model, list, done ? [...others, lesson].sort() : others);
  };
  const checkDone = (done) => {
    if (done === lesson && !model.get("checks").includes(lesson)) mark("checks", true);
  };
  const keepBeliefs = ({ which, answers }) => {
    const { [which]: _, ...others } = model.get("beliefs");
    const given = Object.keys(answers).length > 0;
    store(model, "beliefs", given ? { ...others, [which]: answers } : others);
  };
  /** Tell the lesson's other activities what is known of the learner's way so far. */
  const tell = () => {
    const detail = { finished: model.get("finished"), ...model.get("beliefs") };
    document.dispatchEvent(new CustomEvent("course:progress", { detail }));
  };
  const show = () => {
    part("remember").checked = model.get("remember");
    part("finish").checked = model.get("finished").includes(lesson);
  };
  const say = () => {
    show(); // also where storing failed and the box has to go back
    announce(part("message"), model.get("message"));
  };

  on(part("remember"), "change", (event) => store(model, "remember", event.target.checked));
  on(part("finish"), "change", (event) => mark("finished", event.target.checked));
  const lists = () => ["finished", "checks", "beliefs"].map((name) => model.get(name));
  button("export", () => download(progressText(...lists())));
  button("import", () => part("file").click());
  button("erase", () => store(model, "erasures", model.get("erasures") + 1));
  on(part("file"), "change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const text = await file.slice(0, LARGEST + 1).text();
    target.value = ""; // so that the same file can be chosen again
    store(model, "incoming", text || " ");
  });
  on(document, "course:check-done", ({ detail }) => checkDone(detail.lesson));
  on(document, "course:self-check", ({ detail }) => keepBeliefs(detail));
  on(document, "course:ask-progress", tell);

  for (const name of ["remember", "finished"]) listen(model, name, show, signal);
  for (const name of ["finished", "beliefs"]) listen(model, name, tell, signal);
  listen(model, "message", say, signal);
  wake(root);
  say();
  store(model, "seen", true);
  for (const quiz of document.querySelectorAll("[data-check-done]")) {
    checkDone(quiz.dataset.checkDone);
  }
  return () => stopped.abort();
}

export { panel as wire };

export default {
  render: ({ model, el }) => panel(build(el, model.get("markup")), model),
};
