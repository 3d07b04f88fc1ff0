// What a record of progress says: read, written and merged. No shelf, no panel.

/** @typedef {{ finished: string[], checks: string[], beliefs: Record<string, any> }} Progress */

/** More than the course can ever write; what is longer is not ours. */
export const LARGEST = 100_000;
const LISTS = /** @type {("finished" | "checks")[]} */ (["finished", "checks"]);
const FIELDS = ["checks", "finished", "kind", "version"];
const WORD = /^(true|false|unknown|guess|fairly|very)?$/;

/** @type {() => Progress} */
export const empty = () => ({ finished: [], checks: [], beliefs: {} });

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
export const inOrder = (lessons) => [...new Set(lessons)].sort();

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
export function decodeFile(text) {
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
export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

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
