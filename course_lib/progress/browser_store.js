// Remembering on a page, where there is no kernel: what activities/progress.py does with a
// file, this does with the browser's own store. The JSON and the sentences are the same.
import { fillIn } from "../frame/view.js";
import { progressText } from "./panel.js";

const KEY = "course-progress";
const KEPT = /^course-progress-kept-\d+$/;
const LARGEST = 100_000;
const EMPTY = { finished: [], checks: [], beliefs: {} };
const LISTS = ["finished", "checks"];
const FIELDS = ["checks", "finished", "kind", "version"];
const WORD = /^(true|false|unknown|guess|fairly|very)?$/;

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

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

function areBeliefs(value) {
  const isAnswer = ([number, answer]) =>
    /^B[0-9]{2}$/.test(number) &&
    Array.isArray(answer) &&
    answer.length === 2 &&
    answer.every((word) => typeof word === "string" && WORD.test(word));
  return (
    isObject(value) &&
    Object.entries(value).every(
      ([which, answers]) =>
        ["first", "second"].includes(which) &&
        isObject(answers) &&
        Object.keys(answers).length <= 100 &&
        Object.entries(answers).every(isAnswer),
    )
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
  const ours = isObject(raw) && raw.kind === "course-progress";
  if (ours && Number.isInteger(raw.version) && raw.version > 2) throw new Unreadable("newer");
  const good =
    ours &&
    [1, 2].includes(raw.version) &&
    Object.keys(raw).every((name) => [...FIELDS, "beliefs"].includes(name)) &&
    LISTS.every((name) => areLessons(raw[name])) &&
    areBeliefs(raw.beliefs ?? {});
  if (!good) throw new Unreadable("foreign");
  const beliefs = raw.beliefs ?? {};
  return { finished: inOrder(raw.finished), checks: inOrder(raw.checks), beliefs };
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
  const believes = () => Object.keys(here("beliefs")).length > 0;
  const anything = () => believes() || LISTS.some((name) => here(name).length);
  const what = () => {
    const parts = LISTS.map((name) =>
      here(name).length
        ? fillIn(words[`${name}_some`], { lessons: here(name).join(", ") })
        : words[`${name}_none`],
    );
    return [...parts, ...(believes() ? [words.beliefs_some] : [])].join("; ");
  };
  const tell = (...events) => {
    const any = anything();
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
    const changed = JSON.stringify(here("beliefs")) !== JSON.stringify(agreed.beliefs);
    const beliefs = changed ? here("beliefs") : found.beliefs;
    return { finished: inOrder(one("finished")), checks: inOrder(one("checks")), beliefs };
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
      localStorage.setItem(KEY, progressText(found.finished, found.checks, found.beliefs));
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
    let any = anything();
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
    const both = Object.keys({ ...found.beliefs, ...here("beliefs") }).map((which) => [
      which,
      { ...found.beliefs[which], ...here("beliefs")[which] },
    ]);
    set({ beliefs: Object.fromEntries(both) });
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
  for (const name of [...LISTS, "beliefs"]) {
    model.on(
      `change:${name}`,
      unlessBusy(() => (here("remember") ? keep() : tell())),
    );
  }
}
