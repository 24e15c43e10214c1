import { h } from './dom.js';
import { openDialog } from './dialog.js';
import { edit } from './edits.js';
import { pause, play, playBackwards, seek, step, toggle } from './player.js';
import { change, state } from './store.js';
import { say } from './words.js';
import { mark, nudge, remove, split } from './timeline/actions.js';

let rate = 1;

const KEYS = {
  ' ': toggle,
  k: pause,
  l: () => { rate = state.playing ? Math.min(4, rate * 2) : 1; play(rate); },
  j: playBackwards,
  i: () => mark('from'),
  o: () => mark('to'),
  s: split,
  Delete: remove,
  Backspace: remove,
  ArrowLeft: (event) => (event.altKey ? nudge(-1) : event.shiftKey ? seek(state.time - 1000) : step(-1)),
  ArrowRight: (event) => (event.altKey ? nudge(1) : event.shiftKey ? seek(state.time + 1000) : step(1)),
  Home: () => seek(0),
  End: () => seek(state.draft?.d ?? 0),
  Escape: () => change({ selected: null, marks: {} }),
  '?': openKeys,
};

/** The keys of an editor, wherever nothing is typed. */
export function startKeyboard() {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const isTyping = event.target.matches?.('input, textarea, select, [contenteditable]');
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !isTyping) {
      event.preventDefault();
      edit(event.shiftKey ? { redo: true } : { undo: true });
      return;
    }
    if (isTyping || event.ctrlKey || event.metaKey) return;
    // A button is pressed by the space bar, except a clip, which is only picked.
    if (event.key === ' ' && event.target.closest?.('button, a, video, summary') && !event.target.closest('.clip')) return;
    if (event.target.closest?.('video')) return;
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || (!state.draft && event.key !== '?')) return;
    event.preventDefault();
    act(event);
  });
}

/** Lists the keys. */
export function openKeys() {
  const rows = [['Space', 'keyPlay'], ['J K L', 'keyShuttle'], ['← →', 'keyStep'], ['⇧ ← →', 'keySecond'], ['I O', 'keyMarks'],
    ['S', 'split'], ['Delete', 'keyRemove'], ['Alt ← →', 'keyNudge'], ['Ctrl Z', 'undo'], ['Ctrl ⇧ Z', 'redo']];
  const body = h('dl.keys', {}, rows.flatMap(([keys, words]) => [
    h('dt', {}, keys.split(' ').map((key) => h('kbd', {}, key))), h('dd', {}, say(words))]));
  openDialog({ title: say('keys'), body: [body] });
}
