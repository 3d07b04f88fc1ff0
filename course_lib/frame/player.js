// Plays a figure: what moves is data (`tables`), looked up by state. No formulas here.
import { keepFromSwipes, tellAt } from "./touch.js";
import { listen, put, store, view, wake } from "./view.js";

const SVG_NUMBER = /-?[\d.]+/g;

/**
 * Set a part, and return whether that changed it.
 * @param {Part} element
 * @param {string} attribute
 * @param {string} value
 */
function setPart(element, attribute, value) {
  if (attribute === "text") {
    const target = element.tagName === "g" ? element.querySelector("text") : element;
    if (!target || target.textContent === value) return false;
    if (target instanceof SVGElement) target.textContent = value;
    else put(target, value);
  } else {
    if (element.getAttribute(attribute) === value) return false;
    element.setAttribute(attribute, value);
  }
  return true;
}

/**
 * Stack the shown lanes without gaps and shorten each picture (as in tables.py).
 * @param {Part} root
 * @param {string[]} shown
 */
function arrange(root, shown) {
  for (const svg of root.querySelectorAll("svg[data-lanes]")) {
    const pitch = Number(svg.dataset.laneHeight);
    const lanes = svg.dataset.lanes.split(" ");
    /** @type {Find} */
    const group = (lane) => svg.querySelector(`[data-part="lane-${lane}"]`);
    // The picture may be shortened already: here, or in the static markup.
    const [left, top, width, height] = (svg.getAttribute("viewBox")?.match(SVG_NUMBER) ?? []).map(
      Number,
    );
    const wasGone = lanes.filter((lane) => group(lane).hasAttribute("display")).length * pitch;
    const visible = lanes.filter((lane) => shown.includes(lane));
    lanes.forEach((lane, place) => {
      const slot = visible.indexOf(lane);
      if (slot < 0) {
        group(lane).setAttribute("display", "none");
      } else {
        group(lane).removeAttribute("display");
        group(lane).setAttribute("transform", `translate(0 ${(slot - place) * pitch})`);
      }
    });
    const gone = (lanes.length - visible.length) * pitch;
    svg.querySelector('[data-part="foot"]').setAttribute("transform", `translate(0 ${-gone})`);
    svg.setAttribute("viewBox", `${left} ${top} ${width} ${height + wasGone - gone}`);
  }
  for (const item of root.querySelectorAll("[data-lane]")) {
    item.hidden = !shown.includes(item.dataset.lane);
  }
}

/** @param {Part} control */
function readControl(control) {
  if (control.type === "range") return control.dataset.values.split(" ")[control.valueAsNumber];
  if (control.dataset.off) return control.checked ? control.value : control.dataset.off;
  if (control.type === "checkbox") {
    // In the page's order, which is the kernel's: so it has nothing to send back.
    const boxes = control.closest("fieldset").querySelectorAll("input:checked");
    return [...boxes].map((box) => box.value);
  }
  return control.value;
}

/**
 * @param {Part} control
 * @param {Model} model
 */
function showControl(control, model) {
  const value = model.get(control.dataset.control);
  if (control.type === "range") {
    control.value = String(control.dataset.values.split(" ").indexOf(value));
  } else if (control.type === "checkbox" && !control.dataset.off) {
    control.checked = value.includes(control.value);
  } else {
    control.checked = control.value === value;
  }
}

/** Bring a figure's markup to life. @type {Wire} */
function play(root, model, signal) {
  /** @type {Part[]} */
  let moved = []; // what the last control changed
  /** @type {MovingPart[]} */
  const tables = model.get("tables").map((/** @type {MovingPart} */ table) => ({
    ...table,
    elements: root.querySelectorAll(`[data-part="${table.part}"]`),
  }));
  const controls = [...root.querySelectorAll("[data-control]")];
  const { lanesBy } = root.dataset; // the trait that says which lanes are shown
  const names = new Set(controls.map((control) => control.dataset.control));

  /** @param {string} [changed] */
  const update = (changed) => {
    for (const { by, values, elements, attribute } of tables) {
      if (changed && !by.includes(changed)) continue;
      const value = values[by.map((name) => model.get(name)).join("|")];
      for (const element of elements) {
        if (setPart(element, attribute, value)) moved.push(element);
      }
    }
    if (lanesBy && (!changed || changed === lanesBy)) arrange(root, [].concat(model.get(lanesBy)));
    for (const control of controls) {
      if (!changed || control.dataset.control === changed) showControl(control, model);
    }
  };

  for (const control of controls) {
    control.addEventListener(
      "input",
      () => {
        /** @type {Part[]} */
        const now = [];
        moved = now;
        store(model, control.dataset.control, readControl(control));
        setTimeout(() => tellAt(root, control, now)); // it measures, which the picture need not await
      },
      { signal },
    );
    if (control.type === "range") keepFromSwipes(control, signal);
  }
  for (const name of names) listen(model, name, () => update(name), signal);
  update();
  wake(root);
}

export default view(play);
