import { field, openDialog } from './dialog.js';
import { byID, h } from './dom.js';
import { complain, notice, sentence } from './notices.js';
import { reach, refusal } from './reach.js';
import { refresh } from './session.js';
import { change, state, watch } from './store.js';
import { refreshCredits } from './turn.js';
import { askForSignIn, forget, keep, who } from './visitor.js';
import { language, say, setLanguage, watchLanguage } from './words.js';

const THEME = 'kinora.theme';

/** The credits in the bar; the account, the language and the theme behind them. */
export function startAccount() {
  document.documentElement.dataset.theme = localStorage.getItem(THEME) ?? '';
  watch(['credits'], showCredits);
  watchLanguage(showCredits);
  byID('account').addEventListener('click', openAccount);
  askForSignIn((email) => new Promise((done) => openEntry('signIn', { email, reason: say('signInAgain'), done })));
  showCredits();
}

function showCredits() {
  const { credits } = state;
  byID('credits').textContent = credits ? say('credits', credits.available) : '…';
}

export function openAccount() {
  const visitor = who();
  const dialog = openDialog({ title: say('account'), body: [figures(), visitor?.email ? member(visitor, () => dialog.close()) : stranger(() => dialog.close()), preferences()] });
  refreshCredits().catch(complain);
}

function figures() {
  const { credits } = state;
  return h('div', {}, h('p.big.figures', {}, String(credits?.available ?? '…')),
    h('p.soft', {}, credits?.frozen ? say('creditsFrozen', credits.frozen) : say('creditsLeft')));
}

function stranger(close) {
  const go = (kind) => { close(); openEntry(kind); };
  return h('div.field', {}, h('p', {}, say('whyAccount')), h('div.row', {},
    h('button.primary', { type: 'button', onclick: () => go('register') }, say('createAccount')),
    h('button', { type: 'button', onclick: () => go('signIn') }, say('signIn'))));
}

function member(visitor, close) {
  const leave = () => { close(); forget(); location.assign('/'); };
  return h('div.row', {}, h('p.grow', {}, visitor.email), h('a.button', { href: '/account' }, say('manage')), h('button', { type: 'button', onclick: leave }, say('signOut')));
}

function preferences() {
  const languages = select({ en: 'English', zh: '中文' }, language(), setLanguage);
  const themes = select({ '': say('themeAuto'), light: say('themeLight'), dark: say('themeDark') }, localStorage.getItem(THEME) ?? '', (theme) => {
    localStorage.setItem(THEME, theme);
    document.documentElement.dataset.theme = theme;
  });
  return h('div.pairwise', {}, field(say('language'), languages), field(say('theme'), themes));
}

function select(options, value, chosen) {
  const made = h('select', {}, Object.entries(options).map(([key, words]) => h('option', { value: key, selected: key === value }, words)));
  made.addEventListener('change', () => chosen(made.value));
  return made;
}

/**
 * Asks for an address and a password, to register or to sign in. What a visitor without a name
 * made goes along into the account. `done` is told whether it came about.
 */
export function openEntry(kind, { email = '', reason = null, done = () => {} } = {}) {
  const isNew = kind === 'register';
  const address = h('input', { type: 'email', autocomplete: 'email', required: true, value: email });
  const password = h('input', { type: 'password', autocomplete: isNew ? 'new-password' : 'current-password', required: true, minLength: isNew ? 10 : 1 });
  const mistake = h('p.mistake', { role: 'alert' });
  let isDone = false;
  const submit = async (event) => {
    event.preventDefault();
    try {
      keep(await enter(isNew, address.value, password.value), address.value);
      isDone = true;
      dialog.close();
      notice(say('welcome', address.value));
      await Promise.all([refreshCredits(), refresh()]);
    } catch (error) {
      mistake.textContent = sentence(error);
    }
  };
  const form = h('form.field', { onsubmit: submit }, reason ? h('p', {}, reason) : null, field(say('email'), address), field(say('password'), password), mistake,
    h('div.row', {}, h('button.primary', {}, say(isNew ? 'createAccount' : 'signIn'))));
  const dialog = openDialog({ title: say(isNew ? 'createAccount' : 'signIn'), body: [form], onclose: () => done(isDone) });
}

async function enter(isNew, email, password) {
  const anonymous = who()?.email ? null : who()?.user;
  const body = { email, password, label: 'studio', ...(anonymous ? { bind: anonymous } : {}) };
  const response = await reach(`/api/auth/${isNew ? 'register' : 'login'}`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw await refusal(response);
  return (await response.json()).data;
}

change({ visitor: who() });
