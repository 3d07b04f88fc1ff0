// What pages and JupyterLab share about leaving: the keys, and what a tab remembers of it.
// A classic script, so that it also runs from a file, under a strict policy and before all else.
(() => {
  const MARK = "notes";
  const PAGE = "page"; // marks a page's own entry in the history, which a restored tab keeps
  const TWICE = 1000; // ms between two presses of Escape, for hands that shake
  const THRICE = 5000; // ms between presses of Shift, for hands that are slow

  /** What does nothing where storage is switched off. @param {(kept: Storage) => any} act */
  function stored(act) {
    try {
      return act(sessionStorage);
    } catch {
      return null;
    }
  }

  /**
   * Note in this tab, and nowhere else, that it was left.
   *
   * Twice: storage can be switched off, and a busy Chromium now and then loses that of a file
   * when the page is loaded again.
   */
  function remember() {
    stored((kept) => kept.setItem(MARK, "1"));
    window.name = MARK;
  }

  /** The course was opened on purpose: the tab shows it again. */
  function forget() {
    stored((kept) => kept.removeItem(MARK));
    if (window.name === MARK) window.name = "";
  }

  function wasLeft() {
    return window.name === MARK || stored((kept) => kept.getItem(MARK)) !== null;
  }

  function mark() {
    history.replaceState(PAGE, "");
  }

  /** Whether this page came back through the history, by a reload or with a restored tab. */
  function cameBack() {
    const [visit] = /** @type {PerformanceNavigationTiming[]} */ (
      performance.getEntriesByType("navigation")
    );
    return history.state === PAGE || (visit && visit.type !== "navigate");
  }

  /**
   * What an Escape may be meant for, to see afterwards whether it was used.
   * @param {KeyboardEvent} event
   */
  function pressed(event) {
    return {
      event,
      field: /** @type {Part | null} */ (event.target),
      value: /** @type {Part | null} */ (event.target)?.value,
      note: document.querySelector(":popover-open:not([data-exit])"),
      dialog: document.querySelector("dialog[open]"),
      full: document.fullscreenElement,
    };
  }

  /** @param {ReturnType<typeof pressed>} what */
  function wasUsed({ event, field, value, note, dialog, full }) {
    return (
      event.defaultPrevented ||
      (note && !note.matches(":popover-open")) ||
      (dialog && !dialog.open) ||
      (full && !document.fullscreenElement) ||
      field?.value !== value
    );
  }

  /** @param {KeyboardEvent} event */
  const composing = (event) => event.isComposing || event.keyCode === 229;
  /** @param {KeyboardEvent} event */
  const withOther = (event) => event.ctrlKey || event.altKey || event.metaKey;

  /**
   * Call `leave` when Escape is pressed twice, or Shift three times with no other key.
   * @param {() => void} leave
   */
  function watchKeys(leave) {
    /** @type {ReturnType<typeof pressed> | null} */
    let first = null; // the first Escape
    let shifts = 0;
    let last = -Infinity; // when Shift was last let go
    let alone = false; // Shift is down, and nothing else happened since
    let left = false;
    const go = () => {
      left = true;
      leave();
    };
    const startAgain = () => {
      shifts = 0;
      alone = false;
    };

    /** @param {KeyboardEvent} event */
    function onEscape(event) {
      if (left) event.preventDefault(); // or the browser stops what has begun
      if (left || event.repeat || composing(event) || withOther(event)) return;
      const second = first && event.timeStamp - first.event.timeStamp < TWICE && !wasUsed(first);
      if (!second) {
        first = pressed(event);
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      go();
    }

    /** @type {(name: string, react: (event: any) => void) => void} */
    const watch = (name, react) => window.addEventListener(name, react, { capture: true });
    watch("keydown", (event) => {
      if (event.key === "Escape") onEscape(event);
      else first = null;
      if (event.key !== "Shift" || composing(event) || withOther(event)) startAgain();
      else if (!event.repeat) alone = true;
    });
    watch("keyup", (event) => {
      if (event.key !== "Shift" || !alone) return;
      alone = false;
      shifts = event.timeStamp - last < THRICE ? shifts + 1 : 1;
      last = event.timeStamp;
      if (shifts === 3) go();
    });
    watch("pointerdown", startAgain);
  }

  globalThis.leaving = { remember, forget, wasLeft, cameBack, mark, watchKeys };
})();
