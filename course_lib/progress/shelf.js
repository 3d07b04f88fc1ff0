// Where progress is kept: in the browser's own store on a page, in a file in a notebook.
import { Problem } from "./record.js";

const KEY = "course-progress";
const KEPT = /^course-progress-kept-\d+$/;
const PATIENCE = 2000; // ms until a kernel that says nothing counts as gone

/**
 * A shelf in the browser's own store.
 * @returns {import("./state.js").Shelf}
 */
export function browserShelf() {
  /** @type {<T>(name: string, use: () => T) => T} */
  const trying = (name, use) => {
    try {
      return use();
    } catch (problem) {
      const full = /** @type {DOMException} */ (problem).name === "QuotaExceededError";
      throw new Problem(full ? "full" : name);
    }
  };
  return {
    read: async () => trying("unreadable", () => localStorage.getItem(KEY)),
    swap: async (before, after) =>
      trying("unsaved", () => {
        if (localStorage.getItem(KEY) === before) localStorage.setItem(KEY, after);
        return localStorage.getItem(KEY);
      }),
    setAside: async (before) =>
      trying("unsaved", () => {
        let number = 1;
        while (localStorage.getItem(`${KEY}-kept-${number}`) !== null) number += 1;
        localStorage.setItem(`${KEY}-kept-${number}`, before);
        localStorage.removeItem(KEY);
        return `${KEY}-kept-${number}`;
      }),
    erase: async () => eraseInBrowser(),
  };
}

function eraseInBrowser() {
  try {
    const ours = Object.keys(localStorage).filter((key) => key === KEY || KEPT.test(key));
    for (const key of ours) localStorage.removeItem(key);
    return ours.length > 0;
  } catch {
    return false; // a browser that stores nothing has nothing to erase
  }
}

/**
 * A shelf that a kernel looks after; each question has a name of its own, and an answer that
 * does not come in time is a problem of its own: "silent".
 * @param {Model} model
 * @param {AbortSignal} signal
 * @returns {import("./state.js").Shelf}
 */
export function kernelShelf(model, signal) {
  const view = Math.random().toString(36).slice(2, 10);
  let asked = 0;
  /** @param {Record<string, any>} question */
  const ask = (question) =>
    new Promise((resolve, reject) => {
      asked += 1;
      const id = `${view}-${asked}`;
      const done = new AbortController();
      const waiting = setTimeout(() => {
        done.abort();
        reject(new Problem("silent"));
      }, PATIENCE);
      const heard = () => {
        const answer = model.get("answer");
        if (answer.id !== id) return;
        clearTimeout(waiting);
        done.abort();
        if (answer.problem) reject(new Problem(answer.problem, answer.path));
        else resolve(answer.found);
      };
      model.on("change:answer", heard);
      done.signal.addEventListener("abort", () => model.off("change:answer", heard));
      signal.addEventListener("abort", () => clearTimeout(waiting), { signal: done.signal });
      model.set("question", { id, ...question });
      model.save_changes();
    });
  return {
    read: () => ask({ do: "read" }),
    swap: (before, after) => ask({ do: "swap", before, after }),
    setAside: (before) => ask({ do: "set_aside", before }),
    erase: () => ask({ do: "erase" }),
  };
}
