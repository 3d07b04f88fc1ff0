// The course map: marks what the progress panel of the same lesson says is finished.
import { view, wake } from "../frame/view.js";

/**
 * @param {Part} root
 * @param {string[]} finished
 */
function mark(root, finished) {
  for (const item of root.querySelectorAll("[data-lesson]")) {
    const done = finished.includes(item.dataset.lesson);
    item.querySelector("[data-done]").hidden = !done;
    item.classList.toggle("cc-done", done);
  }
}

/** Bring the map to life. @type {Wire} */
function courseMap(root, _, signal) {
  document.addEventListener("course:progress", ({ detail }) => mark(root, detail.finished), {
    signal,
  });
  document.dispatchEvent(new CustomEvent("course:ask-progress"));
  wake(root);
}

export default view(courseMap);
