// Questions with answers: search as you type, and links that open an answer. What is typed
// stays in this page's memory: it is never a trait, so no kernel and no file ever sees it.
// The index is made by search_model.py; tests hold the rule against one in Python.
import { draft } from "../frame/draft.js";
import { announce, fillIn, openOnClick, view, wake } from "../frame/view.js";

const EXACT = 4;
const BEGUN = 2;
const SLIPPED = 1;
// A phrase that stands in what was typed counts as two words in full that a text is about.
const PHRASE = 24;
// A beginning counts from four letters on: "sin" is no beginning of "single". Three letters may
// follow a known word: "hurting".
const PREFIX = 4;
const ENDING = 3;
// Texts that fit a third as well as the best are shown below it.
const NEAR = 3;

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
 * How much a typed word counts for a known one, without slips.
 * @param {string} word
 * @param {string} known
 */
function fit(word, known) {
  if (word === known) return EXACT;
  const begun = word.length >= PREFIX && known.startsWith(word);
  const ended =
    known.length >= PREFIX && word.startsWith(known) && word.length <= known.length + ENDING;
  return begun || ended ? BEGUN : 0;
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
  const asTyped = best((known) => fit(word, known));
  if (asTyped.some(Boolean) || !slipsAllowed(word)) return asTyped;
  return best((known) => (beginsNearly(word, known) ? SLIPPED : 0));
}

/**
 * What a search looks for: the words that decide, weak words that only sort, and all of it.
 * @param {string} typed
 * @param {{small: string[], weak: string[], topic: string[]}} passedOver
 */
export function askedWords(typed, { small, weak, topic }) {
  const all = wordsOf(typed);
  const words = [...new Set(all)].filter((word) => !small.includes(word));
  const others = words.filter((word) => !topic.includes(word));
  const strong = others.filter((word) => !weak.includes(word));
  const said = ` ${all.join(" ")} `;
  if (!strong.length) return { words: others.length ? others : words, weak: [], said };
  return { words: strong, weak: others.filter((word) => weak.includes(word)), said };
}

/**
 * The texts whose words and phrases fit best, best first.
 * @param {{words: string[], weak: string[], said: string}} asked
 * @param {Weights[]} indexes
 * @param {string[][]} phrases
 * @returns {{places: number[], complete: boolean}}
 */
export function find({ words, weak, said }, indexes, phrases) {
  const all = indexes.map((_, place) => place);
  if (!words.length) return { places: all, complete: true };
  const found = words.map((word) => scoresOf(word, indexes));
  const scores = all.map((place) => {
    const whole = phrases[place].filter((phrase) => said.includes(` ${phrase} `)).length * PHRASE;
    const score = found.reduce((sum, one) => sum + one[place], whole);
    return score && score + weak.filter((word) => Object.hasOwn(indexes[place], word)).length;
  });
  const best = Math.max(0, ...scores);
  if (!best) {
    const { places } = weak.length
      ? find({ words: weak, weak: [], said }, indexes, phrases)
      : { places: [] };
    return { places, complete: false };
  }
  const places = all.filter((place) => scores[place] && scores[place] * NEAR >= best);
  places.sort((a, b) => scores[b] - scores[a]);
  const complete = places.some((place) => found.every((one) => one[place] > 0));
  return { places, complete };
}

/** Bring the questions to life. @type {Wire} */
function ask(root, model, signal) {
  const words = model.get("words");
  const { indexes, phrases, ...passedOver } = model.get("search");
  const box = root.querySelector("input");
  const status = root.querySelector("[role=status]");
  const list = root.querySelector(".cc-questions");
  const questions = [...list.children];
  const empty = root.querySelector("[data-part=empty]");
  const all = questions.length;
  const kept = draft("search", () => ({ typed: "", whole: false }));

  /**
   * @param {number} count
   * @param {boolean} complete
   * @param {boolean} narrowed
   */
  const sentence = (count, complete, narrowed) => {
    if (!narrowed) return fillIn(count < all ? words.often : words.all, { count, all });
    if (!count) return words.none;
    if (!complete) return fillIn(words.partly, { count, all });
    return fillIn(count === 1 ? words.one : words.some, { count, all });
  };
  const show = () => {
    kept.typed = box.value;
    // Also where a longer text came in some other way than by hand.
    const asked = askedWords(box.value.slice(0, box.maxLength), passedOver);
    const { places: fitting, complete } = find(asked, indexes, phrases);
    const narrowed = asked.words.length > 0;
    const whole = narrowed || kept.whole;
    const places = fitting.filter((place) => whole || questions[place].dataset.often === "");
    const rest = questions.filter((_, place) => !places.includes(place));
    for (const question of rest) question.dataset.off = "";
    for (const place of places) delete questions[place].dataset.off;
    list.append(...places.map((place) => questions[place]), ...rest);
    empty.hidden = places.length > 0;
    const said = sentence(places.length, complete, narrowed);
    if (status.textContent !== said) announce(status, said);
  };
  /** @param {string} query */
  const search = (query) => {
    box.value = query;
    show();
  };
  const showAll = () => {
    kept.whole = true;
    search("");
  };
  /** @param {Part} question */
  const shownAgain = (question) => {
    if (question.dataset.off === "") showAll();
  };

  box.addEventListener("input", show, { signal });
  root.addEventListener(
    "click",
    (event) => {
      const button = /** @type {Part} */ (event.target).closest("button");
      if (button?.dataset.show) showAll();
      else if (button?.dataset.search) search(button.dataset.search);
      else return;
      box.focus();
    },
    { signal },
  );
  openOnClick(root, /#(q-[a-z-]+)$/, "data-asked", signal, { before: shownAgain });
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
