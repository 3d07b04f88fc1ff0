// The help panel, with a way out where there is no other: pages and the course's JupyterLab
// have one that is always in sight.
import { openOnClick, view, wake } from "../frame/view.js";

/** Leave for an empty page, without JupyterLab's question about unsaved changes. */
function leave() {
  window.onbeforeunload = null; // JupyterLab listened first, so its question is made harmless
  BeforeUnloadEvent.prototype.preventDefault = () => {};
  Object.defineProperty(BeforeUnloadEvent.prototype, "returnValue", { get: () => "", set() {} });
  window.location.replace("about:blank");
}

/**
 * Say so where the review is over a year old. The date is today's, so nothing stored has it.
 * @param {Part} root
 * @param {{ fresh_until: string, old: string }} review
 */
function tellAge(root, { fresh_until: freshUntil, old }) {
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  if (day <= freshUntil || root.querySelector("[data-old]")) return;
  const note = document.createElement("p");
  note.dataset.old = "";
  note.className = "cc-old";
  note.textContent = old;
  root.prepend(note);
}

/** Bring the panel to life. @type {Wire} */
function help(root, model, signal) {
  const exit = root.querySelector('[data-do="leave"]');
  exit.addEventListener("click", leave, { signal });
  openOnClick(root, /#(help)$/, "data-help", signal);
  wake(root);
  tellAge(root, model.get("review"));
  if (document.querySelector("[data-exit]")) exit.parentElement.hidden = true;
}

export default view(help);
