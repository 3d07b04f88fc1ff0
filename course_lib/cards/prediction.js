// A guess: kept on this page, shown again beside what was found. Nothing is saved.
import { announce, fillIn, listen, store, view, wake } from "../frame/view.js";

/** Bring a prediction to life. @type {Wire} */
function predict(root, model, signal) {
  const words = model.get("words");
  const options = [...root.querySelectorAll("input[type=radio]")];
  const button = root.querySelector('[data-do="keep"]');
  const status = root.querySelector(".cc-feedback");
  const outcomes = [...root.querySelectorAll("details dt")];
  const plain = outcomes.map((outcome) => outcome.textContent);

  const show = () => {
    const answer = model.get("answer");
    const kept = answer >= 0;
    button.textContent = kept ? words.change : words.commit;
    options.forEach((option, i) => {
      option.disabled = kept;
      if (kept) option.checked = i === answer;
    });
    outcomes.forEach((outcome, i) => {
      outcome.textContent = i === answer ? `${plain[i]} (${words.yours})` : plain[i];
    });
    announce(status, kept ? fillIn(words.kept, { guess: `“${plain[answer]}”` }) : "");
  };

  button.addEventListener(
    "click",
    () => {
      const chosen = options.findIndex((option) => option.checked);
      if (model.get("answer") >= 0) store(model, "answer", -1);
      else if (chosen >= 0) store(model, "answer", chosen);
      else announce(status, words.choose_first);
    },
    { signal },
  );
  listen(model, "answer", show, signal);
  show();
  wake(root);
}

export default view(predict);
