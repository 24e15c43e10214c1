import { at, data, send } from './api.js';
import { Refusal, fresh } from './reach.js';
import { ensure, refresh, tell } from './session.js';
import { state, touch } from './store.js';
import { complain, notice, sentence, tellReaders } from './notices.js';
import { say } from './words.js';

const [SMALLEST, LARGEST] = [64 << 10, 8 << 20];
const [QUICK, SLOW] = [500, 2000];
const VERSION = { 'Tus-Resumable': '1.0.0' };

/** Takes files in, one after another; each shows how far it is and goes on after a broken line. */
export async function addFiles(files) {
  const uploads = [...files].map((file) => ({ id: fresh(), name: file.name, file, progress: 0, status: 'waiting' }));
  if (!uploads.length) return;
  state.uploads.push(...uploads);
  touch('uploads');
  queue = queue.then(() => sendAll(uploads));
  await queue;
}
let queue = Promise.resolve();
// Bytes that go at once: about a second's worth, so that progress is seen on a slow line, too.
let piece = 128 << 10;

/** Whether files are still on their way; resolves when none is. */
export const settled = () => queue;

/** Forgets an upload that failed, or gives up one that goes on. */
export function giveUp(upload) {
  upload.gone?.abort();
  state.uploads = state.uploads.filter((other) => other !== upload);
  touch('uploads');
}

/** Tries a failed upload again. */
export function again(upload) {
  queue = queue.then(() => sendAll([upload]));
}

/** Takes files in by their addresses. */
export async function addAddresses(urls) {
  const session = await ensure();
  const reply = await data('POST', at('upload-video', session.id), { json: { urls, source_type: 'url' } });
  await refresh();
  tell();
  notice(say('taken', reply.files.map((file) => file.filename).join(', ')));
}

async function sendAll(uploads) {
  for (const upload of uploads) {
    if (!state.uploads.includes(upload)) continue;
    try {
      const session = await ensure();
      upload.gone = new AbortController();
      await transfer(upload, session.id);
      state.uploads = state.uploads.filter((other) => other !== upload);
      await refresh();
      tell();
      tellReaders(say('taken', upload.name));
    } catch (error) {
      if (error.name === 'AbortError') continue;
      upload.status = 'failed';
      upload.error = sentence(error);
      complain(upload.error.includes(upload.name) ? upload.error : `${upload.name}: ${upload.error}`);
    }
    touch('uploads');
  }
}

async function transfer(upload, session) {
  const { signal } = upload.gone;
  const { file } = upload;
  upload.status = 'sending';
  upload.error = null;
  if (!upload.path) {
    const response = await persist(upload, () => send('POST', '/files', {
      headers: { ...VERSION, 'Upload-Length': String(file.size),
        'Upload-Metadata': `session_id ${base64(session)},filename ${base64(file.name)}` }, signal,
    }));
    upload.path = new URL(response.headers.get('Location'), location.href).pathname;
  }
  let offset = await offsetOf(upload, signal);
  while (offset < file.size) {
    const part = file.slice(offset, offset + piece);
    const begin = performance.now();
    try {
      const response = await send('PATCH', upload.path, {
        headers: { ...VERSION, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
        body: part, signal,
      });
      offset = Number(response.headers.get('Upload-Offset') ?? offset + part.size);
      fitPiece(performance.now() - begin);
    } catch (error) {
      if (!(error instanceof Refusal) || !(error.isOffline || error.status === 409)) throw error;
      offset = await offsetOf(upload, signal);
    }
    upload.status = 'sending';
    upload.progress = offset / file.size;
    touch('uploads');
  }
}

function fitPiece(took) {
  const change = took < QUICK ? 2 : took > SLOW ? 0.5 : 1;
  piece = Math.min(LARGEST, Math.max(SMALLEST, piece * change));
}

async function offsetOf(upload, signal) {
  const response = await persist(upload, () => send('HEAD', upload.path, { headers: VERSION, signal }));
  return Number(response.headers.get('Upload-Offset'));
}

/** Asks again until the server can be reached. */
async function persist(upload, ask) {
  for (let wait = 500; ; wait = Math.min(wait * 2, 8000)) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Refusal && error.isOffline)) throw error;
      upload.status = 'offline';
      touch('uploads');
      await new Promise((done) => setTimeout(done, wait));
      upload.gone.signal.throwIfAborted();
    }
  }
}

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
