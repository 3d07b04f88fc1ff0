// The feelings map: drops are dragged, or moved with two sliders. Places and words come as data.
import { build, fillIn, listen, store, wake } from "../frame/view.js";

const MIDDLE = 2;
const SIDE_BY_SIDE = 18; // pixels between drops on one place

/** The place of the field that is nearest to a point on the screen; null outside the map. */
function nearest(map, spots, x, y) {
  const box = map.getBoundingClientRect();
  const inside = x > box.left && x < box.right && y > box.top && y < box.bottom;
  if (!inside) return null;
  const across = ((x - box.left) / box.width) * 100;
  const down = ((y - box.top) / box.height) * 100;
  let best = [Infinity, null];
  spots.forEach((column, pleasant) =>
    column.forEach(([left, top], intense) => {
      const away = Math.hypot(((left - across) * box.width) / 100, ((top - down) * box.height) / 100);
      if (away < best[0]) best = [away, [pleasant, intense]];
    }),
  );
  return best[1];
}

/** Let a drop be dragged with mouse, pen or finger. */
function drag(drop, signal, { taken, dropped }) {
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

/** Bring the map to life; returns what puts it back to sleep. */
export function feelings(root, model) {
  const stopped = new AbortController();
  const { signal } = stopped;
  const [words, people, spots] = ["words", "people", "spots"].map((name) => model.get(name));
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const slider = (name) => root.querySelector(`input[data-control="${name}"]`);
  const layer = root.querySelector(".cc-drops");
  const tray = root.querySelector(".cc-tray");
  const drops = [...root.querySelectorAll("[data-drop]")];
  const radios = [...root.querySelectorAll('input[data-control="chosen"]')];

  const say = (name, [pleasant, intense]) =>
    fillIn(words.placed, {
      name: people[name].name,
      pleasant: words[`pleasant_${pleasant}`],
      intense: words[`intense_${intense}`],
    });
  const put = (name, place) => store(model, "places", { ...model.get("places"), [name]: place });

  const showDrops = (places) => {
    const taken = [];
    for (const drop of drops) {
      const place = places[drop.dataset.drop];
      drop.classList.toggle("cc-chosen", drop.dataset.drop === model.get("chosen"));
      (place ? layer : tray).append(drop);
      if (!place) {
        drop.style.left = drop.style.top = "";
        continue;
      }
      const [left, top] = spots[place[0]][place[1]];
      const before = taken.filter((each) => each === String(place)).length;
      taken.push(String(place));
      drop.style.left = `calc(${left}% + ${before * SIDE_BY_SIDE}px)`;
      drop.style.top = `${top}%`;
    }
    tray.hidden = !tray.children.length;
  };
  const showWords = (places) => {
    const chosen = model.get("chosen");
    const { name } = people[chosen];
    part("placed").textContent = places[chosen] ? say(chosen, places[chosen]) : `${name}: ${words.tray}.`;
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
    part("corners").textContent = Object.keys(places).length ? words[`corners_${corners.size}`] : "";
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

  const chosenPlace = () => ["pleasant", "intense"].map((name) => slider(name).valueAsNumber);
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
    radio.addEventListener("input", () => store(model, "chosen", radio.value), { signal });
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
  return () => stopped.abort();
}

export { feelings as wire };

export default {
  render: ({ model, el }) => feelings(build(el, model.get("markup")), model),
};
