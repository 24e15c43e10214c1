import { send } from './api.js';
import { fresh, Refusal } from './reach.js';

/** The events of a stream, `{ id, event }`, as they come; heartbeats are left out. */
export async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop();
      for (const block of blocks) {
        const parsed = parse(block);
        if (parsed) yield parsed;
      }
    }
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refusal('offline', '');
  } finally {
    reader.releaseLock();
  }
}

function parse(block) {
  let id = null;
  const lines = [];
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith('id:')) id = Number(line.slice(3));
    if (line.startsWith('data:')) lines.push(line.slice(5).trim());
  }
  const text = lines.join('');
  return text ? { id, event: JSON.parse(text) } : null;
}

/**
 * Sends a message and gives its events. A line that breaks is taken up again where it broke; the
 * key makes sure that the message is never done twice.
 */
export async function* converse(session, text, { signal, onBreak }) {
  const key = fresh();
  const start = () => send('POST', '/run_sse', {
    headers: { Accept: 'text/event-stream', 'Idempotency-Key': key }, signal,
    json: { app_name: 'nemo_agent', user_id: 'me', session_id: session, new_message: { parts: [{ text }] } },
  });
  yield* held(start, session, { signal, onBreak });
}

/** What goes on in a session after event `last`; it ends when nothing does. */
export async function* follow(session, last, { signal, onBreak } = {}) {
  yield* held(() => resume(session, last, signal), session, { signal, onBreak, last });
}

const resume = (session, last, signal) => send('GET', `/run_sse/${session}?after=${last}`, { signal });

async function* held(start, session, { signal, onBreak, last = null }) {
  let wait = 500;
  let begin = start;
  for (;;) {
    try {
      for await (const { id, event } of events(await begin())) {
        if (id !== null) {
          if (last !== null && id <= last) continue;
          last = id;
          begin = () => resume(session, last, signal);
        }
        wait = 500;
        yield event;
      }
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || !(error.isOffline || error.status === 503)) throw error;
      onBreak?.();
      await pause(wait, signal);
      wait = Math.min(wait * 2, 8000);
    }
  }
}

function pause(time, signal) {
  return new Promise((done, failed) => {
    const timer = setTimeout(done, time);
    addEventListener('online', () => { clearTimeout(timer); done(); }, { once: true });
    signal?.addEventListener('abort', () => { clearTimeout(timer); failed(signal.reason); }, { once: true });
  });
}

