import { at, data } from './api.js';
import { ensure, refresh, take, tell } from './session.js';
import { change, state } from './store.js';
import { converse, follow } from './stream.js';
import { settled } from './uploads.js';
import { notice } from './notices.js';
import { say } from './words.js';

const hearers = new Set();

/** Calls `hear(event)` for each event of a turn, the visitor's own message first. */
export function onEvent(hear) { hearers.add(hear); }

const tellHearers = (event) => { for (const hear of hearers) hear(event); };

/** Says something to the session. Files that are on their way are waited for. */
export async function speak(text) {
  const gone = new AbortController();
  change({ turn: { gone, text, id: null } });
  try {
    tellHearers({ author: 'user', content: { parts: [{ text }] } });
    await settled();
    const session = await ensure();
    await listen(converse(session.id, text, { signal: gone.signal, onBreak }));
  } finally {
    change({ turn: null });
    await refresh().catch(() => {});
    await refreshCredits().catch(() => {});
    tell();
  }
}

/** Takes up the turn that goes on in the session, if one does. */
export async function takeUp(last) {
  const session = state.session;
  const gone = new AbortController();
  const stream = follow(session.id, last, { signal: gone.signal, onBreak });
  const first = await stream.next();
  if (first.done || state.session !== session) return;
  change({ turn: { gone, text: '', id: null } });
  try {
    await listen((async function* all() { yield first.value; yield* stream; })());
  } finally {
    change({ turn: null });
    await refresh().catch(() => {});
  }
}

/** Ends the turn that goes on; what it did stays, and its credits are given back. */
export async function stop() {
  const turn = state.turn;
  if (turn?.id) await data('POST', `${at('turns', state.session.id)}/${turn.id}/cancel`);
}

async function listen(stream) {
  const { session } = state;
  for await (const event of stream) {
    if (state.session !== session) return;
    if (event.invocationId && state.turn) state.turn.id = event.invocationId;
    const delta = event.actions?.stateDelta;
    if (delta && Object.keys(delta).length) take(delta, versionIn(event));
    tellHearers(event);
  }
}

/** The version that an event leads to; null where it leads to none. */
function versionIn(event) {
  return event.content?.parts?.find((part) => part.functionResponse)?.functionResponse.response?.version
    ?? event.customMetadata?.version ?? null;
}

function onBreak() { notice(say('lineBroke')); }

/** What a message would cost: `{ credits, available }`. */
export async function quote(text, signal) {
  const session = await ensure();
  return data('POST', at('quote', session.id), { json: { text }, signal });
}

/** Asks how many credits there are. */
export async function refreshCredits() {
  change({ credits: await data('GET', '/api/credits/balance/simple') });
}
