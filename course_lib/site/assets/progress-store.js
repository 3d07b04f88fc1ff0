// Remembering on a page, where there is no kernel: what activities/progress.py does with a
// file, this does with the browser's own store. The JSON and the sentences are the same.
import { fillIn } from "./views/common.js";
import { progressText } from "./views/progress.js";

const KEY = "course-progress";
const KEPT = /^course-progress-kept-\d+$/;
const LARGEST = 100_000;
const EMPTY = { finished: [], checks: [] };
const LISTS = ["finished", "checks"];
const FIELDS = "checks,finished,kind,version";

/** Why stored content cannot be used: "corrupt", "foreign" or "newer". */
class Unreadable extends Error {
  constructor(reason) {
    super(`Stored progress is ${reason}.`);
    this.reason = reason;
  }
}

const inOrder = (lessons) => [...new Set(lessons)].sort();

function areLessons(value) {
  return (
    Array.isArray(value) &&
    value.length <= 100 &&
    value.every((each) => typeof each === "string" && /^[0-9]{2}$/.test(each))
  );
}

/** Read progress, each lesson once, in order; throws Unreadable at anything else. */
export function decode(text) {
  let raw;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new Unreadable("corrupt");
  }
  const ours = raw !== null && typeof raw === "object" && raw.kind === "course-progress";
  if (ours && Number.isInteger(raw.version) && raw.version > 1) throw new Unreadable("newer");
  const good =
    ours &&
    raw.version === 1 &&
    Object.keys(raw).sort().join() === FIELDS &&
    LISTS.every((name) => areLessons(raw[name]));
  if (!good) throw new Unreadable("foreign");
  return { finished: inOrder(raw.finished), checks: inOrder(raw.checks) };
}

/** Do for a page's panel what the kernel does for a notebook's. */
export function keepInBrowser(model) {
  const words = model.get("words");
  let agreed = EMPTY;
  let busy = false;

  const set = (values) => {
    busy = true;
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    busy = false;
  };
  const here = (name) => model.get(name);
  const what = () =>
    LISTS.map((name) =>
      here(name).length
        ? fillIn(words[`${name}_some`], { lessons: here(name).join(", ") })
        : words[`${name}_none`],
    ).join("; ");
  const tell = (...events) => {
    const any = LISTS.some((name) => here(name).length);
    const state = here("remember") ? words.on : any ? words.visit : words.off;
    model.set("message", [...events, fillIn(state, { what: what() })].join(" "));
  };

  const keepAside = (text) => {
    let number = 1;
    while (localStorage.getItem(`${KEY}-kept-${number}`) !== null) number += 1;
    localStorage.setItem(`${KEY}-kept-${number}`, text);
    localStorage.removeItem(KEY);
    return `${KEY}-kept-${number}`;
  };
  const stored = () => {
    const text = localStorage.getItem(KEY);
    if (text === null) return [null, []];
    try {
      if (text.length > LARGEST) throw new Unreadable("foreign");
      return [decode(text), []];
    } catch (problem) {
      if (!(problem instanceof Unreadable)) throw problem;
      return [null, [fillIn(words[`kept_${problem.reason}`], { name: keepAside(text) })]];
    }
  };
  const merged = (found) => {
    const one = (name) => [
      ...found[name].filter((each) => here(name).includes(each) || !agreed[name].includes(each)),
      ...here(name).filter((each) => !agreed[name].includes(each)),
    ];
    return { finished: inOrder(one("finished")), checks: inOrder(one("checks")) };
  };
  const take = (found) => {
    agreed = found;
    set({ remember: true, ...found });
  };

  const keep = (events = [], starting = false) => {
    let found;
    let kept;
    try {
      [found, kept] = stored();
      if (found === null && !kept.length && !starting) {
        agreed = EMPTY;
        set({ remember: false });
        tell(...events, words.gone);
        return;
      }
      found = merged(found ?? EMPTY);
      localStorage.setItem(KEY, progressText(found.finished, found.checks));
    } catch (problem) {
      set({ remember: !starting });
      tell(...events, problem.name === "QuotaExceededError" ? words.full : words.unsaved);
      return;
    }
    take(found);
    tell(...kept, ...events);
  };
  const erase = () => {
    const was = what();
    let any = LISTS.some((name) => here(name).length);
    try {
      const ours = Object.keys(localStorage).filter((key) => key === KEY || KEPT.test(key));
      any ||= ours.length > 0;
      for (const key of ours) localStorage.removeItem(key);
    } catch {
      // A browser that stores nothing has nothing to erase.
    }
    agreed = EMPTY;
    set({ remember: false, ...EMPTY });
    tell(any ? fillIn(words.erased, { what: was }) : words.erased_nothing);
  };
  const takeIn = () => {
    const text = here("incoming");
    if (!text) return;
    model.set("incoming", "");
    let found;
    try {
      found = decode(text);
    } catch (problem) {
      tell(words[`import_${problem.reason}`]);
      return;
    }
    for (const name of LISTS) set({ [name]: inOrder([...here(name), ...found[name]]) });
    if (here("remember")) keep([words.imported]);
    else tell(words.imported);
  };
  const recall = () => {
    let found = null;
    let events;
    try {
      [found, events] = stored();
    } catch {
      events = [words.unreadable];
    }
    if (found) take(merged(found));
    tell(...events);
  };

  set({ seen: false, remember: false, ...EMPTY, message: "", incoming: "", erasures: 0 });
  const unlessBusy = (react) => () => {
    if (!busy) react();
  };
  model.on("change:seen", recall);
  model.on("change:erasures", erase);
  model.on("change:incoming", takeIn);
  model.on(
    "change:remember",
    unlessBusy(() => {
      agreed = EMPTY;
      if (here("remember")) keep([], true);
      else erase();
    }),
  );
  for (const name of LISTS) {
    model.on(
      `change:${name}`,
      unlessBusy(() => (here("remember") ? keep() : tell())),
    );
  }
}
