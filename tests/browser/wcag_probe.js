// What the gates of test_wcag.py look for on a page. Each function returns what is wrong, in words.

/** @param {Element} each */
const named = each => {
  const activity = each.closest("[data-activity]")?.getAttribute("data-activity") ?? "page";
  const text = (each.textContent ?? "").trim().slice(0, 40);
  return `${activity}: <${each.localName}${each.className?.baseVal ?? each.className ? ` class="${each.className?.baseVal ?? each.className}"` : ""}> ${text}`;
};

// A narrow picture has display="none" too, for where there is no sheet, and is shown all the same.
const seen = each =>
  each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  !each.closest(".spoken, .skip, [hidden], [display=none]:not(svg)");

const sheet = new CSSStyleSheet();

globalThis.wcag = {
  /** Lay a person's own style over the page; without any, take it off. */
  restyle(css = "") {
    sheet.replaceSync(css);
    if (!document.adoptedStyleSheets.includes(sheet)) {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }
  },

  /** Open all that opens, and answer what fills a table: it is as wide then as it will ever be. */
  openEverything() {
    for (const each of document.querySelectorAll("details")) each.open = true;
    for (const each of document.querySelectorAll("[data-takeaway][data-grade]")) {
      each.querySelector(`input[value="${each.dataset.grade}"]`)?.click();
      each.querySelector("[data-do=compare]")?.click();
    }
  },

  /** Close and open what can be opened, with the first of it in the middle of the window. */
  openAgain() {
    for (const each of document.querySelectorAll("details")) each.open = false;
    document.querySelector("details")?.scrollIntoView({ block: "end" });
    setTimeout(() => this.openEverything(), 50);
  },

  /** What reaches out of the window at its side. */
  wide() {
    const limit = document.documentElement.clientWidth + 1;
    const found = [...document.querySelectorAll("body *")]
      .filter(each => !each.parentElement.closest("svg") && seen(each))
      .filter(each => {
        const box = each.getBoundingClientRect();
        return box.width > 1 && (box.right > limit || box.left < -1);
      })
      .map(named);
    if (document.documentElement.scrollWidth > limit) found.push("the page scrolls sideways");
    return found;
  },

  /** Words that reach out of what holds them, and are cut off or stand outside of it. */
  cut() {
    const found = [];
    for (const { node, rects, host } of words()) {
      const holder = host.closest("svg, button, label, summary, td, th, .cc-card, .cc-figure");
      const svg = host.closest("svg");
      for (const frame of [holder, svg]) {
        if (!frame || frame === host.ownerDocument.body) continue;
        if (getComputedStyle(frame).display === "inline") continue;
        const box = frame.getBoundingClientRect();
        if (
          rects.some(
            each =>
              each.right > box.right + 2 ||
              each.left < box.left - 2 ||
              each.bottom > box.bottom + 4 ||
              each.top < box.top - 4,
          )
        ) {
          found.push(`${named(frame).slice(0, 60)} cuts "${node.data.trim().slice(0, 40)}"`);
        }
      }
    }
    for (const each of document.querySelectorAll("body *")) {
      const { overflowX } = getComputedStyle(each);
      if (!["hidden", "clip"].includes(overflowX) || !seen(each) || each.closest("svg")) continue;
      if (each.scrollWidth > each.clientWidth + 1) found.push(`${named(each)} is cut`);
    }
    return [...new Set(found)];
  },

  /** Words on words, and words of a picture on its signs. */
  overlapping() {
    const found = [];
    const all = [];
    for (const { node, rects, host } of words()) {
      const area = host.closest(".masthead, .exit, .to-help, .contents");
      for (const rect of rects) all.push({ node, rect, area, host });
    }
    all.sort((a, b) => a.rect.top - b.rect.top);
    const start = all.length;
    for (let i = 0; i < start; i++) {
      const { rect: a, node, area } = all[i];
      for (let j = i + 1; j < start && all[j].rect.top < a.bottom - 3; j++) {
        const { rect: b, node: other, area: beside } = all[j];
        if (node === other || area !== beside) continue;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        const low = Math.min(a.height, b.height);
        if (across > 2 && down > low * 0.35) {
          found.push(`"${node.data.trim().slice(0, 40)}" on "${other.data.trim().slice(0, 40)}"`);
        }
      }
    }
    return [...new Set(found)];
  },

  /** Choose one of each thing that can be chosen. */
  choose() {
    for (const kind of ["[aria-pressed=false]", "[data-node]"]) {
      [...document.querySelectorAll(kind)].find(seen)?.click();
    }
  },

  /** What is chosen, pressed, current or open and looks exactly like what is not. */
  unmarked() {
    const found = [];
    for (const each of document.querySelectorAll("input[type=radio], input[type=checkbox]")) {
      const { opacity, appearance } = getComputedStyle(each);
      each.classList.toggle("wcag-hidden", opacity === "0" || appearance === "none");
    }
    for (const { name, of, on, change } of states()) {
      for (const each of document.querySelectorAll(of)) {
        if (!seen(on(each))) continue;
        const now = look(on(each));
        const undo = change(each);
        const then = look(on(each));
        undo();
        if (now === then) found.push(`${name}: ${named(each)}`);
      }
    }
    return found;
  },

  /**
   * What can be pressed and is smaller than asked for. Links in sentences may be; what lies over
   * a box of a wide picture is as large as the picture allows, but never under 24.
   */
  small(least) {
    const found = [];
    const pressed = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    for (const each of document.querySelectorAll(pressed)) {
      if (!seen(each) && !each.matches(".theme input")) continue;
      const style = getComputedStyle(each);
      if (each.matches("a, .term") && style.display.startsWith("inline") && inSentence(each)) continue;
      const boxes = [each, ...(each.labels ?? [])].map(one => one.getBoundingClientRect());
      const width = Math.max(...boxes.map(box => box.width));
      const height = Math.max(...boxes.map(box => box.height));
      if (!width && !height) continue;
      const wide = each.matches("[data-node]") && innerWidth > 600;
      if (width < Math.min(least, 24) - 0.1 || height < (wide ? 24 : least) - 0.1) {
        found.push(`${Math.round(width)} × ${Math.round(height)}: ${named(each)}`);
      }
    }
    return found;
  },

  /** Where words, buttons and drops stand in each picture, and which way its sliders run. */
  places() {
    const round = number => Math.round(number);
    return [...document.querySelectorAll("[data-activity]")].map(activity => {
      const pictures = [...activity.querySelectorAll(".cc-picture svg")].filter(seen);
      const ways = [...activity.querySelectorAll("input[type=range], svg")].map(
        each => getComputedStyle(each).direction,
      );
      const parts = pictures.flatMap(svg => {
        const from = svg.getBoundingClientRect();
        const over = svg.closest(".cc-map, .cc-cause-map")?.querySelectorAll("button, .cc-drop") ?? [];
        return [...svg.querySelectorAll("text"), ...over].filter(seen).map(each => {
          const box = each.getBoundingClientRect();
          return [round(box.left - from.left), round(box.right - from.left)];
        });
      });
      return [activity.dataset.activity, ways, parts];
    });
  },
};

