// What a small screen needs of controls: an answer in sight, and sliders that let a swipe pass.

const LEAST = 120; // px of a picture or of words that must be in sight to be seen
const LINE = 180; // letters of a result that stands at its control

/**
 * Whether enough of something is in sight; what stands at the foot of the screen hides a little.
 * @param {Element} element
 */
function inSight(element) {
  const { top, bottom, height } = element.getBoundingClientRect();
  const foot = document.querySelector("[data-exit]")?.getBoundingClientRect();
  const low = foot && foot.top > innerHeight / 2 ? foot.top : innerHeight;
  return height > 0 && Math.min(bottom, low) - Math.max(top, 0) >= Math.min(height, LEAST);
}

/**
 * Where nothing that a control changed is in sight, say the result in one line at the control.
 * Screen readers hear the changed words themselves.
 * @param {Part} root
 * @param {Part} control
 * @param {Part[]} moved
 */
export function tellAt(root, control, moved) {
  root.querySelector(".cc-result")?.remove();
  const place = control.closest("fieldset, .cc-slider");
  if (!place) return;
  const elsewhere = moved.filter((each) => !place.contains(each));
  if (elsewhere.some((each) => inSight(each.closest("svg") ?? each))) return;
  const words = elsewhere.filter((each) => !each.closest("svg") && each.checkVisibility());
  const told = words.find((each) => !each.matches(".cc-title")) ?? words[0];
  if (!told) return;
  const row = control.closest("label") ?? place; // among many options, right below the chosen one
  const line = document.createElement("p");
  line.className = "cc-result";
  line.setAttribute("aria-hidden", "true");
  const said = (told.textContent ?? "").trim();
  line.textContent = said.length > LINE ? `${said.slice(0, said.lastIndexOf(" ", LINE))} …` : said;
  (place.contains(row) ? row : place).after(line);
}

/**
 * A swipe over the page that begins on a slider leaves the slider where it was.
 * @param {Part} slider
 * @param {AbortSignal} signal
 */
export function keepFromSwipes(slider, signal) {
  let before = slider.value;
  slider.addEventListener(
    "pointerdown",
    () => {
      before = slider.value;
    },
    { capture: true, signal },
  );
  // The browser took the finger's way for a swipe.
  slider.addEventListener(
    "pointercancel",
    () => {
      if (slider.value === before) return;
      slider.value = before;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    },
    { signal },
  );
}
