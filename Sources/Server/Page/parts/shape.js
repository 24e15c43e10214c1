/** The aspect of a draft's frame, as CSS writes it. */
export function aspectOf(draft) {
  return `${draft?.m?.width ?? 16} / ${draft?.m?.height ?? 9}`;
}

/** Width over height. */
export function ratioOf(draft) {
  return (draft?.m?.width ?? 16) / (draft?.m?.height ?? 9);
}

/** One frame's time in ms. */
export const frameTime = (draft) => 1000 / (draft?.m?.fps ?? 30);

/** Bytes as people read them. */
export function size(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A time of the film: 0:03.4. */
export function clock(ms, digits = 1) {
  const minutes = Math.floor(ms / 60000);
  const seconds = (Math.floor((ms % 60000) / 10 ** (3 - digits)) / 10 ** digits).toFixed(digits);
  return `${minutes}:${seconds.padStart(digits ? 3 + digits : 2, '0')}`;
}

/** The kinds of tracks by their number in a draft. */
export const KINDS = { 0: 'video', 1: 'sound', 7: 'text' };

/** A segment by its id, with its track. */
export function find(draft, id) {
  for (const track of draft?.t ?? []) {
    const index = track.sg.findIndex((segment) => segment.id === id);
    if (index >= 0) return { track, segment: track.sg[index], index, kind: KINDS[track.tt] };
  }
  return null;
}

/** The lowest track that shows pictures: its clips stand in a row and close up. */
export const mainTrack = (draft) => draft?.t.find((track) => track.tt === 0) ?? null;
