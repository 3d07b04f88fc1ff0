// What must work at once and everywhere, also from a file: quick exit and colours.
(() => {
  const page = document.documentElement;
  page.dataset.place = location.protocol === "file:" ? "file" : "server";

  let lastEscape = -Infinity;

  /** Blank this page and put a plain one in its place in the history. */
  function leave() {
    page.style.setProperty("display", "none", "important");
    document.title = "Notes";
    location.replace(document.querySelector("[data-exit]").href);
  }

  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-exit]")) return;
    event.preventDefault();
    leave();
  });
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.repeat) return;
      if (event.timeStamp - lastEscape < 600) leave();
      lastEscape = event.timeStamp;
    },
    { capture: true },
  );

  document.addEventListener("DOMContentLoaded", () => {
    const switches = document.querySelector("fieldset.theme");
    switches.hidden = false;
    // A reload starts with the system's colours again: nothing is remembered.
    switches.querySelector("input").checked = true;
    switches.addEventListener("change", (event) => {
      if (event.target.value) page.dataset.theme = event.target.value;
      else delete page.dataset.theme;
    });
  });
})();
