import { byID, h } from '../dom.js';
import { KINDS } from '../shape.js';
import { change, state, watch } from '../store.js';
import { say, watchLanguage } from '../words.js';
import { clipElement, passageElement } from './clip.js';
import { names, pixels } from './scale.js';
import { ruler, showMarks, showTime } from './ruler.js';
import { startDragging } from './drag.js';

const place = byID('tracks');
let canvas = null;

/** The tracks, the highest first, and the playhead over them. */
export function startTimeline() {
  watch(['draft', 'zoom', 'media'], draw);
  watch(['marks'], showRange);
  watch(['selected'], showSelection);
  watch(['time'], showPlayhead);
  watchLanguage(draw);
  let width = 0;
  new ResizeObserver(() => {
    if (place.clientWidth === width) return;
    width = place.clientWidth;
    draw();
  }).observe(place);
  startDragging(place);
  place.addEventListener('wheel', zoomByWheel, { passive: false });
}

/** Zooms about the playhead. */
export function zoomTo(zoom) {
  const bounded = Math.min(60, Math.max(1, zoom));
  const before = state.time * pixels() - place.scrollLeft;
  change({ zoom: bounded });
  queueMicrotask(() => { place.scrollLeft = state.time * pixels() - before; });
}

function zoomByWheel(event) {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  zoomTo(state.zoom * Math.exp(-event.deltaY / 200));
}

function draw() {
  const { draft } = state;
  if (!draft) {
    canvas = null;
    place.replaceChildren(h('p.empty-tracks', {}, say('emptyTracks')));
    return;
  }
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.segment : null;
  const scale = pixels();
  canvas = h('div.canvas', { vars: { length: `${draft.d * scale}px` } },
    ruler(scale), [...draft.t].reverse().map((track) => lane(track, scale)), h('div.playhead'));
  place.replaceChildren(canvas);
  showRange();
  showPlayhead();
  showSelection();
  if (focused) place.querySelector(`[data-segment="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function lane(track, scale) {
  const kind = KINDS[track.tt] ?? 'text';
  const strip = h('div.strip', { role: 'group', 'aria-label': track.m?.name ?? say(kind) });
  for (const segment of track.sg) {
    strip.append(clipElement(segment, track, kind, scale));
    const passage = segment.m?.transition;
    if (passage && passage.kind !== 'cut') strip.append(passageElement(segment, passage, scale));
  }
  return h('div.lane', { data: { kind, track: track.id } }, h('span.lane-name', { 'aria-hidden': 'true' }, track.m?.name ?? say(kind)), strip);
}

function showRange() {
  if (canvas) showMarks(canvas.firstElementChild, pixels());
}

function showSelection() {
  for (const clip of place.querySelectorAll('.clip')) {
    const isPicked = String(clip.dataset.segment === state.selected);
    if (clip.getAttribute('aria-pressed') !== isPicked) clip.setAttribute('aria-pressed', isPicked);
  }
}

function showPlayhead() {
  if (!canvas) return;
  const x = state.time * pixels();
  canvas.style.setProperty('--at', `${x}px`);
  showTime(canvas.firstElementChild);
  if (!state.playing) return;
  const seen = place.clientWidth - names();
  if (x < place.scrollLeft || x > place.scrollLeft + seen - 40) place.scrollLeft = x - 40;
}

