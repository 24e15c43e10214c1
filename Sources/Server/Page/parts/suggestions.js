import { byID, h } from './dom.js';
import { propose } from './composer.js';
import { state, watch } from './store.js';
import { say, watchLanguage } from './words.js';

/** What could be said next, as the session stands. */
export function startSuggestions() {
  watch(['draft', 'media', 'turn'], draw);
  watchLanguage(draw);
  draw();
}

function draw() {
  const ideas = state.turn ? [] : choose();
  byID('suggestions').classList.toggle('many', !state.draft);
  byID('suggestions').replaceChildren(...ideas.map((key) => {
    const words = say(key);
    return h('button', { type: 'button', onclick: () => propose(words) }, words);
  }));
}

function choose() {
  const { draft } = state;
  const uploads = [...state.media.values()].filter((item) => !item.made);
  const seen = uploads.filter((item) => item.file_type === 'image' || item.file_type === 'video');
  if (!draft) {
    if (!seen.length) return ['ideaScene', 'ideaStory', 'ideaCard'];
    return seen.length > 1 ? ['ideaTrip', 'ideaFast'] : ['ideaAnimate', 'ideaReel'];
  }
  const has = (kind, test = () => true) => draft.t.some((track) => track.tt === kind && track.sg.some(test));
  const ideas = [];
  ideas.push(has(1, (segment) => segment.m?.role !== 'voice') ? 'ideaOtherMusic' : 'ideaMusic');
  ideas.push(has(7) ? 'ideaSmaller' : 'ideaTitle');
  ideas.push(draft.m.width > draft.m.height ? 'ideaVertical' : 'ideaWide');
  ideas.push('ideaSlower', 'ideaVoice', 'ideaLook');
  return ideas.slice(0, 5);
}
