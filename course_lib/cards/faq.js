// Questions with answers: search as you type, and links that open an answer. What is typed
// stays in this page's memory: it is never a trait, so no kernel and no file ever sees it.
// The index is made by search_model.py; tests hold the rule against one in Python.
import { draft } from "../frame/draft.js";
import { announce, fillIn, openOnClick, view, wake } from "../frame/view.js";

const EXACT = 4;
const BEGUN = 2;
const SLIPPED = 1;

/**
 * The words of a text as they are compared: small letters, no accents, no marks.
 * @param {string} text
 */
export function wordsOf(text) {
  const plain = text.toLowerCase().normalize("NFKD");
  return plain.replace(/\p{M}|['’]/gu, "").match(/[a-z0-9]+/g) ?? [];
}

/** @param {string} word */
const slipsAllowed = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * Whether a word begins with what was typed, but for the slips allowed.
 * @param {string} typed
 * @param {string} whole
 */
export function beginsNearly(typed, whole) {
  const most = slipsAllowed(typed);
  if (typed.length > whole.length + most) return false;
  const known = whole.slice(0, typed.length + most);
  /** @type {number[]} */
  let last = [];
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: known.length + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i += 1) {
    [last, before, row] = [before, row, [i]];
    for (let j = 1; j <= known.length; j += 1) {
      const other = typed[i - 1] === known[j - 1] ? 0 : 1;
      let slips = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + other);
      if (i > 1 && j > 1 && typed[i - 1] === known[j - 2] && typed[i - 2] === known[j - 1]) {
        slips = Math.min(slips, last[j - 2] + 1);
      }
      row.push(slips);
    }
  }
  return Math.min(...row) <= most;
}

/**
 * @param {string} word
 * @param {Weights[]} indexes
 */
function scoresOf(word, indexes) {
  /** @param {(known: string) => number} score */
  const best = (score) =>
    indexes.map((index) =>
      Math.max(0, ...Object.entries(index).map(([known, weight]) => weight * score(known))),
    );
  const asTyped = best((known) => (known === word ? EXACT : known.startsWith(word) ? BEGUN : 0));
  if (asTyped.some(Boolean) || !slipsAllowed(word)) return asTyped;
  return best((known) => (beginsNearly(word, known) ? SLIPPED : 0));
}

/**
 * The words that a search looks for.
 * @param {string} typed
 * @param {string[]} small
 * @param {string[]} topic
 */
export function askedWords(typed, small, topic) {
  const words = [...new Set(wordsOf(typed))].filter((word) => !small.includes(word));
  const others = words.filter((word) => !topic.includes(word));
  return others.length ? others : words;
}

/**
 * The texts that have the most of the words, best first.
 * @param {string[]} words
 * @param {Weights[]} indexes
 */
export function find(words, indexes) {
  const all = indexes.map((_, place) => place);
  if (!words.length) return { places: all, complete: true };
  const found = words.map((word) => scoresOf(word, indexes));
  const hits = all.map((place) => found.filter((scores) => scores[place] > 0).length);
  const sums = all.map((place) => found.reduce((sum, scores) => sum + scores[place], 0));
  const most = Math.max(0, ...hits);
  const places = all.filter((place) => most && hits[place] === most);
  places.sort((a, b) => sums[b] - sums[a]);
  return { places, complete: most === words.length };
}

/** Bring the questions to life. @type {Wire} */
function ask(root, model, signal) {
  const words = model.get("words");
  const { indexes, small, topic } = model.get("search");
  const box = root.querySelector("input");
  const status = root.querySelector("[role=status]");
  const list = root.querySelector(".cc-questions");
  const questions = [...list.children];
  const empty = root.querySelector("[data-part=empty]");
  const all = questions.length;
  const kept = draft("search", () => ({ typed: "" }));

  /**
   * @param {number} count
   * @param {boolean} complete
   * @param {boolean} narrowed
   */
  const sentence = (count, complete, narrowed) => {
    if (!narrowed) return fillIn(words.all, { all });
    if (!count) return words.none;
    if (!complete) return fillIn(words.partly, { count, all });
    return fillIn(count === 1 ? words.one : words.some, { count, all });
  };
  const show = () => {
    kept.typed = box.value;
    // Also where a longer text came in some other way than by hand.
    const asked = askedWords(box.value.slice(0, box.maxLength), small, topic);
    const { places, complete } = find(asked, indexes);
    const rest = questions.filter((_, place) => !places.includes(place));
    for (const question of rest) question.dataset.off = "";
    for (const place of places) delete questions[place].dataset.off;
    list.append(...places.map((place) => questions[place]), ...rest);
    empty.hidden = places.length > 0;
    const said = sentence(places.length, complete, asked.length > 0);
    if (status.textContent !== said) announce(status, said);
  };
  /** @param {string} query */
  const search = (query) => {
    box.value = query;
    show();
  };
  /** @param {Part} question */
  const shownAgain = (question) => {
    if (question.dataset.off === "") search("");
  };

  box.addEventListener("input", show, { signal });
  root.addEventListener(
    "click",
    (event) => {
      const button = /** @type {Part} */ (event.target).closest("button[data-search]");
      if (!button) return;
      search(button.dataset.search);
      box.focus();
    },
    { signal },
  );
  openOnClick(root, /#(q-[a-z-]+)$/, "data-asked", signal, shownAgain);
  wake(root);
  search(kept.typed);
  // An address that ends in a question's name shows that answer, here as without a script.
  const wanted = () => {
    const place = location.hash.slice(1);
    /** @param {Part} each */
    const named = (each) =>
      each.dataset.asked === place || each.querySelector(`#${CSS.escape(place)}`);
    const question = place && questions.find(named);
    if (!question) return;
    shownAgain(question);
    question.open = true;
    question.scrollIntoView();
  };
  window.addEventListener("hashchange", wanted, { signal });
  wanted();
}

export default view(ask);
