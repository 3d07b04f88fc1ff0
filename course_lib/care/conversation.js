// Play a conversation: the moments of the path stand in order, the last one offers choices.
import { build, listen, store, wake } from "../frame/view.js";

/** The moments along a path, from the first to the one where it stands. */
function follow(root, path) {
  const moment = (name) => root.querySelector(`[data-node="${name}"]`);
  const found = [moment(root.dataset.start)];
  for (const choice of path) {
    const taken = found.at(-1).querySelector(`[data-choice="${choice}"]`);
    if (!taken) break;
    found.push(moment(taken.dataset.to));
  }
  return found;
}

/** Show a moment as the last one, with its choices, or as one that has passed. */
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

/** Bring a conversation to life; returns what puts it back to sleep. */
export function talk(root, model) {
  const stopped = new AbortController();
  const { signal } = stopped;
  const place = root.querySelector(".cc-moments");
  const all = [...root.querySelectorAll("[data-node]")];
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
  const go = (path) => {
    store(model, "path", path);
    follow(root, path).at(-1).focus();
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
  return () => stopped.abort();
}

export { talk as wire };

export default {
  render: ({ model, el }) => talk(build(el, model.get("markup")), model),
};
