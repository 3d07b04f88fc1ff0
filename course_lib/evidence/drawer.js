// The evidence drawer: a claim mark anywhere on the page opens its claim in place, as a note.
// The note is a copy of the drawer's entry, so that nobody is taken away from what they read.
import { openOnClick, view, wake } from "../frame/view.js";

/**
 * Make the note of one claim.
 * @param {Part} claim
 * @param {Record<string, string>} words
 */
function noteOf(claim, words) {
  const note = document.createElement("section");
  note.className = "cc cc-note";
  note.setAttribute("role", "dialog");
  note.popover = "auto";
  note.tabIndex = -1;
  const says = document.createElement("p");
  says.textContent = `${words.article_says}:`;
  const title = document.createElement("p");
  title.className = "cc-subtitle";
  title.append(...claim.querySelector("summary").cloneNode(true).childNodes);
  note.setAttribute("aria-label", title.textContent ?? "");
  const entry = /** @type {Part} */ (claim.querySelector("dl").cloneNode(true));
  entry.removeAttribute("id");
  const buttons = document.createElement("div");
  buttons.className = "cc-buttons";
  for (const name of ["note_close", "note_more"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.do = name;
    button.textContent = words[name];
    buttons.append(button);
  }
  note.append(buttons, says, title, entry);
  return note;
}

/**
 * Show a claim beside the mark that asked for it; closing it leads back to the mark.
 * @param {Part} link
 * @param {Part} claim
 * @param {Record<string, string>} words
 * @param {() => void} more
 */
function showNote(link, claim, words, more) {
  const note = noteOf(claim, words);
  /** @type {Find} */
  const button = (name) => note.querySelector(`[data-do="${name}"]`);
  let back = true;
  note.addEventListener("focusin", ({ target }) => {
    /** @type {Part} */ (target).dataset.lmSuppressShortcuts = "true";
  });
  note.addEventListener("toggle", (/** @type {any} */ event) => {
    if (event.newState !== "closed") return;
    const inside =
      note.contains(document.activeElement) || document.activeElement === document.body;
    note.remove();
    if (back && inside) link.focus({ preventScroll: true });
  });
  button("note_close").onclick = () => note.hidePopover();
  button("note_more").onclick = () => {
    back = false;
    note.hidePopover();
    more();
  };
  document.body.append(note);
  /** @type {any} */ (note).showPopover({ source: link });
  note.focus({ preventScroll: true });
}

/** Bring an evidence drawer to life. @type {Wire} */
function drawer(root, model, signal) {
  const claims = [...root.querySelectorAll("[data-claim]")];
  /** @param {boolean} open */
  const openAll = (open) => {
    for (const claim of claims) claim.open = open;
  };
  root.querySelector('[data-do="open"]').addEventListener("click", () => openAll(true), { signal });
  root
    .querySelector('[data-do="close"]')
    .addEventListener("click", () => openAll(false), { signal });
  openOnClick(root, /#(C\d\d)$/, "data-claim", signal, {
    /** A mark outside the drawer opens a note, where the browser has such. */
    instead: (link, claim, open) => {
      if (root.contains(link) || !("showPopover" in link)) return false;
      showNote(link, claim, model.get("words"), open);
      return true;
    },
  });
  wake(root);
}

export default view(drawer);
