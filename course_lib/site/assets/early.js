// What must work at once and everywhere, also from a file: quick exit and colours.
(() => {
  const page = document.documentElement;
  const { leaving } = globalThis;
  // A page with no others beside it keeps its address, without a place in it, when it is left.
  const alone = "alone" in page.dataset;
  const notes = alone
    ? location.href.replace(/#.*/, "")
    : new URL("notes.html", location.href).href;
  page.dataset.place = ""; // scripts run here
  // Where a script of the page's own never arrives, nothing else would say so.
  window.addEventListener("load", () => {
    if (!globalThis.courseParts || Array.isArray(globalThis.courseParts)) page.dataset.trouble = "";
  });

  const hide = () => page.style.setProperty("display", "none", "important");
  const unhide = () => page.style.removeProperty("display");

  /**
   * Put the plain page in the place of this one, here and in the history.
   *
   * Nothing is fetched, so that it works off line and the browser has nothing to stop.
   */
  function showNotes() {
    hide();
    const style = document.querySelector("link[data-notes], style[data-notes]");
    const { title, parts } = JSON.parse(document.querySelector("script[data-notes]").textContent);
    const head = document.createElement("head");
    const body = document.createElement("body");
    style.media = "all";
    head.append(...document.querySelectorAll("meta"), style);
    body.append(written(parts));
    page.replaceChildren(head, body);
    document.title = title;
    for (const name of Object.keys(page.dataset)) delete page.dataset[name];
    unhide();
    scrollTo(0, 0);
    try {
      history.replaceState("notes", "", notes);
    } catch {
      if (!alone) location.replace(notes); // a page that was opened as a file has no other way
    }
  }

  /**
   * The words of the plain page, as notes.html has them.
   * @param {[level: string, words: string, lines: string[]][]} parts
   */
  function written(parts) {
    const main = document.createElement("main");
    for (const [level, words, lines] of parts) {
      const heading = document.createElement(level);
      heading.textContent = words;
      const list = document.createElement("ul");
      for (const line of lines) {
        const item = document.createElement("li");
        item.textContent = line;
        list.append(item);
      }
      main.append(heading, list);
    }
    return main;
  }

  function leave() {
    leaving.remember();
    hide();
    window.stop();
    showNotes();
  }

  // After leaving, each page of this tab comes back as the plain one, until the course is
  // opened on purpose.
  function arrive() {
    if (leaving.wasLeft() && leaving.cameBack()) {
      hide(); // nothing of it is painted
      document.title = JSON.parse(document.querySelector("script[data-notes]").textContent).title;
      if (document.readyState !== "loading") showNotes();
      else document.addEventListener("DOMContentLoaded", showNotes);
      return;
    }
    leaving.forget();
    leaving.mark();
  }

  if (document.prerendering) document.addEventListener("prerenderingchange", arrive);
  else arrive();
  window.addEventListener("hashchange", leaving.mark);

  // A page that the browser keeps aside comes back without running this again, as it was seen.
  window.addEventListener("pagehide", (event) => {
    if (event.persisted) hide();
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    if (leaving.wasLeft()) showNotes();
    else unhide();
  });

  // Firefox keeps a page aside with a session storage of its own, in which it was never left;
  // a page that listens to this is not kept aside there.
  window.addEventListener("unload", () => {});

  // The list of contents is open where it stands beside the lesson, and one line elsewhere.
  document.addEventListener("DOMContentLoaded", () => {
    const contents = document.querySelector("[data-contents]");
    const beside = matchMedia("(min-width: 66rem)");
    const show = () => {
      if (contents) contents.open = beside.matches;
    };
    beside.addEventListener("change", show);
    show();
  });

  leaving.watchKeys(leave);
  document.addEventListener("click", (event) => {
    if (!(/** @type {Part} */ (event.target).closest?.("[data-exit]"))) return;
    event.preventDefault();
    leave();
  });

  // A link within the page takes the place of its entry in the history: Back leaves the page.
  window.addEventListener("click", (event) => {
    const link = /** @type {Part} */ (event.target).closest?.('a[href^="#"]');
    const other = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || event.defaultPrevented || other || event.button) return;
    event.preventDefault();
    location.replace(link.getAttribute("href") ?? "");
  });

  document.addEventListener("DOMContentLoaded", () => {
    const exit = document.querySelector("[data-exit]");
    if (!exit) return; // it was left while it was still being read
    keepOnTop(exit);
    const switches = document.querySelector("fieldset.theme");
    switches.hidden = false;
    // A reload starts with the system's colours again: nothing is remembered.
    switches.querySelector("input").checked = true;
    switches.addEventListener("change", (event) => {
      const { value } = /** @type {Part} */ (event.target);
      if (value) page.dataset.theme = value;
      else delete page.dataset.theme;
    });
  });

  /**
   * Move a note up from under the way out, so that all its words can be read. Where help
   * stands beside the way out, neither is covered.
   * @param {Part} note
   * @param {DOMRect} corner
   */
  function moveAside(note, corner) {
    note.style.transform = "";
    const box = note.getBoundingClientRect();
    const left = document.querySelector(".to-help")?.checkVisibility() ? 0 : corner.left;
    const apart = box.right < left || box.bottom < corner.top || box.top > corner.bottom;
    if (apart) return;
    const up = Math.min(box.bottom - corner.top + 8, box.top);
    note.style.transform = `translateY(${-up}px)`;
  }

  /**
   * Keep the way out above every note that opens.
   * @param {Part} exit
   */
  function keepOnTop(exit) {
    if (!exit.showPopover) return;
    exit.popover = "manual";
    exit.showPopover();
    /** @param {any} event */
    const above = (event) => {
      // What opens in the text fires the same event, and covers nothing.
      const note = event.target.popover && event.target !== exit;
      if (!note || event.newState !== "open") return;
      const focused = document.activeElement === exit;
      exit.hidePopover();
      exit.showPopover();
      if (focused) exit.focus();
      moveAside(event.target, exit.getBoundingClientRect());
    };
    document.addEventListener("toggle", above, { capture: true });
  }
})();
