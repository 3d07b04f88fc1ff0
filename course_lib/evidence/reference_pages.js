// The glossary and the sources: a list to read; there is nothing to move.
import { view, wake } from "../frame/view.js";

export default view(wake);
