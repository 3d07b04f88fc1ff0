// A check of understanding: each answer explained, retry allowed, nothing counted.
import { announce, build, listen, store, wake } from "../frame/view.js";

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
  const answerWith = (value) =>
    store(model, "answers", model.get("answers").map((old, i) => (i === place ? value : old)));

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

/** Tell the document once every question was answered, right or not; never what. */
function tellWhenDone(root, model, signal) {
  const lesson = model.get("lesson");
  if (!lesson) return; // an exercise inside a lesson, and not its check
  const answered = new Set();
  const look = () => {
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

/** Bring a quiz to life; returns what puts it back to sleep. */
export function quiz(root, model) {
  const stopped = new AbortController();
  for (const card of root.querySelectorAll("[data-question]")) {
    wireCard(card, model, stopped.signal);
  }
  wake(root);
  tellWhenDone(root, model, stopped.signal);
  return () => stopped.abort();
}

export { quiz as wire };

export default {
  render: ({ model, el }) => quiz(build(el, model.get("markup")), model),
};
