// The leader's window beside the stage: what to say, what comes next, the clock.
(() => {
  const { deck, change, now, watch } = globalThis.courseStage;
  const MINUTE = 60_000;
  /** @type {Find} */
  const find = (name) => document.querySelector(`[data-${name}]`);
  const end = JSON.parse(find("end").textContent);

  /** @param {StageState} state */
  function following({ screen, step }) {
    const { steps, title } = deck.screens[screen];
    if (step + 1 < steps.length) return { title, say: steps[step + 1].say };
    const coming = deck.screens[screen + 1];
    return coming ? { title: coming.title, say: coming.steps[0].say } : { title: end, say: "" };
  }

  watch((state) => {
    const { steps, title, part, do: task } = deck.screens[state.screen];
    const { say, ask } = steps[state.step];
    const count = steps.length > 1 ? ` (${state.step + 1}/${steps.length})` : "";
    const under = deck.parts[part].title === title ? "" : `${deck.parts[part].title} · `;
    find("now").textContent = `${under}${title}${count}`;
    find("say").textContent = say;
    find("ask").textContent = ask;
    find("ask-room").hidden = !ask;
    find("task").textContent = task;
    const coming = following(state);
    find("next").textContent = coming.title;
    find("next-say").textContent = coming.say;
    tick();
  });

  /** @param {string} name @param {number} minutes */
  function tellMinutes(name, minutes) {
    find(name).hidden = false;
    find(name).querySelector("strong").textContent = String(Math.ceil(minutes));
    find(name).toggleAttribute("data-late", minutes < 0);
  }

  function tick() {
    const time = new Date();
    find("clock").textContent = time.toLocaleTimeString("en-GB", {
      hour: "2-digit",
      minute: "2-digit",
    });
    const { began, screen } = now();
    document.querySelector('[data-do="begin"]').hidden = Boolean(began);
    if (!began) return;
    const gone = (time.getTime() - began) / MINUTE;
    const { part } = deck.screens[screen];
    const until = deck.parts.slice(0, part + 1).reduce((sum, { minutes }) => sum + minutes, 0);
    tellMinutes("left", deck.minutes - gone);
    tellMinutes("part-left", until - gone);
  }

  function tellConnection() {
    const closed = !window.opener || window.opener.closed;
    const connected = !closed && "connected" in document.documentElement.dataset;
    find("together").hidden = !connected;
    find("apart").hidden = connected;
  }

  document
    .querySelector('[data-do="begin"]')
    .addEventListener("click", () => change({ began: Date.now() }));
  setInterval(() => {
    tick();
    tellConnection();
  }, 1000);
})();
