// One Firefox that visits pages, by WebDriver BiDi: each line of standard input is an address,
// each line of standard output says what was met there. See test_firefox.py.
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const [executablePath, preferences] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  defaultViewport: { width: 1280, height: 800 },
  extraPrefsFirefox: JSON.parse(preferences),
});

/** What opens a file, saves one, or leaves: tried elsewhere, with real hands. */
const APART = "[type=file], [data-do=export], [data-do=import], [data-do=leave]";

/**
 * In the page: use each control of the activities once, also those that appear meanwhile.
 * Sliders wait for real keys; what is never in sight comes last.
 */
function useAll(apart) {
  globalThis.print = () => {};
  const used = new Set();
  const without = [];
  for (const each of document.querySelectorAll("details")) each.open = true;
  const next = () => {
    const all = "[data-activity] :is(button, input:not([type=range]), select, textarea)";
    const left = [...document.querySelectorAll(all)].filter(
      (each) => !(used.has(each) || each.disabled || each.matches(apart)),
    );
    return left.find((each) => each.checkVisibility()) ?? left[0];
  };
  for (let each = next(); each; each = next()) {
    used.add(each);
    const before = each.checked;
    if (each.matches("select")) each.selectedIndex = each.options.length - 1;
    else if (each.matches("textarea, [type=search], [type=text]")) each.value = "words";
    else each.click();
    if (!each.matches("button")) {
      each.dispatchEvent(new Event("input", { bubbles: true }));
      each.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (each.type === "checkbox" && each.checked === before) without.push(each.outerHTML);
  }
  return { used: used.size, without };
}

/** Move each slider with a key; returns how many there are and which did not move. */
async function slide(page) {
  const all = await page.$$("[data-activity] input[type=range]");
  const without = [];
  for (const slider of all) {
    await slider.evaluate((each) => {
      for (const card of document.querySelectorAll("[data-activity] [hidden]")) {
        if (card.contains(each)) card.hidden = false;
      }
      each.focus();
    });
    const says = () =>
      slider.evaluate((each) => `${each.value} ${each.getAttribute("aria-valuetext")}`);
    const before = await says();
    const atEnd = await slider.evaluate((each) => each.value === each.max);
    await page.keyboard.press(atEnd ? "ArrowLeft" : "ArrowRight");
    if ((await says()) === before) without.push(await slider.evaluate((each) => each.outerHTML));
  }
  return { used: all.length, without };
}

/** Leave in one way, and return what is seen then. */
async function left(page, leave) {
  await leave();
  // Not waitForFunction, which makes its function from text: the pages' policy forbids that.
  for (let tries = 0; tries < 60 && (await page.title()) !== "Notes"; tries += 1) {
    await new Promise((later) => setTimeout(later, 50));
  }
  return page.evaluate(() => ({
    title: document.title,
    address: location.pathname.split("/").pop(),
    activities: document.querySelectorAll("[data-activity], .lesson").length,
  }));
}

async function visit(address) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors = [];
  const elsewhere = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (said) => said.type() === "error" && errors.push(said.text()));
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") elsewhere.push(request.url());
  });
  try {
    await page.goto(address);
    await page.waitForSelector("html[data-awake]", { timeout: 20_000 });
    const asleep = await page.$$eval("[data-activity]:not([data-alive])", (all) =>
      all.map((each) => each.dataset.activity),
    );
    const activities = await page.$$eval("[data-activity]", (all) => all.length);
    const scrolling = await page.$$eval("main, main *", (all) =>
      all
        .filter((each) => each.scrollWidth > each.clientWidth)
        .filter((each) => ["auto", "scroll"].includes(getComputedStyle(each).overflowX))
        .map((each) => each.className),
    );
    const sliders = await slide(page);
    const rest = await page.evaluate(useAll, APART);
    const byKeys = await left(page, async () => {
      await page.evaluate(() => document.activeElement.blur()); // a search box uses Escape itself
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    });
    await page.goto(address);
    const byLink = await left(page, () => page.click("[data-exit]"));
    const controls = sliders.used + rest.used;
    const without = [...sliders.without, ...rest.without];
    return {
      activities,
      asleep,
      scrolling,
      controls,
      without,
      errors,
      elsewhere,
      left: [byKeys, byLink],
    };
  } finally {
    await context.close();
  }
}

for await (const address of createInterface({ input: process.stdin })) {
  const report = await visit(address).catch((error) => ({ failed: String(error) }));
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
await browser.close();
