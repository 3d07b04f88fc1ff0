// A page of the learner's own. What is ticked and written stays in the memory of this page of
// the browser: it is never set on the model, so no kernel, notebook or store ever holds it.
import { draft } from "../frame/draft.js";
import { announce, view, wake } from "../frame/view.js";

const own = draft("own", () => ({ ticked: /** @type {Set<string>} */ (new Set()), note: "" }));
/** About as many lines as fit on one sheet, and letters on one line. */
const FULL = 38;
const WIDTH = 92;
const PRINTING = "cc-printing";
const STYLE = `body { font: 11pt/1.4 sans-serif; margin: 0; color: #000; background: #fff; }
  p { margin: 0 0 .4rem; } ul { margin: 0 0 .8rem; padding-left: 1.2rem; }
  .cc-title { font-weight: 700; font-size: 16pt; } .cc-subtitle { font-weight: 700; }
  .cc-own { white-space: pre-wrap; overflow-wrap: anywhere; }
  .cc-foot { border-top: 1px solid; padding-top: .4rem; }`;

/**
 * @param {string} name
 * @param {string} className
 * @param {string} text
 */
function line(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

/**
 * About how many printed lines some elements take.
 * @param {HTMLElement[]} elements
 */
function linesOf(elements) {
  const texts = elements.flatMap((each) => [...(each.children.length ? each.children : [each])]);
  return texts
    .flatMap((each) => each.textContent.split("\n"))
    .reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / WIDTH)), 0);
}

/**
 * The page's content: only what was ticked or written, and where help is.
 * @param {Part} root
 * @param {Words} words
 */
function sheet(root, words) {
  const parts = [line("p", "cc-title", words.sheet_title)];
  for (const group of root.querySelectorAll("[data-group]")) {
    const ticked = [...group.querySelectorAll("[data-tick]")].filter((box) => box.checked);
    if (!ticked.length) continue;
    const list = document.createElement("ul");
    list.append(...ticked.map((box) => line("li", "", box.nextElementSibling.textContent)));
    parts.push(line("p", "cc-subtitle", group.querySelector("summary").textContent), list);
  }
  if (own.note.trim()) {
    parts.push(line("p", "cc-subtitle", words.sheet_note), line("p", "cc-own", own.note));
  }
  if (parts.length === 1) return null;
  parts.push(line("p", "cc-foot", root.querySelector('[data-part="help"]').textContent));
  return parts;
}

/**
 * Print on a page: for that moment, the sheet is all there is.
 * @param {HTMLElement[]} parts
 * @param {string} title
 */
function printHere(parts, title) {
  const alone = document.createElement("div");
  alone.className = "cc-printout";
  alone.append(...parts);
  document.body.append(alone);
  const was = document.title;
  document.title = title; // what the browser prints above the page, and proposes as file name
  document.documentElement.classList.add(PRINTING);
  const after = () => {
    document.documentElement.classList.remove(PRINTING);
    document.title = was;
    alone.remove();
  };
  window.addEventListener("afterprint", after, { once: true });
  window.print();
  return true;
}

/**
 * Print from JupyterLab, whose own page cannot be printed well: in a window of its own.
 * @param {HTMLElement[]} parts
 * @param {string} title
 */
function printInWindow(parts, title) {
  const sheetOnly = window.open("", "_blank");
  if (!sheetOnly) return false;
  sheetOnly.document.title = title;
  sheetOnly.document.head.append(line("style", "", STYLE));
  sheetOnly.document.body.append(...parts);
  sheetOnly.addEventListener("afterprint", () => sheetOnly.close(), { once: true });
  sheetOnly.print();
  return true;
}

/**
 * Bring the page to life.
 * @param {Part} root
 * @param {Model} model
 * @param {AbortSignal} signal
 * @param {(parts: HTMLElement[], title: string) => boolean} print
 */
function summary(root, model, signal, print = printHere) {
  const words = model.get("words");
  /** @type {Find} */
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  /** @type {Find} */
  const button = (name) => root.querySelector(`[data-do="${name}"]`);
  /**
   * @param {Part} element
   * @param {string} event
   * @param {(event: Event) => void} react
   */
  const on = (element, event, react) => element.addEventListener(event, react, { signal });
  const boxes = [...root.querySelectorAll("[data-tick]")];
  const note = part("note");
  /** @param {string} text */
  const say = (text) => announce(part("status"), text);

  const show = () => {
    const parts = sheet(root, words);
    part("sheet").replaceChildren(...(parts ?? [line("p", "", words.empty)]));
    if (parts && linesOf(parts) > FULL) part("sheet").prepend(line("p", "cc-feedback", words.full));
    button("print").disabled = !parts;
    part("help").hidden = Boolean(parts); // then it is the last line of the preview
  };
  const restore = () => {
    for (const box of boxes) {
      box.checked = own.ticked.has(box.dataset.tick);
      // Firefox would tick it again after a reload; markup may say so only of fields for text.
      box.setAttribute("autocomplete", "off");
    }
    note.value = own.note;
    show();
  };
  /** @param {boolean} everything */
  const clear = (everything) => {
    if (everything) own.ticked.clear();
    own.note = "";
    restore();
    say(everything ? words.cleared : words.note_cleared);
  };

  for (const box of boxes) {
    on(box, "change", () => {
      own.ticked[box.checked ? "add" : "delete"](box.dataset.tick);
      say("");
      show();
    });
  }
  on(note, "input", () => {
    own.note = note.value;
    show();
  });
  on(button("clear_note"), "click", () => {
    clear(false);
    note.focus();
  });
  on(button("clear"), "click", () => clear(true));
  on(button("print"), "click", () => {
    const parts = sheet(root, words);
    if (parts) say(print(parts, words.sheet_title) ? words.printed : words.blocked);
  });
  wake(root);
  restore();
}

export default view(summary, (root, model, signal) => summary(root, model, signal, printInWindow));
