import { h } from '../dom.js';
import { clock } from '../shape.js';
import { state } from '../store.js';
import { say } from '../words.js';
import { tick } from './scale.js';

/** The ruler: times; the lines between them are drawn by its style. */
export function ruler(scale) {
  const step = tick(scale);
  const ticks = h('div.ticks', { vars: { step: `${step * scale}px`, part: `${(step * scale) / (step * scale > 90 ? 5 : 1)}px` } });
  const digits = step < 1000 ? 1 : 0;
  const end = state.draft.d + 60 / scale;
  for (let time = 0; time <= end; time += step) ticks.append(label(time, scale, digits));
  return h('div.ruler', {
    role: 'slider', tabindex: '0', 'aria-label': say('playhead'), 'aria-valuemin': '0', 'aria-valuemax': String(state.draft.d),
  }, h('span.corner'), ticks, h('div.marked', { hidden: true }));
}

/** Shows the marked range. */
export function showMarks(element, scale) {
  const { from, to } = state.marks;
  const marked = element.querySelector('.marked');
  marked.hidden = from === undefined && to === undefined;
  marked.style.setProperty('--from', `${(from ?? 0) * scale}px`);
  marked.style.setProperty('--span', `${((to ?? state.draft.d) - (from ?? 0)) * scale}px`);
}

/** Tells the playhead's time. */
export function showTime(element) {
  element.setAttribute('aria-valuenow', String(Math.round(state.time)));
  element.setAttribute('aria-valuetext', clock(state.time));
}

function label(time, scale, digits) {
  const made = h('span', { 'aria-hidden': 'true' }, clock(time, digits));
  made.style.left = `${time * scale}px`;
  return made;
}
