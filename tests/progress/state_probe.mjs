// Runs the panel's state machine over a shelf that a test describes, and prints what was said.
// Standard input: { words, samples } or { words, stored, steps }, where a step is
// [action, ...arguments] of the machine, [event, value] of the shelf, ["start again"] as
// JupyterLab does it, or ["at once", ...steps] for actions that do not wait for each other.
const [state] = process.argv.slice(2);
const { nothing, remembering } = await import(state);
const { decode, encode, merged, Problem } = await import(new URL("record.js", state).href);
let text = "";
for await (const part of process.stdin) text += part;
const { words, stored, steps = [], samples = [], merges = [] } = JSON.parse(text);

/** A shelf that can be full, silent, or written to by others at the worst moment. */
let kept = stored ?? null;
let fails = "";
let meanwhile = null;
const failing = () => {
  if (fails) throw new Problem(fails, "/the/file");
};
const shelf = {
  read: async () => {
    if (fails === "silent" || fails === "unreadable") failing();
    return kept;
  },
  swap: async (before, after) => {
    if (meanwhile !== null) [kept, meanwhile] = [meanwhile, null];
    failing();
    if (kept === before) kept = after;
    return kept;
  },
  setAside: async () => {
    kept = null;
    return "aside";
  },
  erase: async () => {
    failing();
    const any = kept !== null;
    kept = null;
    return any;
  },
};
const said = [];
const start = (before = nothing()) => {
  const started = remembering(
    shelf,
    words,
    (sentence, settled) => {
      said.push({ said: sentence, settled, on: started.on, here: started.here, kept });
    },
    before,
  );
  return started;
};
let progress = start();
for (const [what, ...given] of steps) {
  if (what === "fails") [fails] = given;
  else if (what === "kept") [kept] = given;
  else if (what === "start again") progress = start(progress.now);
  else if (what === "meanwhile") [meanwhile] = given;
  else if (what === "at once") {
    await Promise.all(given.map(([action, ...rest]) => progress[action](...rest)));
  } else await progress[what](...given);
}
const reasons = samples.map((sample) => {
  try {
    return { found: decode(sample) };
  } catch (problem) {
    return { reason: problem.reason };
  }
});
console.log(
  JSON.stringify({
    said,
    reasons,
    merges: merges.map((each) => merged(...each)),
    again: reasons.map(({ found }) => found && encode(found)),
  }),
);
