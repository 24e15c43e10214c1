import { field, openDialog } from '../dialog.js';
import { h } from '../dom.js';
import { edit } from '../edits.js';
import { find } from '../shape.js';
import { state } from '../store.js';
import { say } from '../words.js';

/** Lets the visitor write a title anew. */
export function editText(id) {
  const found = find(state.draft, id);
  if (!found) return;
  const box = h('textarea', { rows: 3 });
  box.value = found.segment.x ?? '';
  const save = async () => {
    const text = box.value.trim();
    if (!text) return;
    dialog.close();
    if (text !== found.segment.x) await edit({ edits: [{ set_text: { segment: id, text } }], label: say('labelText', text) });
  };
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); save(); }
  });
  const dialog = openDialog({ title: say('editWords'), body: [field(say('words'), box)],
    foot: [h('button.primary', { type: 'button', onclick: save }, say('save'))] });
  box.focus();
  box.select();
}
