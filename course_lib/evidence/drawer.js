// The evidence drawer: a claim mark anywhere on the page opens its claim here.
import { openOnClick, view, wake } from "../frame/view.js";

/** Bring an evidence drawer to life. @type {Wire} */
function drawer(root, _, signal) {
  const claims = [...root.querySelectorAll("[data-claim]")];
  /** @param {boolean} open */
  const openAll = (open) => {
    for (const claim of claims) claim.open = open;
  };
  root.querySelector('[data-do="open"]').addEventListener("click", () => openAll(true), { signal });
  root
    .querySelector('[data-do="close"]')
    .addEventListener("click", () => openAll(false), { signal });
  openOnClick(root, /#(C\d\d)$/, "data-claim", signal);
  wake(root);
}

export default view(drawer);
