// The glossary and the sources: a list to read; there is nothing to move.
import { build, wake } from "../frame/view.js";

/** Show the list; returns what puts it back to sleep. */
export function list(root) {
  wake(root);
  return () => {};
}

export { list as wire };

export default {
  render: ({ model, el }) => list(build(el, model.get("markup"))),
};
