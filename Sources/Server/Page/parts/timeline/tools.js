import { byID, h, iconButton } from '../dom.js';
import { state, watch } from '../store.js';
import { percent, say, watchLanguage } from '../words.js';
import { openKeys } from '../keyboard.js';
import { atPlayhead, nudge, picked, remove, setVolume, split, trimEnd, trimStart } from './actions.js';
import { zoomTo } from './timeline.js';
import { editText } from './words-dialog.js';

const place = byID('tools');

/** Buttons for what can be done to the picked clip: everything that dragging does, too. */
export function startTools() {
  watch(['selected', 'draft', 'marks'], draw);
  let wasInClip = null;
  watch(['time'], () => {
    const clip = state.playing ? wasInClip : atPlayhead()?.segment.id ?? null;
    if (clip !== wasInClip) { wasInClip = clip; draw(); }
  });
  watchLanguage(draw);
  draw();
}

function draw() {
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.tool : null;
  const found = picked();
  const under = state.draft ? atPlayhead() : null;
  const canRemove = found || (state.marks.from !== undefined && state.marks.to !== undefined);
  const tool = (name, label, run, enabled) => iconButton(name, label, { onclick: run, disabled: !enabled, data: { tool: name } });
  place.replaceChildren(
    tool('split', say('split'), split, under), tool('trimIn', say('trimStart'), trimStart, under),
    tool('trimOut', say('trimEnd'), trimEnd, under), tool('left', say('earlier'), () => nudge(-1), found),
    tool('right', say('later'), () => nudge(1), found), tool('remove', say('remove'), remove, canRemove),
    tool('edit', say('editWords'), () => editText(found.segment.id), found?.kind === 'text'),
    ...[volume(found)].filter(Boolean), h('span.push'),
    tool('minus', say('zoomOut'), () => zoomTo(state.zoom / 1.5), state.zoom > 1),
    tool('plus', say('zoomIn'), () => zoomTo(state.zoom * 1.5), state.draft),
    tool('help', say('keys'), openKeys, true));
  if (focused) place.querySelector(`[data-tool="${focused}"]`)?.focus();
}

function volume(found) {
  if (!found || found.kind === 'text' || !hasSound(found)) return null;
  const value = found.segment.v ?? 1;
  const shown = h('output.figures', {}, percent(value));
  const range = h('input', { type: 'range', min: '0', max: '2', step: '0.05', value: String(value), 'aria-label': say('volume') });
  range.addEventListener('input', () => { shown.textContent = percent(Number(range.value)); });
  range.addEventListener('change', () => setVolume(found.segment, Number(range.value)));
  return h('label', {}, say('volume'), range, shown);
}

function hasSound({ segment, kind }) {
  return kind === 'sound' || state.media.get(segment.src)?.kind === 'video';
}
