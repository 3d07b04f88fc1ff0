// What is remembered of a learner's way: the one state machine, for pages and for notebooks.
// Where it is kept is a shelf's business (see shelf.js): it only reads, swaps and erases text.
import { fillIn } from "../frame/view.js";
import { decode, decodeFile, empty, encode, inOrder, merged, Problem, same } from "./record.js";

/**
 * @typedef {import("./record.js").Progress} Progress
 * @typedef {{
 *   read: () => Promise<string | null>,
 *   swap: (before: string | null, after: string) => Promise<string | null>,
 *   setAside: (before: string) => Promise<string>,
 *   erase: () => Promise<boolean>,
 * }} Shelf
 */

/**
 * What a panel shows, what is stored as far as it was seen, and whether anything is.
 * @typedef {{ here: Progress, agreed: Progress, on: boolean }} Now
 */

/** @returns {Now} */
export const nothing = () => ({ here: empty(), agreed: empty(), on: false });

const TRIES = 20; // while others write at the same moment

/** @param {Progress} what */
const isEmpty = (what) => same(what, empty());

/**
 * Remember, on a shelf, what a lesson's panel is told.
 *
 * Actions wait for each other. After each, `show` is called with the sentence to say, or
 * with nothing to say if nothing happened, and with whether no other action waits: until then
 * a box shows what the learner did last, not what has been done so far.
 * @param {Shelf} shelf
 * @param {Record<string, string>} words
 * @param {(said: string | null, settled: boolean) => void} show
 * @param {Now} before what was so in this lesson before JupyterLab started it again
 */
export function remembering(shelf, words, show, before = nothing()) {
  let { here, agreed, on } = before;

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
   * Go on from what is stored now; what could not be stored is still only here.
   * @param {Progress | null} found
   * @param {string[]} told
   */
  const follow = (found, told) => {
    if (found) {
      here = merged(found, here, agreed);
      agreed = found;
      on = true;
    } else if (on) {
      ({ here, agreed, on } = nothing());
      if (!told.length) told.push(words.gone);
    }
    return told;
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
  let waiting = 0;
  /**
   * Do one thing after the other; if the shelf fails, all is as it was before, or `undo` says
   * what stays.
   * @param {() => Promise<string[] | null> | string[] | null} action
   * @param {(problem: Problem) => void} [undo]
   */
  const act = (action, undo) => {
    waiting += 1;
    last = last
      .catch(() => {})
      .then(async () => {
        const before = { here, agreed, on };
        let said;
        try {
          const events = await action();
          said = events && [...events, state()].join(" ");
        } catch (problem) {
          if (!(problem instanceof Problem)) {
            waiting -= 1;
            throw problem;
          }
          if (undo && problem.reason !== "silent") undo(problem);
          else ({ here, agreed, on } = before);
          said = [sentence(problem), state()].join(" ");
        }
        waiting -= 1;
        show(said, waiting === 0);
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
    /** @returns {Now} */
    get now() {
      return { here, agreed, on };
    },
    /** Look at the shelf for the first time. */
    recall: () =>
      act(async () => {
        const { found, told } = await look();
        return follow(found, told);
      }),
    /** Look whether another lesson or tab has changed what is stored. */
    lookAgain: () =>
      act(async () => {
        if (!on) return null;
        const { found, told } = await look();
        return found && same(found, agreed) ? null : follow(found, told);
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
