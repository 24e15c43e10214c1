import { h } from './dom.js';
import { openDialog } from './dialog.js';
import { edit } from './edits.js';
import { fill, Scrubber } from './frames.js';
import { aspectOf, clock } from './shape.js';
import { state, watch } from './store.js';
import { say } from './words.js';

/** The tree of versions: go to any of them, undo one alone, compare two side by side. */
export function openVersions() {
  const chosen = new Set();
  const body = h('div.body-inner', { vars: { aspect: aspectOf(state.draft) } });
  const compare = h('button', { type: 'button', disabled: true, onclick: () => openComparison([...chosen].sort((a, b) => a - b)) }, say('compare'));
  const draw = () => body.replaceChildren(list(chosen, () => { compare.disabled = chosen.size !== 2; }));
  const unwatch = watch(['history'], draw);
  openDialog({ title: say('versions'), body: [body], foot: [h('span.soft.small.push', {}, say('pickTwo')), compare], broad: true, onclose: unwatch });
  draw();
}

function list(chosen, told) {
  const versions = state.history?.versions ?? [];
  const current = lineage(versions, state.version);
  const rows = versions.filter(({ number }) => number > 1).reverse().map((version) => row(version, versions, current, chosen, told));
  return rows.length ? h('ul.list', {}, rows) : h('p.soft', {}, say('noVersions'));
}

function row(version, versions, current, chosen, told) {
  const { number, label, differences, at = 0 } = version;
  const isNow = number === state.version;
  const isOnWay = current.has(number);
  const pick = h('input', { type: 'checkbox', 'aria-label': say('compareVersion', number), checked: chosen.has(number) });
  pick.addEventListener('change', () => {
    if (pick.checked) chosen.add(number); else chosen.delete(number);
    told();
  });
  const buttons = isNow ? [h('span.soft.small', {}, say('now'))] : [h('button', { type: 'button', onclick: () => edit({ go_to: number }) }, say('goTo'))];
  if (isOnWay) buttons.push(h('button', { type: 'button', onclick: () => edit(isNow ? { undo: true } : { undo_only: number }) }, say('undoThis')));
  const words = differences?.length ? differences.join(' · ') : label;
  return h('li.version', { vars: { depth: String(depth(version, versions, current)) } }, pick,
    fill(h('img', { alt: '' }), { version: number, t: at, width: 320 }),
    h('div.grow', {}, h('p', { 'aria-current': isNow ? 'true' : null }, `${number}. ${words}`), isOnWay ? null : h('p.soft.small', {}, say('leftBehind'))),
    h('div.row', {}, buttons));
}

/** The numbers from a version back to the first. */
function lineage(versions, number) {
  const way = new Set();
  for (let at = number; at; at = versions.find((version) => version.number === at)?.parent) way.add(at);
  return way;
}

/** How many times a version's way forks off the current one. */
function depth(version, versions, current) {
  let forks = 0;
  for (let at = version; at && !current.has(at.number); at = versions.find((other) => other.number === at.parent)) {
    const older = versions.some((other) => other.parent === at.parent && other.number !== at.number);
    if (older) forks += 1;
  }
  return Math.min(forks, 5);
}

/** Two versions side by side, at the same time. */
function openComparison(numbers) {
  const versions = numbers.map((number) => state.history.versions.find((version) => version.number === number));
  const figures = versions.map(({ number, label }) => {
    const image = h('img', { alt: say('versionNumber', number) });
    const scrubber = new Scrubber((url) => { if (url) image.src = url; });
    return { element: h('figure', {}, image, h('figcaption.small', {}, `${number}. ${label}`)), ask: (t) => scrubber.ask({ t, version: number, width: 640 }) };
  });
  const time = h('output.figures.small', {}, clock(state.time));
  const range = h('input', { type: 'range', min: '0', max: String(Math.max(1, state.draft?.d ?? 1)), value: String(state.time), 'aria-label': say('time') });
  const showAt = () => {
    time.textContent = clock(Number(range.value));
    for (const { ask } of figures) ask(Number(range.value));
  };
  range.addEventListener('input', showAt);
  openDialog({ title: say('compare'), broad: true, body: [
    h('div.pairwise', { vars: { aspect: aspectOf(state.draft) } }, figures.map(({ element }) => element)), h('div.row', {}, range, time)] });
  showAt();
}
