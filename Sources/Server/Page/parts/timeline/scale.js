import { state } from '../store.js';

const NAMES = 104;
const NARROW = 64;
const MARGIN = 64;

/** Pixels of a millisecond: the whole film fits at zoom 1. */
export function pixels() {
  const room = Math.max(160, (document.getElementById('tracks').clientWidth || 800) - names() - MARGIN);
  return (room / Math.max(1000, state.draft?.d ?? 1000)) * state.zoom;
}

/** The width of the column of names. */
export const names = () => (matchMedia('(max-width: 52rem)').matches ? NARROW : NAMES);

const STEPS = [40, 100, 200, 500, 1000, 2000, 5000, 10000, 30000, 60000];

/** The time between two ticks, so that their numbers have room. */
export function tick(scale) {
  return STEPS.find((step) => step * scale >= 64) ?? STEPS.at(-1);
}

/** The time nearest to `time` that clips should stick to, within 8 pixels; null where none is. */
export function snap(time, scale, leaving = null) {
  const places = [0, state.time, state.draft.d];
  for (const track of state.draft.t) {
    for (const segment of track.sg) if (segment.id !== leaving) places.push(segment.s, segment.s + segment.d);
  }
  let best = null;
  for (const place of places) {
    const gap = Math.abs(place - time);
    if (gap * scale <= 8 && (best === null || gap < Math.abs(best - time))) best = place;
  }
  return best;
}
