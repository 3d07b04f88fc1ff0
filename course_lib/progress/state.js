// What is remembered of a learner's way: the one state machine, for pages and for notebooks.
// Where it is kept is a shelf's business (see shelf.js): it only reads, swaps and erases text.
import { fillIn } from "../frame/view.js";

/**
 * @typedef {{ finished: string[], checks: string[], beliefs: Record<string, any> }} Progress
 * @typedef {{
 *   read: () => Promise<string | null>,
 *   swap: (before: string | null, after: string) => Promise<string | null>,
 *   setAside: (before: string) => Promise<string>,
 *   erase: () => Promise<boolean>,
 * }} Shelf
 */

/** More than the course can ever write; what is longer is not ours. */
export const LARGEST = 100_000;
const LISTS = /** @type {("finished" | "checks")[]} */ (["finished", "checks"]);
const FIELDS = ["checks", "finished", "kind", "version"];
const WORD = /^(true|false|unknown|guess|fairly|very)?$/;
const TRIES = 20; // while others write at the same moment

/** @type {() => Progress} */
const empty = () => ({ finished: [], checks: [], beliefs: {} });

/** Why content cannot be used ("corrupt", "foreign", "newer") or a shelf failed. */
export class Problem extends Error {
  /**
   * @param {string} reason
   * @param {string} [path]
   */
  constructor(reason, path = "") {
    super(`Progress: ${reason}.`);
    this.reason = reason;
    this.path = path;
  }
}

/** @param {string[]} lessons */
const inOrder = (lessons) => [...new Set(lessons)].sort();

/** @param {any} value */
function areLessons(value) {
  return (
    Array.isArray(value) &&
    value.length <= 100 &&
    value.every((each) => typeof each === "string" && /^[0-9]{2}$/.test(each))
  );
}

/** @param {any} value */
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** @param {any} value */
function areBeliefs(value) {
  /** @param {[string, any]} entry */
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

/**
 * Read progress, each lesson once, in order; throws a Problem at anything else.
 * @param {string} text
 * @returns {Progress}
 */
export function decode(text) {
  if (text.length > LARGEST) throw new Problem("foreign");
  let raw;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new Problem("corrupt");
  }
  const ours = isObject(raw) && raw.kind === "course-progress";
  if (ours && Number.isInteger(raw.version) && raw.version > 2) throw new Problem("newer");
  const good =
    ours &&
    [1, 2].includes(raw.version) &&
    Object.keys(raw).every((name) => [...FIELDS, "beliefs"].includes(name)) &&
    LISTS.every((name) => areLessons(raw[name])) &&
    areBeliefs(raw.beliefs ?? {});
  if (!good) throw new Problem("foreign");
  return {
    finished: inOrder(raw.finished),
    checks: inOrder(raw.checks),
    beliefs: raw.beliefs ?? {},
  };
}

/**
 * Read a file that a learner chose.
 * @param {string} text
 */
function decodeFile(text) {
  try {
    return decode(text);
  } catch (problem) {
    throw new Problem(`import_${/** @type {Problem} */ (problem).reason}`);
  }
}

/**
 * The whole content of a progress file.
 * @param {Progress} progress
 */
export function encode({ finished, checks, beliefs }) {
  return JSON.stringify({ kind: "course-progress", version: 2, finished, checks, beliefs });
}

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What is stored, with what was marked and unmarked here since both agreed.
 * @param {Progress} stored
 * @param {Progress} here
 * @param {Progress} agreed
 * @returns {Progress}
 */
export function merged(stored, here, agreed) {
  /** @param {"finished" | "checks"} name */
  const list = (name) =>
    inOrder([
      ...stored[name].filter((each) => here[name].includes(each) || !agreed[name].includes(each)),
      ...here[name].filter((each) => !agreed[name].includes(each)),
    ]);
  const beliefs = same(here.beliefs, agreed.beliefs) ? stored.beliefs : here.beliefs;
  return { finished: list("finished"), checks: list("checks"), beliefs };
}

/** @param {Progress} what */
const isEmpty = (what) => same(what, empty());

/**
 * Remember, on a shelf, what a lesson's panel is told.
 *
 * Actions wait for each other. After each, `show` is called with the sentence to say, or
 * with nothing to say if nothing happened.
 * @param {Shelf} shelf
 * @param {Record<string, string>} words
 * @param {(said: string | null) => void} show
 */
