import { byID, glyph, h, iconButton } from './dom.js';
import { isPlaying, seek, step, toggle } from './player.js';
import { clock } from './shape.js';
import { state, watch } from './store.js';
import { say, watchLanguage } from './words.js';

const place = byID('transport');
let button;
let time;
let note;

/** The buttons below the preview. */
export function startTransport() {
  build();
  watch(['playing', 'preview'], showPlaying);
  watch(['time', 'draft'], showTime);
  watchLanguage(build);
}

function build() {
  button = iconButton('play', say('play'), { onclick: toggle });
  button.classList.add('play');
  time = h('time.figures', {});
  note = h('span.note', {});
  const fine = (name, label, onclick) => {
    const made = iconButton(name, label, { onclick });
    made.classList.add('fine');
    return made;
  };
  place.replaceChildren(
    fine('start', say('toStart'), () => seek(0)), fine('back', say('frameBack'), () => step(-1)), button,
    fine('forth', say('frameForth'), () => step(1)), fine('end', say('toEnd'), () => seek(state.draft?.d ?? 0)), time, note);
  showPlaying();
  showTime();
}

function showPlaying() {
  const plays = isPlaying();
  button.replaceChildren(glyph(plays ? 'pause' : 'play'));
  button.setAttribute('aria-label', say(plays ? 'pause' : 'play'));
  button.title = say(plays ? 'pause' : 'play');
}

function showTime() {
  const { draft } = state;
  for (const one of place.querySelectorAll('button')) one.disabled = !draft;
  time.replaceChildren(h('b', {}, clock(state.time, 2)), ` / ${clock(draft?.d ?? 0, 2)}`);
  note.textContent = draft ? `${draft.m.width} × ${draft.m.height} · ${draft.m.fps} fps` : '';
}
