import { h } from '../dom.js';
import { clock } from '../shape.js';
import { state } from '../store.js';
import { say } from '../words.js';
import { tick } from './scale.js';

/** The ruler: times, and the marked range. */
export function ruler(scale) {
  const step = tick(scale);
  const ticks = h('div.ticks');
  const digits = step < 1000 ? 1 : 0;
  const end = state.draft.d + 60 / scale;
  for (let time = 0; time <= end; time += step) {
    ticks.append(line(time * scale, true), label(time, scale, digits));
    if (step * scale > 90) for (let part = 1; part < 5; part += 1) ticks.append(line((time + (step * part) / 5) * scale, false));
  }
  const { from, to } = state.marks;
  if (from !== undefined || to !== undefined) {
    const marked = h('div.marked');
    marked.style.left = `${(from ?? 0) * scale}px`;
    marked.style.width = `${((to ?? state.draft.d) - (from ?? 0)) * scale}px`;
    ticks.append(marked);
  }
  return h('div.ruler', {
    role: 'slider', tabindex: '0', 'aria-label': say('playhead'), 'aria-valuemin': '0', 'aria-valuemax': String(state.draft.d),
  }, h('span.corner'), ticks);
}

/** Tells the playhead's time. */
export function showTime(element) {
  element.setAttribute('aria-valuenow', String(Math.round(state.time)));
  element.setAttribute('aria-valuetext', clock(state.time));
}

function line(x, isLong) {
  const made = h(isLong ? 'i.long' : 'i');
  made.style.left = `${x}px`;
  return made;
}

function label(time, scale, digits) {
  const made = h('span', { 'aria-hidden': 'true' }, clock(time, digits));
  made.style.left = `${time * scale}px`;
  return made;
}
