import { byID, glyph, h } from './dom.js';
import { field, openDialog } from './dialog.js';
import { complain } from './notices.js';
import { Refusal } from './reach.js';
import { state, watch } from './store.js';
import { quote, speak, stop } from './turn.js';
import { addAddresses } from './uploads.js';
import { openAccount } from './account.js';
import { say, watchLanguage } from './words.js';

const KEPT = 'kinora.typed';
const box = byID('say');
const price = byID('price');
const NOTHING = '\u00a0';

/** Where the visitor writes. What is typed outlives a reload and a failure. */
export function startComposer() {
  box.value = localStorage.getItem(KEPT) ?? '';
  box.addEventListener('input', typed);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') box.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  byID('composer').addEventListener('submit', (event) => { event.preventDefault(); submit(); });
  byID('attach').append(glyph('attach'));
  byID('attach').addEventListener('click', openAttach);
  watch(['turn'], showState);
  watch(['media', 'version', 'credits'], askPrice);
  watchLanguage(showState);
  showState();
  typed();
}

/** Puts words where the visitor can change them before they are sent. */
export function propose(words) {
  box.value = words;
  box.focus();
  typed();
}

function showState() {
  const isBusy = Boolean(state.turn);
  const send = byID('send');
  const label = say(isBusy ? 'stop' : 'send');
  send.replaceChildren(glyph(isBusy ? 'stop' : 'send'));
  send.setAttribute('aria-label', label);
  send.title = label;
  box.placeholder = say('placeholder');
}

function typed() {
  localStorage.setItem(KEPT, box.value);
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight, 144)}px`;
  askPrice();
}

let timer = null;
let asking = null;
function askPrice() {
  clearTimeout(timer);
  asking?.abort();
  const text = box.value.trim();
  if (text.length < 2) {
    price.textContent = NOTHING;
    return;
  }
  timer = setTimeout(async () => {
    asking = new AbortController();
    try {
      const { credits, available } = await quote(text, asking.signal);
      if (box.value.trim() !== text) return;
      price.textContent = credits ? say('costs', credits, available) : say('costsNothing');
    } catch (error) {
      if (error.name !== 'AbortError') price.textContent = NOTHING;
    }
  }, 350);
}

async function submit() {
  if (state.turn) {
    stop().catch(complain);
    return;
  }
  const text = box.value.trim();
  if (!text) {
    box.focus();
    return;
  }
  box.value = '';
  typed();
  try {
    await speak(text);
  } catch (error) {
    if (!box.value) propose(text);
    const asksForAccount = error instanceof Refusal && error.code === '2001';
    complain(error, asksForAccount ? { label: say('createAccount'), run: openAccount } : null);
  }
}

function openAttach() {
  const address = h('input', { type: 'url', placeholder: 'https://', required: true });
  const form = h('form.row', { onsubmit: async (event) => {
    event.preventDefault();
    dialog.close();
    try {
      await addAddresses(address.value.split(/\s+/).filter(Boolean));
    } catch (error) {
      complain(error);
    }
  } }, field(say('byAddress'), address), h('button', {}, say('add')));
  const choose = h('button.primary', { type: 'button', onclick: () => { dialog.close(); byID('picker').click(); } }, say('chooseFiles'));
  const dialog = openDialog({ title: say('attach'), body: [h('p.soft', {}, say('attachMore')), choose, form] });
}
