import { byID, h } from './dom.js';
import { openDialog } from './dialog.js';
import { complain } from './notices.js';
import { begin, list, open } from './session.js';
import { state, watch } from './store.js';
import { loadJobs } from './exporting.js';
import { takeUp } from './turn.js';
import { say, since, watchLanguage } from './words.js';

/** The film's name in the bar, and the visitor's other films behind it. */
export function startFilms() {
  const show = () => { byID('film-name').textContent = nameOf(); };
  watch(['session', 'draft'], show);
  watchLanguage(show);
  byID('films').addEventListener('click', openFilms);
  show();
}

function nameOf() {
  const title = state.draft?.m?.title;
  if (title) return title;
  const name = state.session?.name;
  return !name || name === 'project' ? say('untitled') : name;
}

/** Opens a film with all that goes on in it. */
export async function openFilm(id) {
  await open(id);
  await resume();
}

/** Takes up what goes on in the open film: a turn, exports. Its events are numbered from 1. */
export async function resume() {
  loadJobs().catch(complain);
  takeUp(state.events.length).catch(complain);
}

async function openFilms() {
  const place = h('ul.list', {}, h('li.soft', {}, '…'));
  const fresh = async () => { dialog.close(); await begin().catch(complain); };
  const dialog = openDialog({ title: say('films'), body: [place], foot: [h('button.primary', { type: 'button', onclick: fresh }, say('newFilm'))] });
  try {
    const sessions = (await list()).filter(({ id, lastUpdateTime }) => id === state.session?.id || lastUpdateTime);
    place.replaceChildren(...sessions.map((session) => row(session, () => dialog.close())));
    if (!sessions.length) place.replaceChildren(h('li.soft', {}, say('noFilms')));
  } catch (error) {
    dialog.close();
    complain(error);
  }
}

function row(session, close) {
  const isOpen = session.id === state.session?.id;
  const go = async () => {
    close();
    if (!isOpen) await openFilm(session.id).catch(complain);
  };
  return h('li', {}, h('p.grow', { 'aria-current': isOpen ? 'true' : null }, session.name ?? since(session.lastUpdateTime * 1000),
    h('span.soft.small', {}, ` ${since(session.lastUpdateTime * 1000)}`)), h('button', { type: 'button', onclick: go, disabled: isOpen }, say(isOpen ? 'now' : 'openFilm')));
}
