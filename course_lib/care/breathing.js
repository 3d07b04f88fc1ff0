// A slow pace: starts only on request, has one way to stop it, and ends by itself.
// Which moment comes when is data (`paces`, one a second); nothing of it is kept or sent.
import { announce, fillIn, listen, store, view, wake } from "../frame/view.js";

const LESS_MOTION = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Bring the pace to life. @type {Wire} */
function breathe(root, model, signal) {
  const words = model.get("words");
  const [start, stop] = ["start", "stop"].map((name) => root.querySelector(`[data-do=${name}]`));
  const status = root.querySelector("[role=status]");
  const line = root.querySelector("[data-line]");
  const spoken = root.querySelector("[data-spoken]");
  const controls = [...root.querySelectorAll("[data-control]")];
  root.style.setProperty("--cc-in", `${root.dataset.in}s`);
  root.style.setProperty("--cc-out", `${root.dataset.out}s`);
  const moving = root.querySelector('input[value="moving"]');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const form = () => {
    const chosen = model.get("form");
    return LESS_MOTION.matches && chosen === "moving" ? "still" : chosen;
  };

  /**
   * Show one moment, or the picture at rest.
   * @param {[now: string, count: number, breath: number] | null} moment
   * @param {number} [breaths]
   */
  const show = (moment, breaths = 0) => {
    const [now, count, breath] = moment ?? ["rest", 0, 0];
    root.dataset.now = now;
    for (const word of root.querySelectorAll('[data-part="now"] text')) {
      word.textContent = words[moment ? `${now}_short` : "rest"];
    }
    if (!moment) {
      line.textContent = "\u00a0";
      return;
    }
    const template = form() === "count" ? words.line_count : words.line;
    line.textContent = fillIn(template, { now: words[now], count, breath, breaths });
    if (spoken.checked && count === 1) announce(status, words[now]);
  };

  const showForm = () => {
    root.dataset.form = form();
    root.querySelector(".cc-picture").hidden = form() === "count";
    moving.parentElement.hidden = LESS_MOTION.matches;
    root.querySelector("[data-reduced]").hidden = !LESS_MOTION.matches;
    for (const control of controls) {
      const value =
        control.dataset.control === "form" ? form() : model.get(control.dataset.control);
      control.checked = control.value === value;
    }
  };

  /** @param {boolean} running */
  const setRunning = (running) => {
    start.disabled = running;
    stop.disabled = !running;
    for (const control of [...controls, spoken]) control.disabled = running;
  };

  /**
   * @param {string} says
   * @param {Part | null} focus
   */
  const end = (says, focus) => {
    clearTimeout(timer);
    timer = undefined;
    show(null);
    setRunning(false);
    announce(status, says);
    focus?.focus();
  };

  const begin = () => {
    const pace = model.get("paces")[model.get("length")];
    const breaths = pace.at(-1)[2];
    const began = performance.now();
    let shown = -1;
    setRunning(true);
    announce(status, fillIn(words.started, { breaths }));
    stop.focus();
    const next = () => {
      // A page in the background is woken late: go on with the moment that it is.
      const second = Math.floor((performance.now() - began) / 1000 + 0.01);
      if (second >= pace.length) {
        // Not the focus on Start: someone about to press Stop would begin again.
        end(words.ended, root.contains(document.activeElement) ? status : null);
        return;
      }
      if (second !== shown) show(pace[second], breaths);
      shown = second;
      timer = setTimeout(next, began + (second + 1) * 1000 - performance.now());
    };
    next();
  };

  start.addEventListener("click", begin, { signal });
  stop.addEventListener("click", () => end(words.stopped, start), { signal });
  LESS_MOTION.addEventListener("change", showForm, { signal });
  for (const control of controls) {
    const choose = () => store(model, control.dataset.control, control.value);
    control.addEventListener("input", choose, { signal });
  }
  for (const name of ["form", "length"]) listen(model, name, showForm, signal);
  signal.addEventListener("abort", () => clearTimeout(timer));
  wake(root);
  showForm();
  show(null);
  setRunning(false);
}

export default view(breathe);
