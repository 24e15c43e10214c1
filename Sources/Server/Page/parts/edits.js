import { data } from './api.js';
import { Refusal, fresh } from './reach.js';
import { historyPath, refresh, takeHistory, tell } from './session.js';
import { state } from './store.js';
import { complain } from './notices.js';
import { say } from './words.js';

let last = Promise.resolve();

/**
 * Sends one change made by hand: `{ verb }`, `{ edits, label }`, `{ undo }`, `{ redo }`,
 * `{ undo_only }` or `{ go_to }`. Changes are done one after another; each is one step to undo.
 * Gives whether it was done; where not, the visitor has been told why.
 */
export function edit(body) {
  const next = last.then(() => perform(body));
  last = next.catch(() => {});
  return next;
}

async function perform(body) {
  if (!state.session) return false;
  const bound = body.verb || body.edits ? { base: state.version } : {};
  try {
    const reply = await post({ ...body, ...bound });
    takeHistory(reply);
    tell();
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) {
      await refresh();
      complain(say('changedMeanwhile'));
    } else {
      complain(error);
    }
    return false;
  }
}

/** Sends a change, again where the line breaks; its key makes sure that it is never done twice. */
async function post(json) {
  const headers = { 'Idempotency-Key': fresh() };
  for (let wait = 250; ; wait *= 2) {
    try {
      return await data('POST', historyPath('edit'), { json, headers });
    } catch (error) {
      if (!error.isOffline || wait > 1000) throw error;
      await new Promise((done) => setTimeout(done, wait));
    }
  }
}
