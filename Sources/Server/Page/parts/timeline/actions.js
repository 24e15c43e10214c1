import { edit } from '../edits.js';
import { pause } from '../player.js';
import { find, mainTrack } from '../shape.js';
import { change, state } from '../store.js';

/** What can be done to the picked clip; each is one step to undo. */
export const picked = () => find(state.draft, state.selected);

/** The picked clip where the playhead stands in it, else the film's clip beneath the playhead. */
export function atPlayhead() {
  const { draft, time } = state;
  const covers = (segment) => segment.s < time && time < segment.s + segment.d;
  const found = picked();
  if (found && covers(found.segment)) return found;
  const segment = mainTrack(draft)?.sg.find(covers);
  return segment ? find(draft, segment.id) : null;
}

export function split() {
  const found = atPlayhead();
  if (found) edit({ verb: { split: { segment: found.segment.id, at: Math.round(state.time) } } });
}

export function trimStart() {
  const found = atPlayhead();
  if (found) edit({ verb: { trim_start: { segment: found.segment.id, by: Math.round(state.time - found.segment.s) } } });
}

export function trimEnd() {
  const found = atPlayhead();
  if (!found) return;
  const by = Math.round(found.segment.s + found.segment.d - state.time);
  edit({ verb: { trim_end: { segment: found.segment.id, by } } });
}

/** Removes the picked clip or, where none is picked, what is marked. */
export async function remove() {
  const found = picked();
  const { from, to } = state.marks;
  if (found) {
    if (await edit({ verb: { delete: { segment: found.segment.id } } })) change({ selected: null });
  } else if (from !== undefined && to !== undefined) {
    pause();
    if (await edit({ verb: { cut: { from: Math.round(from), to: Math.round(to) } } })) change({ marks: {}, time: from });
  }
}

/** Moves the picked clip one place in the row of the film, elsewhere by a tenth of a second. */
export function nudge(direction) {
  const found = picked();
  if (!found) return;
  const { segment, track, index } = found;
  if (track.id === mainTrack(state.draft)?.id) {
    const to = index + direction;
    if (to >= 0 && to < track.sg.length) edit({ verb: { reorder: { segment: segment.id, to } } });
  } else {
    edit({ verb: { move: { segment: segment.id, to: Math.max(0, segment.s + direction * 100) } } });
  }
}

/** Sets one end of the marked range at the playhead. */
export function mark(end) {
  const marks = { ...state.marks, [end]: state.time };
  if (marks.from !== undefined && marks.to !== undefined && marks.from >= marks.to) delete marks[end === 'from' ? 'to' : 'from'];
  change({ marks });
}

export const setVolume = (segment, volume) => edit({ edits: [{ set_volume: { segment: segment.id, volume } }], label: `volume ${Math.round(volume * 100)} %` });
