// The feelings map: drops are dragged, or moved with two sliders. Places and words come as data.
import { tellAt } from "../frame/touch.js";
import { fillIn, listen, store, view, wake } from "../frame/view.js";

const MIDDLE = 2;

/**
 * The place of the field that is nearest to a point on the screen; null outside the map.
 * @param {Part} map
 * @param {[number, number, string][][]} spots
 * @param {number} x
 * @param {number} y
 */
function nearest(map, spots, x, y) {
  const box = map.getBoundingClientRect();
  const inside = x > box.left && x < box.right && y > box.top && y < box.bottom;
  if (!inside) return null;
  const across = ((x - box.left) / box.width) * 100;
  const down = ((y - box.top) / box.height) * 100;
  let least = Infinity;
  /** @type {Place | null} */
  let best = null;
  spots.forEach((column, pleasant) => {
    column.forEach(([left, top], intense) => {
      const away = Math.hypot(
        ((left - across) * box.width) / 100,
        ((top - down) * box.height) / 100,
      );
      if (away >= least) return;
      least = away;
      best = [pleasant, intense];
    });
  });
  return best;
}

/**
 * Let a drop be dragged with mouse, pen or finger.
 * @param {Part} drop
 * @param {AbortSignal} signal
 * @param {{ taken: () => void, dropped: (x: number, y: number) => void }} then
 */
function drag(drop, signal, { taken, dropped }) {
  /** @type {[number, number] | null} */
  let from = null;
  drop.addEventListener(
    "pointerdown",
    (event) => {
      from = [event.clientX, event.clientY];
      drop.setPointerCapture(event.pointerId);
      drop.dataset.dragged = "";
    },
    { signal },
  );
  drop.addEventListener(
    "pointermove",
    (event) => {
      if (!from) return;
      drop.style.translate = `${event.clientX - from[0]}px ${event.clientY - from[1]}px`;
    },
    { signal },
  );
  /** @param {PointerEvent} event */
  const end = (event) => {
    if (!from) return;
    const moved = Math.hypot(event.clientX - from[0], event.clientY - from[1]) > 4;
    from = null;
    delete drop.dataset.dragged;
    drop.style.translate = "";
    if (event.type !== "pointerup") return;
    taken(); // only now: a drop that is moved in the document loses the pointer
    if (moved) dropped(event.clientX, event.clientY);
  };
  drop.addEventListener("pointerup", end, { signal });
  drop.addEventListener("pointercancel", end, { signal });
}

/** Bring the map to life. @type {Wire} */
function feelings(root, model, signal) {
  const [words, people, spots] = ["words", "people", "spots"].map((name) => model.get(name));
  /** @type {Find} */
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  /** @type {Find} */
  const slider = (name) => root.querySelector(`input[data-control="${name}"]`);
  const layer = root.querySelector(".cc-drops");
  const tray = root.querySelector(".cc-tray");
  const drops = [...root.querySelectorAll("[data-drop]")];
  const radios = [...root.querySelectorAll('input[data-control="chosen"]')];

  /**
   * @param {string} name
   * @param {Place} place
   */
  const say = (name, [pleasant, intense]) =>
    fillIn(words.placed, {
      name: people[name].name,
      pleasant: words[`pleasant_${pleasant}`],
      intense: words[`intense_${intense}`],
    });
  /**
   * @param {string} name
   * @param {Place} place
   */
  const put = (name, place) => store(model, "places", { ...model.get("places"), [name]: place });

  /** @param {Record<string, Place>} places */
  const showDrops = (places) => {
    const taken = [];
    for (const drop of drops) {
      const place = places[drop.dataset.drop];
      drop.classList.toggle("cc-chosen", drop.dataset.drop === model.get("chosen"));
      (place ? layer : tray).append(drop);
      if (!place) continue; // in the tray they stand in a row
      [drop.dataset.pleasant, drop.dataset.intense] = place.map(String);
      drop.dataset.beside = String(taken.filter((each) => each === String(place)).length);
      taken.push(String(place));
    }
    tray.hidden = !tray.children.length;
  };
  /** @param {Record<string, Place>} places */
  const showWords = (places) => {
    const chosen = model.get("chosen");
    const { name } = people[chosen];
    part("placed").textContent = places[chosen]
      ? say(chosen, places[chosen])
      : `${name}: ${words.tray}.`;
    part("list").replaceChildren(
      ...Object.keys(people)
        .filter((each) => places[each] && each !== chosen)
        .map((each) => {
          const item = document.createElement("li");
          item.textContent = say(each, places[each]);
          return item;
        }),
    );
    const corners = new Set(Object.values(places).map(([x, y]) => spots[x][y][2]));
    corners.delete("");
    part("corners").textContent = Object.keys(places).length
      ? words[`corners_${corners.size}`]
      : "";
  };
  const show = () => {
    const places = model.get("places");
    const chosen = model.get("chosen");
    showDrops(places);
    showWords(places);
    for (const radio of radios) radio.checked = radio.value === chosen;
    for (const text of root.querySelectorAll("[data-person]")) {
      text.hidden = text.dataset.person !== chosen;
    }
    ["pleasant", "intense"].forEach((name, i) => {
      const value = places[chosen]?.[i] ?? MIDDLE;
      slider(name).value = value;
      slider(name).setAttribute("aria-valuetext", words[`${name}_${value}`]);
      part(`${name}-label`).textContent = words[`${name}_${value}`];
    });
    root.querySelector('[data-do="place"]').textContent = fillIn(words.place, people[chosen]);
  };

  /** @returns {Place} */
  const chosenPlace = () => [slider("pleasant").valueAsNumber, slider("intense").valueAsNumber];
  const act = {
    place: () => put(model.get("chosen"), chosenPlace()),
    clear: () => store(model, "places", {}),
    show: () =>
      store(
        model,
        "places",
        Object.fromEntries(Object.entries(people).map(([name, { reading }]) => [name, reading])),
      ),
  };
  for (const [name, react] of Object.entries(act)) {
    root.querySelector(`[data-do="${name}"]`).addEventListener("click", react, { signal });
  }
  for (const name of ["pleasant", "intense"]) {
    slider(name).addEventListener("input", act.place, { signal });
  }
  for (const radio of radios) {
    const choose = () => {
      store(model, "chosen", radio.value);
      tellAt(root, radio, [...root.querySelectorAll("[data-person]:not([hidden])")]);
    };
    radio.addEventListener("input", choose, { signal });
  }
  for (const drop of drops) {
    drag(drop, signal, {
      taken: () => store(model, "chosen", drop.dataset.drop),
      dropped: (x, y) => {
        const place = nearest(root.querySelector(".cc-map"), spots, x, y);
        if (place) put(drop.dataset.drop, place);
      },
    });
  }
  for (const name of ["chosen", "places"]) listen(model, name, show, signal);
  wake(root);
  show();
}

export default view(feelings);
