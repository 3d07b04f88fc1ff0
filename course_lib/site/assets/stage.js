// The stage and the leader's window: the same screens in both, kept in step by messages.
// reveal.js lays the screens out; keys and steps are ours, because a slider in focus would
// swallow the keys of a clicker, and because a control's state has to reach both windows.
(() => {
  const page = document.documentElement;
  const { role } = page.dataset;
  /** @type {Deck} */
  const deck = JSON.parse(document.querySelector("script[data-deck]").textContent);
  const sections = [...document.querySelectorAll(".screen")];
  const dialog = /** @type {any} */ (document.querySelector("dialog"));
  const dark = document.querySelector(".dark");
  /** @type {((state: StageState) => void)[]} */
  const watchers = [];
  /** The other window: the leader's for the stage, the stage for the leader's. @type {any} */
  let peer = role === "leader" ? window.opener : null;

  /** @type {StageState} */
  let state = { screen: 0, step: 0, dark: false, began: 0, values: {} };

  // What is on a screen -------------------------------------------------------------------

  /** @param {Part} control */
  function chosen(control) {
    return control.type === "range"
      ? control.dataset.values.split(" ")[control.valueAsNumber]
      : control.value;
  }

  /** @param {number} screen */
  const controlsOf = (screen) => [...sections[screen].querySelectorAll("[data-control]")];

  /** Return the state of the figure on a screen, by name. @param {number} screen */
  function valuesOn(screen) {
    /** @type {Record<string, string>} */
    const found = {};
    for (const control of controlsOf(screen)) {
      if (control.type !== "radio" || control.checked) {
        found[control.dataset.control] = chosen(control);
      }
    }
    return found;
  }

  /** Move the controls of a screen, as a hand would. @type {(screen: number, values: Record<string, string>) => void} */
  function moveControls(screen, values) {
    for (const control of controlsOf(screen)) {
      const wanted = values[control.dataset.control];
      if (wanted === undefined) continue;
      if (control.type === "range") {
        const place = control.dataset.values.split(" ").indexOf(wanted);
        if (place < 0 || control.valueAsNumber === place) continue;
        control.value = String(place);
      } else {
        if (control.value !== wanted || control.checked) continue;
        control.checked = true;
      }
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  /** Show the parts of a screen that belong to a step. @type {(screen: number, step: number) => void} */
  function showStep(screen, step) {
    for (const part of sections[screen].querySelectorAll("[data-at], [data-from], [data-mark]")) {
      const { at, from, mark } = part.dataset;
      if (at) part.hidden = Number(at) !== step;
      if (from) part.hidden = Number(from) > step;
      if (mark) part.toggleAttribute("data-marked", Number(mark) === step);
    }
  }

  // One state for both windows --------------------------------------------------------------

  let quiet = false; // while controls are moved by us, their events are no news

  /** @param {StageState} wanted */
  function show(wanted) {
    state = wanted;
    quiet = true;
    showStep(state.screen, state.step);
    moveControls(state.screen, state.values);
    quiet = false;
    reveal.slide(state.screen);
    sections.forEach((section, place) => {
      section.inert = place !== state.screen;
    });
    dark.hidden = !state.dark;
    page.dataset.shown = `${deck.screens[state.screen].id} ${state.step}`;
    remember();
    for (const watch of watchers) watch(state);
  }

  /** Go to a state, here and in the other window. @param {Partial<StageState>} change */
  function change(change) {
    show({ ...state, ...change });
    tell();
  }

  const tell = () => peer?.postMessage({ course: "state", state }, "*");

  /** @type {(screen: number, step: number, values?: Record<string, string>) => void} */
  function go(screen, step, values = deck.screens[screen].steps[step].at) {
    change({ screen, step, values: { ...valuesOn(screen), ...values }, dark: false });
  }

  function next() {
    const { screen, step } = state;
    if (step + 1 < deck.screens[screen].steps.length) go(screen, step + 1);
    else if (screen + 1 < sections.length) go(screen + 1, 0);
  }

  function previous() {
    const { screen, step } = state;
    if (step > 0) go(screen, step - 1);
    else if (screen > 0) go(screen - 1, deck.screens[screen - 1].steps.length - 1);
  }

  // The address of a state ------------------------------------------------------------------

  function remember() {
    const { id } = deck.screens[state.screen];
    const asked = new URLSearchParams({
      figure: id,
      step: String(state.step + 1),
      ...state.values,
    });
    try {
      history.replaceState(null, "", `?${asked}`);
    } catch {
      // Some browsers keep the address of a file as it is; nothing else depends on it.
    }
  }

  /** Return the state that the address asks for, as far as there is such a state. */
  function asked() {
    const { figure, step, ...values } = Object.fromEntries(new URLSearchParams(location.search));
    const screen = Math.max(
      deck.screens.findIndex(({ id }) => id === figure),
      0,
    );
    const { steps } = deck.screens[screen];
    const fits = steps.findIndex(
      ({ at }) =>
        Object.keys(at).some((name) => values[name]) &&
        Object.entries(at).every(([name, value]) => (values[name] ?? value) === value),
    );
    const given = Number(step) - 1;
    const place = given in steps ? given : Math.max(fits, 0);
    const own = { ...valuesOn(screen), ...steps[place].at };
    for (const name of Object.keys(own)) own[name] = values[name] ?? own[name];
    return { ...state, screen, step: place, values: own };
  }

  // Keys --------------------------------------------------------------------------------------

  function jump() {
    dialog.showModal();
    dialog.querySelector(`[data-go="${state.screen}"]`).focus();
  }

  const toggleDark = () => change({ dark: !state.dark });
  /** Keys of a clicker: from any focus, also from a slider. @type {Record<string, () => void>} */
  const always = { PageDown: next, PageUp: previous };
  /** Keys that mean something else in a control. @type {Record<string, () => void>} */
  const free = {
    " ": toggleDark,
    b: toggleDark,
    ".": toggleDark,
    g: jump,
    l: openLeader,
    ArrowRight: next,
    ArrowLeft: previous,
  };

  window.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || dialog.open) return;
      const focused = /** @type {Part | null} */ (document.activeElement);
      const used = focused?.closest("input, button, select, textarea, a");
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const does = always[key] ?? (used ? undefined : free[key]);
      if (!does) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.repeat && does === toggleDark) return; // a key held down would flicker
      does();
    },
    { capture: true },
  );

  document.addEventListener("input", (event) => {
    const control = /** @type {Part} */ (event.target);
    if (quiet || !control.dataset.control) return;
    change({ values: valuesOn(state.screen) });
  });

  document.addEventListener("click", (event) => {
    const button = /** @type {Part} */ (event.target).closest?.("button");
    if (!button) return;
    if (button.dataset.go) {
      dialog.close();
      go(Number(button.dataset.go), 0);
    } else if (button.dataset.do === "close") dialog.close();
    else if (button.dataset.do === "leader") openLeader();
    button.blur(); // the next key is the stage's again
  });

  // The other window --------------------------------------------------------------------------

  function openLeader() {
    if (role !== "stage") return;
    peer = window.open(deck.leader, "leader", "popup,width=1200,height=860");
    document.querySelector("[data-blocked]").hidden = Boolean(peer);
  }

  /** Whether a message comes from the other window, also if this one was loaded again. @param {any} source */
  function isPeer(source) {
    if (source && source === peer) return true;
    return Boolean(role === "stage" && source && source !== window && source.opener === window);
  }

  window.addEventListener("message", ({ data, source }) => {
    if (!data || !isPeer(source)) return;
    peer = source;
    page.dataset.connected = "";
    if (data.course === "hello") tell();
    else if (data.course === "state") show({ ...state, ...data.state });
  });

  // Begin ---------------------------------------------------------------------------------------

  const reveal = new /** @type {any} */ (globalThis).Reveal(document.querySelector(".reveal"), {
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 6,
    embedded: role === "leader",
    center: false,
    display: "flex",
    controls: false,
    progress: false,
    hash: false,
    history: false,
    respondToHashChanges: false,
    keyboard: false,
    overview: false,
    touch: false,
    help: false,
    jumpToSlide: false,
    postMessage: false,
    postMessageEvents: false,
    fragments: false,
    autoAnimate: false,
    transition: "none",
    backgroundTransition: "none",
    hideInactiveCursor: false,
    scrollActivationWidth: null,
    viewDistance: sections.length,
    mobileViewDistance: sections.length,
  });

  /** Show the first state, once the figures can move. */
  function begin() {
    show(asked());
    page.dataset.ready = "";
    if (role === "leader") peer?.postMessage({ course: "hello" }, "*");
  }

  globalThis.courseStage = {
    deck,
    change,
    now: () => state,
    watch: (react) => watchers.push(react),
  };
  const awake = new Promise((resolve) => {
    const look = () => "awake" in page.dataset || "trouble" in page.dataset;
    if (look()) resolve(true);
    new MutationObserver((_, observer) => {
      if (!look()) return;
      observer.disconnect();
      resolve(true);
    }).observe(page, { attributes: true });
  });
  Promise.all([reveal.initialize(), awake]).then(begin);
})();
