import { h } from './dom.js';
import { edit } from './edits.js';
import { fill, local } from './frames.js';
import { aspectOf, size } from './shape.js';
import { state, watch } from './store.js';
import { percent, say } from './words.js';

const WIDTH = 320;

/** An edit as a difference: what changed, the film before and after, and a way back. */
export function changeCard({ version, changes }) {
  const card = h('li.change', { data: { version } }, h('ul', {}, changes.map((words) => h('li', {}, h('span', {}, words)))));
  whenKnown(version, ({ parent, at }) => {
    if (parent > 1 && at !== null) card.querySelector('ul').after(views(parent, version, at));
  });
  card.append(h('div.row', {},
    h('span.soft.small', {}, say('versionNumber', version)),
    h('button', { type: 'button', onclick: () => undo(card, version) }, say('undoThis'))));
  return card;
}

/** Calls `told` with a version once the history has it, which is when its turn has ended. */
function whenKnown(number, told) {
  const find = () => state.history?.versions.find((version) => version.number === number);
  if (find()) {
    told(find());
    return;
  }
  const unwatch = watch(['history'], () => {
    if (!find()) return;
    unwatch();
    told(find());
  });
}

function views(before, after, t) {
  const view = (version, words) => h('figure', {},
    fill(h('img', { alt: '' }), { version, t, width: WIDTH }), h('figcaption', {}, words));
  const pair = h('div.views', { vars: { aspect: aspectOf(state.draft) } }, view(before, say('before')), view(after, say('after')));
  pair.addEventListener('load', () => hideWhereAlike(pair), true);
  return pair;
}

/** What only changed the sound shows two pictures that are the same. */
function hideWhereAlike(pair) {
  const images = [...pair.querySelectorAll('img')];
  if (!images.every((image) => image.naturalWidth)) return;
  const [old, made] = images.map((image) => {
    const pen = new OffscreenCanvas(64, 36).getContext('2d');
    pen.drawImage(image, 0, 0, 64, 36);
    return pen.getImageData(0, 0, 64, 36).data;
  });
  pair.hidden = old.every((value, index) => value === made[index]);
}

async function undo(card, version) {
  const isLast = state.version === version;
  if (await edit(isLast ? { undo: true } : { undo_only: version })) {
    card.dataset.undone = 'true';
    card.querySelector('button').disabled = true;
  }
}

/** A finished film: to play, to keep. */
export function filmCard({ url, duration, size: bytes }) {
  const path = local(url);
  return h('li.film', {},
    h('video', { src: path, controls: true, preload: 'metadata', playsInline: true }),
    h('div.row', {}, h('a.button', { href: path, download: `${state.session?.name ?? 'film'}.mp4` }, say('download')),
      h('span.soft.small', {}, [duration ? `${duration.toFixed(1)} s` : null, bytes ? size(bytes) : null].filter(Boolean).join(' · '))));
}

/** Work that goes on. */
export function workRow(call) {
  const bar = h('progress', { max: 1, 'aria-label': say('progress') });
  const words = h('span', {}, say(`call_${call.name}`));
  const item = h('li.work', {}, words, bar);
  bar.hidden = true;
  return {
    item,
    progress(share) {
      if (typeof share !== 'number') return;
      bar.hidden = false;
      bar.value = share;
      words.textContent = `${say(`call_${call.name}`)} ${percent(share)}`;
    },
  };
}
