// The help panel, with a way out of JupyterLab. A page has its own, always in sight.
import { build, wake } from "./common.js";

/** Leave for an empty page, without JupyterLab's question about unsaved changes. */
function leave() {
  window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), {
    capture: true,
  });
  window.location.replace("about:blank");
}

/** Bring the panel to life; returns what puts it back to sleep. */
export function help(root) {
  const stopped = new AbortController();
  const exit = root.querySelector('[data-do="leave"]');
  exit.addEventListener("click", leave, { signal: stopped.signal });
  wake(root);
  if (document.querySelector("[data-exit]")) exit.parentElement.hidden = true;
  return () => stopped.abort();
}

export { help as wire };

export default {
  render: ({ model, el }) => help(build(el, model.get("markup"))),
};
