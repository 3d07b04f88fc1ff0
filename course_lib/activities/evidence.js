// The evidence drawer: a claim mark anywhere on the page opens its claim here.
import { build, wake } from "./common.js";

const MARK = /#(C\d\d)$/;

/** Open a claim and offer the way back to the mark that led here. */
function openClaim(root, key, mark) {
  const claim = root.querySelector(`[data-claim="${key}"]`);
  if (!claim) return false;
  claim.open = true;
  const back = claim.querySelector("[data-back]");
  back.hidden = false;
  back.querySelector("button").onclick = () => {
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
  };
  const summary = claim.querySelector("summary");
  summary.scrollIntoView({ block: "center" });
  summary.focus({ preventScroll: true });
  return true;
}

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
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href]");
      const key = link && MARK.exec(link.getAttribute("href"))?.[1];
      if (!key || !root.isConnected || !openClaim(root, key, link)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true, signal },
  );
  wake(root);
  return () => stopped.abort();
}

export { drawer as wire };

export default {
  render: ({ model, el }) => drawer(build(el, model.get("markup"))),
};
