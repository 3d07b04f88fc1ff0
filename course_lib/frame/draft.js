// What was begun on this page of the browser and is kept in its memory alone.

/**
 * Something begun, under a name of its own, as it was left.
 *
 * It survives that JupyterLab draws a view again or starts the lesson again; it is gone with the
 * page. It is never set on a model, so no kernel, notebook or store ever holds it.
 * @template T
 * @param {string} name
 * @param {() => T} begin
 * @returns {T}
 */
export function draft(name, begin) {
  globalThis.courseDraft ??= {};
  globalThis.courseDraft[name] ??= begin();
  return globalThis.courseDraft[name];
}
