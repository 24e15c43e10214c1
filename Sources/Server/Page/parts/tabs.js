import { byID, glyph, h } from './dom.js';
import { openVersions } from './versions.js';
import { say, watchLanguage } from './words.js';

/** On a phone, one part at a time stands below the preview. */
export function startTabs() {
  watchLanguage(draw);
  draw();
}

function draw() {
  const studio = byID('studio');
  const tab = (pane, shape, run) => h('button', { type: 'button', 'aria-current': String(studio.dataset.pane === pane), onclick: run },
    glyph(shape), h('span', {}, say(`tab_${pane}`)));
  const show = (pane) => () => { studio.dataset.pane = pane; draw(); };
  byID('tabs').replaceChildren(tab('chat', 'chat', show('chat')), tab('timeline', 'bars', show('timeline')), tab('versions', 'undo', openVersions));
}
