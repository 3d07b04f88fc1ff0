// How a lesson looks in JupyterLab: its cover, the hue of its voice, the course's letters.
// A classic script, like leaving.js; colours, letters and covers are those of the pages.
(() => {
  /** @type {Promise<Record<string, { voice: string, svg: string }>> | undefined} */
  let covers;

  /** @param {URL} sheet */
  function link(sheet) {
    const element = document.createElement("link");
    element.rel = "stylesheet";
    element.href = sheet.href;
    document.head.append(element);
  }

  /**
   * Dress a lesson that has been read.
   * @param {any} panel
   * @param {string} name the name of its notebook
   * @param {string} here the address of what stands beside this script
   */
  async function dress(panel, name, here) {
    if (!covers) {
      for (const sheet of ["palette.css", "type.css", "house.css"]) link(new URL(sheet, here));
      covers = fetch(new URL("covers.json", here)).then((answer) => answer.json());
    }
    panel.addClass("course-house");
    const found = (await covers)[name.slice(0, 2)];
    const first = panel.content.widgets[0]?.node;
    if (!found || !first) return;
    panel.node.dataset.voice = found.voice;
    const place = document.createElement("div");
    place.className = "course-cover";
    place.innerHTML = found.svg;
    first.prepend(place);
  }

  globalThis.house = { dress };
})();
