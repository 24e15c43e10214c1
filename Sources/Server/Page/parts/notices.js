import { byID, h } from './dom.js';
import { Refusal } from './reach.js';
import { say } from './words.js';

/** Shows a sentence for a while, with a thing to do about it where there is one. */
export function notice(sentence, action = null) {
  const place = byID('notices');
  if ([...place.querySelectorAll('p')].some((shown) => shown.textContent === sentence)) return;
  const box = h('div.notice', {}, h('p', {}, sentence));
  const close = () => {
    box.remove();
    if (!place.children.length && place.matches(':popover-open')) place.hidePopover();
  };
  if (action) box.append(h('button', { type: 'button', onclick: () => { close(); action.run(); } }, action.label));
  for (const old of [...place.children].slice(0, -2)) old.remove();
  place.append(box);
  // Once more on top, above a dialog that has opened since.
  if (place.matches(':popover-open')) place.hidePopover();
  place.showPopover();
  setTimeout(close, 5000 + sentence.length * 60);
}

/** Says what went wrong, in the server's words where it gave some. */
export function complain(error, action = null) {
  if (error?.name === 'AbortError') return;
  notice(sentence(error), action);
}

/** A failure as a sentence. */
export function sentence(error) {
  if (typeof error === 'string') return error;
  if (error instanceof Refusal && error.isOffline) return say('offline');
  if (error instanceof Refusal) return error.message;
  console.error(error);
  return say('broken');
}

/** Tells screen readers. */
export function tellReaders(words) { byID('told').textContent = words; }
