// Published figures: one group at a time, and two side by side where Python says it is fair.
import { listen, store, view, wake } from "../frame/view.js";

const EMPTY = { who: "", value: "", whisker: "", round: "", hole: "", square: "" };

/**
 * Put a row's name, value and paths into one lane of a picture.
 * @param {Part} root
 * @param {string} picture
 * @param {number} lane
 * @param {Record<string, string>} shape
 */
function fillLane(root, picture, lane, shape) {
  for (const [name, value] of Object.entries(shape)) {
    for (const part of root.querySelectorAll(`[data-part="${picture}-${name}-${lane}"]`)) {
      if (part.tagName === "g") part.querySelector("text").textContent = value;
      else part.setAttribute("d", value);
    }
  }
}

/** Bring the figures to life. @type {Wire} */
function explore(root, model, signal) {
  const [groups, shapes, pairs, sentences] = ["groups", "shapes", "pairs", "sentences"].map(
    (name) => model.get(name),
  );
  /** @type {Find} */
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  /** @param {string} name */
  const parts = (name) => root.querySelectorAll(`[data-part="${name}"]`);
  const controls = [...root.querySelectorAll("[data-control]")];
  /**
   * @param {string} name
   * @param {string} words
   */
  const say = (name, words) => {
    if (part(name).textContent !== words) part(name).textContent = words;
  };

  const showGroup = () => {
    const { title, note, rows, boxes } = groups[model.get("group")];
    say("title", title);
    say("note", note);
    for (let lane = 0; lane < 6; lane += 1) {
      fillLane(root, "group", lane, shapes[rows[lane]] ?? EMPTY);
    }
    for (const [form, box] of Object.entries(boxes))
      part(`group-${form}`)?.setAttribute("viewBox", box);
    for (const list of root.querySelectorAll("[data-group]")) {
      list.hidden = list.dataset.group !== model.get("group");
    }
  };
  const showPair = () => {
    const rows = [model.get("first"), model.get("second")];
    const [link, first, ...others] = pairs[rows.join("|")];
    root.querySelector("[data-pair]").hidden = !link;
    rows.forEach((row, lane) => {
      fillLane(root, "pair", lane, link ? shapes[row] : EMPTY);
    });
    for (const line of parts("pair-link")) line.setAttribute("d", link);
    say("verdict", sentences[first]);
    for (let i = 0; i < 5; i += 1) say(`reason-${i}`, sentences[others[i]] ?? "");
  };
  const showControls = () => {
    for (const control of controls) {
      const value = model.get(control.dataset.control);
      if (control.type === "radio") control.checked = control.value === value;
      else control.value = value;
    }
  };
  const show = () => {
    showGroup();
    showPair();
    showControls();
  };
  for (const control of controls) {
    control.addEventListener("input", () => store(model, control.dataset.control, control.value), {
      signal,
    });
  }
  for (const name of ["group", "first", "second"]) listen(model, name, show, signal);
  wake(root);
  // The list stands below the picture at once where there is room for it.
  root.querySelector(".cc-rows").open = root.clientWidth > 560;
  show();
}

export default view(explore);
