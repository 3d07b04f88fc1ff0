// A check of understanding: each answer explained, retry allowed, nothing counted.
import { announce, listen, store, view, wake } from "../frame/view.js";

/**
 * @param {Part} card
 * @param {Model} model
 * @param {AbortSignal} signal
 */
function wireCard(card, model, signal) {
  const place = Number(card.dataset.question);
  const words = model.get("words");
  const options = [...card.querySelectorAll("input[type=radio]")];
  const status = card.querySelector(".cc-feedback");

  const show = () => {
    const answer = model.get("answers")[place];
    options.forEach((option, i) => {
      if (answer >= 0) option.checked = i === answer;
    });
    const explained = card.querySelector(`[data-option="${answer}"]`);
    announce(status, explained ? explained.textContent : "");
  };
  /** @param {number} value */
  const answerWith = (value) => {
    const answers = [...model.get("answers")];
    answers[place] = value;
    store(model, "answers", answers);
  };

  card.querySelector('[data-do="check"]').addEventListener(
    "click",
    () => {
      const chosen = options.findIndex((option) => option.checked);
      if (chosen < 0) announce(status, words.choose_first);
      else if (chosen === model.get("answers")[place]) show();
      else answerWith(chosen);
    },
    { signal },
  );
  card.querySelector('[data-do="again"]').addEventListener(
    "click",
    () => {
      options.forEach((option) => {
        option.checked = false;
      });
      answerWith(-1);
      announce(status, "");
      options[0].focus();
    },
    { signal },
  );
  listen(model, "answers", show, signal);
  show();
}

/**
 * Tell the document once every question was answered, right or not; never what.
 * @param {Part} root
 * @param {Model} model
 * @param {AbortSignal} signal
 */
function tellWhenDone(root, model, signal) {
  const lesson = model.get("lesson");
  if (!lesson) return; // an exercise inside a lesson, and not its check
  const answered = new Set();
  const look = () => {
    /** @type {number[]} */
    const answers = model.get("answers");
    answers.forEach((answer, place) => {
      if (answer >= 0) answered.add(place);
    });
    if (answered.size < answers.length) return;
    root.dataset.checkDone = lesson; // for who comes later
    document.dispatchEvent(new CustomEvent("course:check-done", { detail: { lesson } }));
  };
  listen(model, "answers", look, signal);
  look();
}

/** Bring a quiz to life. @type {Wire} */
function quiz(root, model, signal) {
  for (const card of root.querySelectorAll("[data-question]")) {
    wireCard(card, model, signal);
  }
  wake(root);
  tellWhenDone(root, model, signal);
}

export default view(quiz);
