import { at, data } from './api.js';
import { byID, h } from './dom.js';
import { Scrubber, local, picture } from './frames.js';
import { propose } from './composer.js';
import { complain } from './notices.js';
import { aspectOf, frameTime, ratioOf } from './shape.js';
import { change, state, watch } from './store.js';
import { say, watchLanguage } from './words.js';

const screen = byID('screen');
const image = h('img', { alt: '' });
const video = h('video.unplayed', { playsInline: true, preload: 'auto', tabIndex: -1 });
const bar = h('progress', { max: 100 });
const busy = h('div.busy', { hidden: true }, bar);
const frame = h('div.frame', { role: 'img' }, image, video, busy);
const scrubber = new Scrubber(show, () => frame.removeAttribute('aria-busy'));

let wanted = null;
let reverse = null;

/** The film as it is: exact frames while it stands still, a quick film while it plays. */
export function startPlayer() {
  watch(['draft', 'version', 'session'], newDraft);
  watch(['time'], () => { if (!state.playing) showFrame(); });
  watch(['media'], lookAhead);
  watchLanguage(newDraft);
  video.addEventListener('ended', () => { pause(); seek(state.draft?.d ?? 0); });
  video.addEventListener('error', () => { if (state.playing) { pause(); change({ preview: null }); } });
  new ResizeObserver(fit).observe(screen);
  newDraft();
}

export const isPlaying = () => state.playing || Boolean(wanted);

/** Moves the playhead, to the middle of no frame: to where one begins. */
export function seek(time) {
  const step = frameTime(state.draft);
  const end = Math.max(0, (state.draft?.d ?? 0) - 1);
  const snapped = Math.round(Math.round(time / step) * step);
  change({ time: Math.min(Math.max(0, snapped), end) });
  if (state.playing) video.currentTime = state.time / 1000;
}

export function step(frames) {
  stopReverse();
  pause();
  seek(state.time + frames * frameTime(state.draft));
}

export const toggle = () => (isPlaying() ? pause() : play());

/** Plays from the playhead; waits for the quick film where the draft is newer than it. */
export async function play(rate = 1) {
  if (!state.draft) return;
  stopReverse();
  if (state.playing) {
    video.playbackRate = Math.min(rate, 4);
    return;
  }
  const wish = {};
  wanted = wish;
  change({ playing: false });
  try {
    const url = await proxy(wish);
    if (wanted !== wish) return;
    if (state.time >= (state.draft.d ?? 0) - 2 * frameTime(state.draft)) change({ time: 0 });
    if (video.dataset.url !== url) {
      video.src = url;
      video.dataset.url = url;
    }
    video.currentTime = state.time / 1000;
    video.playbackRate = rate;
    await video.play();
    if (wanted !== wish) { video.pause(); return; }
    wanted = null;
    change({ playing: true });
    video.classList.remove('unplayed');
    requestAnimationFrame(follow);
  } catch (error) {
    if (wanted === wish) wanted = null;
    if (error.name !== 'AbortError') complain(error);
    change({ preview: null });
  } finally {
    busy.hidden = true;
  }
}

export function pause() {
  wanted = null;
  busy.hidden = true;
  stopReverse();
  video.pause();
  if (!state.playing) { change({ preview: state.preview }); return; }
  change({ playing: false });
  seek(video.currentTime * 1000);
  showFrame();
}

/** Plays backwards, a picture every tenth of a second. */
export function playBackwards() {
  pause();
  reverse = setInterval(() => {
    if (state.time <= 0) stopReverse();
    else seek(state.time - 100);
  }, 100);
}

function stopReverse() {
  clearInterval(reverse);
  reverse = null;
}

function follow() {
  if (!state.playing) return;
  change({ time: Math.min(video.currentTime * 1000, state.draft?.d ?? 0) });
  requestAnimationFrame(follow);
}

/** The address of the quick film of the draft, once it is there. */
async function proxy(wish) {
  for (;;) {
    const { version } = state;
    if (state.preview?.version === version) return state.preview.url;
    const reply = await data('GET', `${at('preview', state.session.id)}?version=${version}`);
    if (reply.status === 'completed') {
      change({ preview: { version, url: local(reply.url) } });
      return state.preview.url;
    }
    if (reply.status === 'failed') throw new Error(reply.error);
    if (wanted !== wish) throw new DOMException('', 'AbortError');
    busy.hidden = false;
    bar.value = reply.progress ?? 0;
    bar.setAttribute('aria-label', say('preparing'));
    await new Promise((done) => setTimeout(done, 250));
    if (wanted !== wish) throw new DOMException('', 'AbortError');
  }
}

function newDraft() {
  if (state.playing || wanted) pause();
  if (!state.draft) {
    screen.replaceChildren(blank());
    return;
  }
  screen.style.setProperty('--aspect', aspectOf(state.draft));
  screen.style.setProperty('--ratio', ratioOf(state.draft));
  if (frame.parentElement !== screen) screen.replaceChildren(frame);
  fit();
  if (state.time >= state.draft.d) change({ time: Math.max(0, state.draft.d - 1) });
  showFrame();
}

function blank() {
  const choose = () => byID('picker').click();
  return h('div.blank', {},
    h('h2', {}, say('blankTitle')), h('p', {}, say('blankMore')),
    h('div.row', {}, h('button.primary', { type: 'button', onclick: choose }, say('chooseFiles')),
      h('button.quiet', { type: 'button', onclick: () => propose(say('ideaScene')) }, say('onlySentence'))));
}

/** Has the server look at the last new picture or clip, so that a film of it is seen soon. */
function lookAhead() {
  if (state.uploads.length) return;
  const last = [...state.media.values()].findLast((item) => item.kind !== 'audio' && !item.made);
  if (!last || last.id === ahead || !state.session) return;
  const isOld = ahead === null && state.draft;
  ahead = last.id;
  if (isOld) return;
  picture({ media: last.id, width: widthWanted(screen.clientWidth) }).catch(() => {});
}
let ahead = null;

/** As large as the screen allows, in steps, so that frames are found again. */
function widthWanted(room = frame.clientWidth) {
  const wide = room * Math.min(devicePixelRatio, 2);
  return Math.min(1280, Math.max(320, Math.ceil(wide / 320) * 320));
}

function showFrame() {
  if (!state.draft || !state.version) return;
  frame.setAttribute('aria-label', say('frameAt', (state.time / 1000).toFixed(1)));
  frame.setAttribute('aria-busy', 'true');
  scrubber.ask({ t: state.time, width: widthWanted(), version: state.version });
}

async function show(url, wish, error) {
  if (error) {
    if (wish.version === state.version) complain(error);
    return;
  }
  image.src = url;
  await image.decode().catch(() => {});
  if (!state.playing) video.classList.add('unplayed');
}

function fit() {
  const tall = screen.clientHeight - 2 * parseFloat(getComputedStyle(screen).paddingTop || 0);
  if (tall > 0) screen.style.setProperty('--tall', `${tall}px`);
}