/** Each kind of state: which elements are in it, what shows it, and how it would be without. */
function states() {
  const itself = each => each;
  const without = name => each => {
    const was = each.getAttribute(name);
    each.removeAttribute(name);
    return () => each.setAttribute(name, was);
  };
  const unclassed = name => each => {
    each.classList.remove(name);
    return () => each.classList.add(name);
  };
  const unchecked = each => {
    each.checked = false;
    return () => {
      each.checked = true;
    };
  };
  // A native box is drawn by the browser; one that is hidden is drawn by what follows it.
  const drawnBy = each => each.nextElementSibling;
  return [
    { name: "checked", of: "input.wcag-hidden:checked", on: drawnBy, change: unchecked },
    { name: "current", of: "[aria-current]", on: itself, change: without("aria-current") },
    { name: "pressed", of: "[aria-pressed=true]", on: itself, change: without("aria-pressed") },
    { name: "drop", of: ".cc-drop.cc-chosen", on: itself, change: unclassed("cc-chosen") },
    {
      name: "node",
      of: "[data-node][aria-expanded=true]",
      on: itself,
      change: without("aria-expanded"),
    },
  ];
}

/** What forced colours leave of a look. */
function look(each) {
  const style = getComputedStyle(each);
  const names = ["Top", "Left"].flatMap(side => [`border${side}Width`, `border${side}Style`, `border${side}Color`]);
  names.push("outlineStyle", "outlineWidth", "color", "fontWeight", "textDecorationLine");
  return [...names.map(name => style[name]), ground(each)].join(" ");
}

/** The colour behind the words: a clear ground shows the one below. */
function ground(each) {
  const clear = colour => /(?:, 0\)|\/ 0\)|transparent)$/.test(colour);
  for (let one = each; one; one = one.parentElement) {
    const { backgroundColor } = getComputedStyle(one);
    if (!clear(backgroundColor)) return backgroundColor;
  }
  return "";
}

/** Whether words stand beside a link, in the same line of thought. */
function inSentence(each) {
  const around = each.closest("p, li, td, th, dd, dt, span.cc-known, figcaption, summary, label");
  return Boolean(around) && around.textContent.trim().length > each.textContent.trim().length + 2;
}


/** All words that are shown, each with the places where they stand. */
function words() {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const host = node.parentElement;
    if (!node.data.trim() || !host || host.closest("script, style, title, desc, option, select")) {
      continue;
    }
    if (!seen(host)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(each => each.width > 1 && each.height > 1);
    if (rects.length) found.push({ node, rects, host });
  }
  return found;
}
