import { at, data } from './api.js';
import { Refusal } from './reach.js';
import { change, state } from './store.js';
import { language, watchLanguage } from './words.js';

const LAST = 'kinora.session';
const news = 'BroadcastChannel' in globalThis ? new BroadcastChannel('kinora') : null;

/** Opens the session that the address names, else the last one; none where there is none yet. */
export async function openFirst() {
  const named = new URLSearchParams(location.search).get('session');
  const id = named ?? localStorage.getItem(LAST);
  if (!id) return null;
  try {
    return await open(id);
  } catch (error) {
    if (!named && error instanceof Refusal && error.code === '1002') {
      localStorage.removeItem(LAST);
      return null;
    }
    throw error;
  }
}

/** Opens a session: its draft, media, versions and what was said. */
export async function open(id) {
  change({ session: null, draft: null, history: null, media: new Map(), events: [], version: 0, preview: null,
    selected: null, marks: {}, time: 0, jobs: [] });
  const kit = await data('GET', `/apps/nemo_agent/users/me/sessions/${id}`);
  const reply = await data('GET', `${at('state', id)}/latest`);
  const session = { id, name: reply.task_name, task: reply.task_id };
  change({ session, events: kit.events ?? [] });
  take(reply.state);
  remember(id);
  await refresh();
  return session;
}

/** The session, a new one where there is none. */
export async function ensure() {
  if (state.session) return state.session;
  beginning ??= begin().finally(() => { beginning = null; });
  return beginning;
}
let beginning = null;

/** Begins a session. */
export async function begin(name = null) {
  const reply = await data('POST', '/api/tasks/me/with-session/nemo_agent', {
    json: { task_name: name ?? 'project', language: language() === 'zh' ? 'zh' : 'en' },
  });
  const session = { id: reply.session_id, name: name ?? 'project', task: reply.task_id };
  change({ session, draft: null, history: null, media: new Map(), events: [], version: 0, preview: null,
    selected: null, marks: {}, time: 0, jobs: [] });
  remember(session.id);
  return session;
}

function remember(id) {
  localStorage.setItem(LAST, id);
  const address = new URL(location.href);
  address.pathname = '/';
  address.search = `?session=${id}`;
  history.replaceState(null, '', address);
}

/** The visitor's sessions, the last changed first. */
export async function list() {
  const sessions = await data('GET', '/apps/nemo_agent/users/me/sessions');
  return sessions.sort((a, b) => b.lastUpdateTime - a.lastUpdateTime);
}

/** Asks for the draft, the media and the versions as they are now. */
export async function refresh() {
  const id = state.session?.id;
  if (!id) return;
  const [reply, history] = await Promise.all([
    data('GET', `${at('state', id)}/latest`),
    data('GET', historyPath('history')),
  ]);
  if (state.session?.id !== id) return;
  take(reply.state);
  takeHistory(history);
}

/** Takes what a state says of the draft and the media; the draft is that of `version` where it is known. */
export function take(values, version = null) {
  if (version !== null) change({ version });
  if (values.draft) change({ draft: hasClips(values.draft) ? values.draft : null });
  const media = new Map(state.media);
  for (const item of values.video_infos ?? []) media.set(item.id, { ...media.get(item.id), ...item, kind: item.file_type, url: item.cdn_url });
  for (const item of values.generated_media ?? []) media.set(item.id, { ...media.get(item.id), ...item, made: true });
  change({ media });
}

/** Where the history is asked for, or an edit sent; the versions that are known needn't be told again. */
export function historyPath(kind) {
  return `${at(kind, state.session.id)}?language=${language()}&after=${state.history?.versions.length ?? 0}`;
}

/** Takes what the history or edit route says. */
export function takeHistory(reply) {
  const known = (state.history?.versions ?? []).filter(({ number }) => !reply.versions.some((version) => version.number === number));
  change({ history: { ...reply, versions: [...known, ...reply.versions] }, version: reply.current });
  if (reply.draft) change({ draft: hasClips(reply.draft) ? reply.draft : null });
}

const hasClips = (draft) => draft.t?.some((track) => track.sg?.length);

/** Tells the other tabs that the session changed. */
export function tell() { news?.postMessage(state.session?.id); }

/** Keeps up with what other tabs and other devices change. */
export function keepUp() {
  const again = () => { if (!document.hidden && !state.turn) refresh().catch(() => {}); };
  news?.addEventListener('message', ({ data: id }) => { if (id === state.session?.id) again(); });
  document.addEventListener('visibilitychange', again);
  addEventListener('online', again);
  watchLanguage(() => { change({ history: null }); again(); });
  setInterval(async () => {
    if (document.hidden || state.turn || !state.session || !state.history) return;
    const reply = await data('GET', historyPath('history')).catch(() => null);
    if (reply && (reply.current !== state.version || reply.versions.length)) again();
  }, 5000);
}
