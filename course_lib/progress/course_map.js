// The course map: marks what the progress panel of the same lesson says is finished.
import { build, wake } from "../frame/view.js";

function mark(root, finished) {
  for (const item of root.querySelectorAll("[data-lesson]")) {
    const done = finished.includes(item.dataset.lesson);
    item.querySelector("[data-done]").hidden = !done;
    item.classList.toggle("cc-done", done);
  }
}

/** Bring the map to life; returns what puts it back to sleep. */
export function courseMap(root) {
  const stopped = new AbortController();
  const { signal } = stopped;
  document.addEventListener("course:progress", ({ detail }) => mark(root, detail.finished), {
    signal,
  });
  document.dispatchEvent(new CustomEvent("course:ask-progress"));
  wake(root);
  return () => stopped.abort();
}

export { courseMap as wire };

export default {
  render: ({ model, el }) => courseMap(build(el, model.get("markup"))),
};
