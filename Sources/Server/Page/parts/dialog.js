import { h, iconButton } from './dom.js';
import { say } from './words.js';

/**
 * Opens a dialog with a title, a body and buttons below. `onclose` is called when it is gone.
 * Gives the dialog; `close()` ends it.
 */
export function openDialog({ title, body, foot = [], broad = false, onclose }) {
  const dialog = h(broad ? 'dialog.broad' : 'dialog', { 'aria-label': title });
  const close = () => dialog.close();
  dialog.append(h('div.sheet', {},
    h('header', {}, h('h2', {}, title), iconButton('close', say('close'), { onclick: close })),
    h('div.body', {}, body), foot.length ? h('footer', {}, foot) : null));
  dialog.addEventListener('click', (event) => { if (event.target === dialog) close(); });
  dialog.addEventListener('close', () => { dialog.remove(); onclose?.(); });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** A labelled field. */
export function field(label, input) {
  const id = `field-${Math.random().toString(36).slice(2)}`;
  input.id = id;
  return h('div.field', {}, h('label', { for: id }, label), input);
}
