import { h } from '../dom.js';
import { fill } from '../frames.js';
import { clock } from '../shape.js';
import { state } from '../store.js';
import { say } from '../words.js';
import { wave } from './wave.js';

const TALL = 46;
const MOST_IMAGES = 16;

/** A clip as a box: pictures of what it shows, the wave of what it plays, or its words. */
export function clipElement(segment, track, kind, scale) {
  const width = Math.max(6, segment.d * scale - 1);
  const name = segment.x ?? segment.m?.name ?? state.media.get(segment.src)?.name ?? say(kind);
  const words = say('clipLabel', name, clock(segment.s), clock(segment.s + segment.d));
  const clip = h('button.clip', {
    type: 'button', 'aria-pressed': 'false', 'aria-label': words, title: words,
    data: { segment: segment.id, kind, track: track.id },
    vars: { left: `${segment.s * scale}px`, width: `${width}px` },
  });
  const medium = state.media.get(segment.src);
  if (kind === 'video' && medium) clip.append(images(segment, medium, width));
  if (kind === 'sound' && medium) clip.append(wave(segment, medium, width));
  if (width > 24) clip.append(h('span.label', {}, name));
  clip.append(h('span.end.first', { data: { end: 'first' } }), h('span.end.last', { data: { end: 'last' } }));
  return clip;
}

/** A still is one picture, repeated; footage is shown as it goes on. */
function images(segment, medium, width) {
  if (medium.kind !== 'video') return fill(h('span.pictures'), { media: medium.id, t: 0, width: 160 });
  const wide = Math.max(24, TALL * ((medium.width || 16) / (medium.height || 9)));
  const row = h('span.pictures');
  for (let index = 0; index < Math.min(MOST_IMAGES, width / wide); index += 1) {
    const share = Math.min(1, ((index + 0.5) * wide) / width);
    const t = coarse((segment.in ?? 0) + share * segment.d * (segment.sp ?? 1));
    const image = fill(h('img', { alt: '', draggable: 'false' }), { media: medium.id, t, width: 160 });
    image.style.width = `${wide}px`;
    row.append(image);
  }
  return row;
}

/** Quarters of a second are near enough, and are found again after a trim. */
const coarse = (time) => Math.round(time / 250) * 250;

/** Where one clip passes into the next. */
export function passageElement(segment, passage, scale) {
  const start = segment.s + segment.d - passage.d;
  return h('span.passage', { vars: { left: `${start * scale}px`, width: `${passage.d * scale}px` } });
}
