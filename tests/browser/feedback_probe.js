// What each control of the page's activities changes, and whether any of that is in sight.
globalThis.feedback = {
  async unseen(most) {
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)));
    const found = [];
    let tried = 0;
    for (const root of document.querySelectorAll("[data-activity]")) {
      const controls = [
        ...root.querySelectorAll("input:not([type=search], [type=text]), button, select"),
      ].filter((each) => each.checkVisibility() && !each.closest("details"));
      for (const control of controls.slice(0, most)) {
        if (!control.isConnected || !control.checkVisibility() || control.disabled) continue;
        if (control.matches("[data-do=leave], [data-do=export], [data-do=import]")) continue;
        control.scrollIntoView({ block: "center", behavior: "instant" });
        await drawn();
        const changed = await changedBy(root, control, drawn);
        tried += 1;
        const places = changed.map((each) => each.getBoundingClientRect());
        const shown = places.filter((box) => box.height > 0);
        if (shown.length && !shown.some(inSight)) {
          found.push(`${root.dataset.activity}: ${control.value || control.textContent}`);
        }
      }
    }
    return { tried, found };
  },
};

function inSight({ top, bottom, height }) {
  const low = document.querySelector("[data-exit]").getBoundingClientRect().top;
  return Math.min(bottom, low) - Math.max(top, 0) >= Math.min(height, 100);
}

/** What a control changes outside its own row: pictures as a whole, and everything else. */
async function changedBy(root, control, drawn) {
  const row = control.closest(".cc-slider, label");
  const changed = new Set();
  const watch = new MutationObserver((all) => {
    for (const { target, addedNodes } of all) {
      for (const node of [target, ...addedNodes]) {
        const each = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
        if (each && each !== control && !each.contains(control) && !row?.contains(each)) {
          changed.add(each.closest("svg") ?? each);
        }
      }
    }
  });
  watch.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  if (control.type === "range") {
    control.value = Number(control.value) === Number(control.max) ? control.min : control.max;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (control.tagName === "SELECT") {
    control.selectedIndex = control.options.length - 1;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    control.click();
  }
  await drawn();
  watch.disconnect();
  return [...changed].filter((each) => each.isConnected);
}
