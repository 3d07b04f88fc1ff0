// Play a conversation: the moments of the path stand in order, the last one offers choices.
import { listen, store, view, wake } from "../frame/view.js";

/**
 * The moments along a path, from the first to the one where it stands.
 * @param {Part} root
 * @param {number[]} path
 */
function follow(root, path) {
  /** @type {Find} */
  const moment = (name) => root.querySelector(`[data-node="${name}"]`);
  let last = moment(root.dataset.start);
  const found = [last];
  for (const choice of path) {
    const taken = last.querySelector(`[data-choice="${choice}"]`);
    if (!taken) break;
    last = moment(taken.dataset.to);
    found.push(last);
  }
  return found;
}

/**
 * Show a moment as the last one, with its choices, or as one that has passed.
 * @param {Part} moment
 * @param {number | undefined} chosen
 */
function showMoment(moment, chosen) {
  const passed = chosen !== undefined;
  for (const ask of moment.querySelectorAll("[data-ask]")) ask.hidden = passed;
  for (const choice of moment.querySelectorAll("[data-choice]")) {
    const taken = choice.dataset.choice === String(chosen);
    choice.hidden = passed && !taken;
    choice.querySelector("button").hidden = passed;
    choice.querySelector(".cc-say").hidden = !taken;
    choice.querySelector(".cc-does").hidden = !taken;
  }
}

/** Bring a conversation to life. @type {Wire} */
function talk(root, model, signal) {
  const place = root.querySelector(".cc-moments");
  const all = [...root.querySelectorAll("[data-node]")];
  /** @type {Find} */
  const button = (name) => root.querySelector(`[data-do="${name}"]`);

  const show = () => {
    const path = model.get("path");
    const moments = follow(root, path);
    for (const moment of all) moment.hidden = !moments.includes(moment);
    moments.forEach((moment, i) => {
      place.append(moment);
      showMoment(moment, path[i]);
    });
    for (const name of ["back", "again"]) button(name).disabled = path.length === 0;
  };
  /** @param {number[]} path */
  const go = (path) => {
    store(model, "path", path);
    follow(root, path).at(-1)?.focus();
  };
  for (const choice of root.querySelectorAll("[data-choice]")) {
    choice
      .querySelector("button")
      .addEventListener("click", () => go([...model.get("path"), Number(choice.dataset.choice)]), {
        signal,
      });
  }
  button("back").addEventListener("click", () => go(model.get("path").slice(0, -1)), { signal });
  button("again").addEventListener("click", () => go([]), { signal });
  listen(model, "path", show, signal);
  wake(root);
  show();
}

export default view(talk);