export function remembering(shelf, words, show) {
  let here = empty(); // what the panel shows
  let agreed = empty(); // what is stored, as far as it was seen
  let on = false;

  /** @param {Progress} progress */
  const inWords = ({ finished, checks, beliefs }) => {
    const lists = Object.entries({ finished, checks }).map(([name, lessons]) =>
      lessons.length
        ? fillIn(words[`${name}_some`], { lessons: lessons.join(", ") })
        : words[`${name}_none`],
    );
    return [...lists, ...(Object.keys(beliefs).length ? [words.beliefs_some] : [])].join("; ");
  };
  const state = () => {
    if (!on && isEmpty(here)) return words.off;
    if (!on) return fillIn(words.visit, { what: inWords(here) });
    const stored = fillIn(words.on, { what: inWords(agreed) });
    if (same(here, agreed)) return stored;
    return `${stored} ${fillIn(words.unstored, { what: inWords(here) })}`;
  };

  /** @param {Progress} stored */
  const take = (stored) => {
    on = true;
    agreed = stored;
    here = stored;
  };
  /**
   * Read the shelf; what cannot be used is set aside, and a sentence says so.
   * @returns {Promise<{ text: string | null, found: Progress | null, told: string[] }>}
   */
  const look = async () => {
    const text = await shelf.read();
    if (text === null) return { text, found: null, told: [] };
    try {
      return { text, found: decode(text), told: [] };
    } catch (problem) {
      const name = await shelf.setAside(text);
      const { reason } = /** @type {Problem} */ (problem);
      const told = [fillIn(words[`kept_${reason}`], { name })];
      return { text: null, found: null, told };
    }
  };
  /**
   * Store what was marked here, together with what others have stored since.
   * @param {string[]} events
   */
  const keep = async (events, starting = false) => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { text, found, told } = await look().catch((problem) => {
        throw problem.reason === "unreadable" ? new Problem("unsaved") : problem;
      });
      events.unshift(...told);
      if (found === null && !told.length && !starting) {
        on = false;
        agreed = empty();
        return [...events, words.gone];
      }
      const after = merged(found ?? empty(), here, agreed);
      const stored = await shelf.swap(text, encode(after));
      if (stored === encode(after)) {
        take(after);
        return events;
      } // otherwise another lesson wrote meanwhile: look again
    }
    throw new Problem("unsaved");
  };

  /** @param {Problem} problem */
  const sentence = ({ reason, path }) => fillIn(words[reason] ?? words.unsaved, { path });
  let last = Promise.resolve();
  /**
   * Do one thing after the other; if the shelf fails, all is as it was before, or `undo` says
   * what stays.
   * @param {() => Promise<string[] | null> | string[] | null} action
   * @param {(problem: Problem) => void} [undo]
   */
  const act = (action, undo) => {
    last = last
      .catch(() => {})
      .then(async () => {
        const before = { here, agreed, on };
        let said;
        try {
          const events = await action();
          said = events && [...events, state()].join(" ");
        } catch (problem) {
          if (!(problem instanceof Problem)) throw problem;
          if (undo && problem.reason !== "silent") undo(problem);
          else ({ here, agreed, on } = before);
          said = [sentence(problem), state()].join(" ");
        }
        show(said);
      });
    return last;
  };
  /** @param {(now: Progress) => Progress} next */
  const change = (next) =>
    act(
      () => {
        const changed = next(here);
        if (same(changed, here)) return null;
        here = changed;
        return on ? keep([]) : [];
      },
      () => {}, // what was marked stays for this visit
    );

  return {
    get here() {
      return here;
    },
    get on() {
      return on;
    },
    /** Look at the shelf for the first time. */
    recall: () =>
      act(async () => {
        const { found, told } = await look();
        if (found) {
          here = merged(found, here, agreed);
          agreed = found;
          on = true;
        }
        return told;
      }),
    /** Look whether another lesson or tab has changed what is stored. */
    lookAgain: () =>
      act(async () => {
        if (!on) return null;
        const { found, told } = await look();
        if (found && same(found, agreed)) return null;
        if (found) {
          here = merged(found, here, agreed); // what could not be stored is still only here
          agreed = found;
        } else {
          on = false;
          here = empty();
          agreed = empty();
          if (!told.length) told.push(words.gone);
        }
        return told;
      }),
    /**
     * @param {"finished" | "checks"} list
     * @param {string} lesson
     * @param {boolean} done
     */
    mark: (list, lesson, done) =>
      change((now) => {
        const others = now[list].filter((each) => each !== lesson);
        return { ...now, [list]: inOrder(done ? [...others, lesson] : others) };
      }),
    /**
     * @param {string} which
     * @param {Record<string, string[]>} answers
     */
    believe: (which, answers) =>
      change((now) => {
        const { [which]: _, ...others } = now.beliefs;
        const given = Object.keys(answers).length > 0;
        return { ...now, beliefs: given ? { ...others, [which]: answers } : others };
      }),
    begin: () =>
      act(
        () => {
          on = true;
          agreed = empty();
          return keep([], true);
        },
        () => {
          on = false;
        },
      ),
    erase: () =>
      act(async () => {
        const was = inWords(here);
        const any = (await shelf.erase()) || !isEmpty(here);
        on = false;
        here = empty();
        agreed = empty();
        return [any ? fillIn(words.erased, { what: was }) : words.erased_nothing];
      }),
    /** @param {string} text */
    takeIn: (text) =>
      act(
        () => {
          const found = decodeFile(text);
          const both = Object.keys({ ...found.beliefs, ...here.beliefs }).map((which) => [
            which,
            { ...found.beliefs[which], ...here.beliefs[which] },
          ]);
          here = {
            finished: inOrder([...here.finished, ...found.finished]),
            checks: inOrder([...here.checks, ...found.checks]),
            beliefs: Object.fromEntries(both),
          };
          return on ? keep([words.imported]) : [words.imported];
        },
        () => {},
      ),
  };
}
