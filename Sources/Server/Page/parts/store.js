/**
 * What the page knows, and who wants to hear of it.
 *
 * `draft` is the draft as the API sends it, `version` its number, `media` the session's media by
 * id, `time` the playhead in ms, `marks` a marked range in ms.
 */
export const state = {
  visitor: null, credits: null,
  session: null, draft: null, version: 0, history: null, media: new Map(), events: [],
  turn: null, uploads: [], jobs: [],
  time: 0, playing: false, preview: null, selected: null, marks: {}, zoom: 1,
};

const watchers = new Map();

/**
 * Calls `told` whenever one of `names` changes, once for all changes of a moment. Gives what ends
 * it.
 */
export function watch(names, told) {
  for (const name of names) {
    if (!watchers.has(name)) watchers.set(name, new Set());
    watchers.get(name).add(told);
  }
  return () => { for (const name of names) watchers.get(name).delete(told); };
}

let waiting = new Set();

/** Changes what is known; whoever watches is told before the next paint. */
export function change(patch) {
  for (const [name, value] of Object.entries(patch)) {
    if (Object.is(state[name], value)) continue;
    state[name] = value;
    for (const told of watchers.get(name) ?? []) waiting.add(told);
  }
  if (waiting.size) schedule();
}

/** Tells whoever watches `name` that something within it changed. */
export function touch(name) {
  for (const told of watchers.get(name) ?? []) waiting.add(told);
  schedule();
}

let scheduled = false;
function schedule() {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    const tell = waiting;
    waiting = new Set();
    for (const told of tell) told();
  });
}
