// Rewrite a headline part by part; feedback says what each wording does to the claim.
import { announce, fillIn, listen, pager, view, wake } from "../frame/view.js";

/**
 * @param {Part} card
 * @param {Words} words
 */
function checkHeadline(card, words) {
  const status = card.querySelector(".cc-feedback");
  const picked = [...card.querySelectorAll("select")].map((select) => select.selectedOptions[0]);
  if (picked.some((option) => option.value === "")) {
    announce(status, words.empty);
    return;
  }
  const right = picked.filter((option) => option.dataset.fits === "true").length;
  const verdict =
    right === picked.length
      ? fillIn(words.all_fit, { honest: status.dataset.honest })
      : fillIn(words.some_fit, { right, all: picked.length });
  const lines = picked.map((option) => {
    const fits = option.dataset.fits === "true" ? words.fits : words.not_yet;
    return `“${option.textContent}” ${fits} ${option.dataset.why}`;
  });
  status.replaceChildren(
    ...[verdict, ...lines].map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    }),
  );
}

/** Bring the headlines to life. @type {Wire} */
function rewrite(root, model, signal) {
  const words = model.get("words");
  const cards = [...root.querySelectorAll("[data-headline]")];
  const show = pager(cards, root, model, signal);
  for (const card of cards) {
    card
      .querySelector('[data-do="check"]')
      .addEventListener("click", () => checkHeadline(card, words), { signal });
  }
  listen(model, "position", show, signal);
  wake(root);
  show();
}

export default view(rewrite);
