// The evidence drawer: a claim mark anywhere on the page opens its claim here.
import { build, openOnClick, wake } from "../frame/view.js";

/** Bring an evidence drawer to life; returns what puts it back to sleep. */
export function drawer(root) {
  const stopped = new AbortController();
  const { signal } = stopped;
  const claims = [...root.querySelectorAll("[data-claim]")];
  const openAll = (open) => {
    for (const claim of claims) claim.open = open;
  };
  root.querySelector('[data-do="open"]').addEventListener("click", () => openAll(true), { signal });
  root
    .querySelector('[data-do="close"]')
    .addEventListener("click", () => openAll(false), { signal });
  openOnClick(root, /#(C\d\d)$/, "data-claim", signal);
  wake(root);
  return () => stopped.abort();
}

export { drawer as wire };

export default {
  render: ({ model, el }) => drawer(build(el, model.get("markup"))),
};
