// An activity that needs nothing but its markup.
import { build, wake } from "./common.js";

export { wake as wire };

export default {
  render({ model, el }) {
    wake(build(el, model.get("markup")));
  },
};
