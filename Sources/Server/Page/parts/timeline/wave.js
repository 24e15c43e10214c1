import { at, data } from '../api.js';
import { h } from '../dom.js';
import { state } from '../store.js';

const known = new Map();
const PER_SECOND = 20;

/** The wave of what a clip plays. */
export function wave(segment, medium, width) {
  const canvas = h('canvas', { 'aria-hidden': 'true' });
  peaks(medium, segment).then((found) => paint(canvas, found, segment, width), () => {});
  return canvas;
}

/** The loudness of a medium in steps; composed music is asked for as long as it plays. */
function peaks(medium, segment) {
  const isComposed = medium.duration > 3600;
  const length = isComposed ? segment.in + segment.d || segment.d : Math.round(medium.duration * 1000);
  const bins = Math.min(4000, Math.max(50, Math.ceil((length / 1000) * PER_SECOND)));
  const path = `${at('peaks', state.session.id)}?media=${medium.id}&bins=${bins}${isComposed ? `&duration=${length}` : ''}`;
  let found = known.get(path);
  if (!found) {
    found = data('GET', path);
    found.catch(() => known.delete(path));
    known.set(path, found);
    if (known.size > 200) known.delete(known.keys().next().value);
  }
  return found;
}

function paint(canvas, { peaks: values, duration }, segment, width) {
  const ratio = Math.min(devicePixelRatio, 2);
  const pixels = Math.min(4096, Math.round(width * ratio));
  canvas.width = pixels;
  canvas.height = 40;
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffffb0';
  const from = segment.in ?? 0;
  const span = segment.d * (segment.sp ?? 1);
  for (let x = 0; x < pixels; x += 2) {
    const time = from + (x / pixels) * span;
    const peak = values[Math.floor((time / duration) * values.length) % values.length] ?? 0;
    const tall = Math.max(1, (peak / 255) * 36 * Math.min(1.2, segment.v ?? 1));
    pen.fillRect(x, 20 - tall / 2, 1.4, tall);
  }
}
