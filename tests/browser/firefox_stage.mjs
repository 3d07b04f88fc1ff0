// Firefox opens a stage from its file, goes on with a clicker's keys, and opens the leader's
// window; standard output says what was met. See test_firefox_stage.py.
import puppeteer from "puppeteer-core";

const [executablePath, preferences, address] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  defaultViewport: { width: 1280, height: 720 },
  extraPrefsFirefox: JSON.parse(preferences),
});
const met = { walked: [], asked: [], errors: [], together: [] };

/** Where a window is. */
const shown = (page) => page.evaluate(() => document.documentElement.dataset.shown);

/** Note what a window asks for, and what goes wrong in it. */
function watch(page) {
  page.on("request", (request) => {
    // Fonts stand in the sheet itself, as data.
    if (!/^(file|data):/.test(request.url())) met.asked.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") met.errors.push(message.text());
  });
  page.on("pageerror", (error) => met.errors.push(String(error)));
}

const page = await browser.newPage();
watch(page);
await page.goto(address);
await page.waitForSelector("html[data-ready]");
for (let last; (await shown(page)) !== last; ) {
  last = await shown(page);
  met.walked.push(last);
  await page.evaluate(() => document.querySelector(".screen.present input[type=range]")?.focus());
  await page.keyboard.press("PageDown");
}
const popup = new Promise((resolve) => page.once("popup", resolve));
await page.evaluate(() => document.activeElement?.blur());
await page.keyboard.press("l");
const leader = await popup;
watch(leader);
await leader.waitForSelector("html[data-ready][data-connected]");
for (const [here, there] of [
  [leader, page],
  [page, leader],
]) {
  await here.keyboard.press("PageUp");
  const wanted = await shown(here);
  await there.waitForSelector(`html[data-shown="${wanted}"]`); // the page forbids eval
  met.together.push(wanted);
}
process.stdout.write(JSON.stringify(met));
await browser.close();
