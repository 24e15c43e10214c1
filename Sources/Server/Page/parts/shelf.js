import { byID, h, glyph, iconButton } from './dom.js';
import { fill } from './frames.js';
import { openDialog } from './dialog.js';
import { state, watch } from './store.js';
import { again, giveUp } from './uploads.js';
import { edit } from './edits.js';
import { propose } from './composer.js';
import { duration, say } from './words.js';
import { local } from './frames.js';

/** Shows the session's media, and files on their way. */
export function startShelf() {
  watch(['media', 'uploads', 'session'], draw);
}

function draw() {
  const media = [...state.media.values()].map(medium);
  byID('shelf').replaceChildren(...media, ...state.uploads.map(upload));
  if (state.uploads.length) byID('shelf').lastElementChild.scrollIntoView({ block: 'nearest' });
}

const isSeen = (item) => item.kind === 'image' || item.kind === 'video';
const isText = (item) => item.kind === 'subtitle' || item.kind === 'lut';

function medium(item) {
  const name = item.name ?? item.filename;
  const image = isSeen(item) ? fill(h('img', { alt: '' }), { media: item.id, t: 0, width: 160 }) : glyph(isText(item) ? 'bars' : 'loud');
  return h('li', {}, h('button.thumb', { type: 'button', title: name, 'aria-label': name, onclick: () => show(item, name) },
    image, h('span.tag', {}, name)));
}

function show(item, name) {
  const lasts = item.duration && item.duration < 3600 ? duration(item.duration * 1000) : null;
  const facts = [item.width ? `${item.width} × ${item.height}` : null, lasts, item.prompt && item.prompt !== name ? item.prompt : null];
  const body = [];
  if (item.kind === 'video') body.push(h('video', { src: local(item.url), controls: true }));
  else if (isSeen(item)) body.push(fill(h('img', { alt: name }), { media: item.id, t: 0, width: 960 }));
  else if (!isText(item) && (!item.made || item.kind === 'speech')) body.push(h('audio', { src: local(item.url), controls: true }));
  body.push(h('p.soft', {}, facts.filter(Boolean).join(' · ')));
  const add = () => {
    dialog.close();
    if (isText(item)) propose(say(item.kind === 'lut' ? 'applyTable' : 'addSubtitles', name));
    else edit({ verb: { append: { media: item.id } } });
  };
  const dialog = openDialog({ title: name, body, foot: [h('button.primary', { type: 'button', onclick: add }, say('addToFilm'))] });
}

function upload(item) {
  const failed = item.status === 'failed';
  const words = failed ? item.error : say(item.status === 'offline' ? 'waitingForLine' : 'sending');
  const preview = item.file.type.startsWith('image/') ? h('img', { alt: '', src: (item.look ??= URL.createObjectURL(item.file)) }) : glyph('film');
  return h('li', { 'aria-label': `${item.name}: ${words}` },
    h(failed ? 'button.thumb.wrong' : 'button.thumb', { type: 'button', title: words, onclick: () => failed && again(item), 'aria-label': failed ? say('tryAgain', item.name) : item.name },
      preview, h('span.tag', {}, failed ? say('failed') : item.name),
      failed ? null : h('progress', { max: 1, value: item.progress, 'aria-label': say('sending') })),
    iconButton('close', say('giveUp', item.name), { class: 'icon away', onclick: () => giveUp(item) }));
}
