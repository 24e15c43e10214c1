import { byID, h } from './dom.js';
import { changeCard, filmCard, workRow } from './cards.js';
import { openAccount } from './account.js';
import { state, watch } from './store.js';
import { onEvent } from './turn.js';
import { tellReaders } from './notices.js';
import { say } from './words.js';

const log = byID('log');
const talk = byID('talk');
let works = new Map();

/** Shows what is said and done, as it happens and as it was. */
export function startChat() {
  watch(['events'], retell);
  watch(['turn'], () => { showWaiting(); });
  onEvent((event) => { state.events.push(event); show(event); showWaiting(); });
  retell();
}

function retell() {
  works = new Map();
  talk.replaceChildren(...(state.events.length ? [] : [welcome()]));
  for (const event of state.events) show(event, { isOld: true });
  showWaiting();
}

function welcome() {
  return h('li.welcome', {}, h('h2', {}, say('promise')), h('p.soft', {}, say('promiseMore')));
}

function show(event, { isOld = false } = {}) {
  const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  if (event.errorCode) {
    add(failure(event));
  }
  for (const part of event.content?.parts ?? []) {
    if (part.text) add(bubble(event, part.text, isOld));
    if (part.functionCall) begin(part.functionCall, isOld);
    if (part.functionResponse) goOn(part.functionResponse, event.partial);
  }
  if (wasAtEnd || event.author === 'user') log.scrollTop = log.scrollHeight;
}

function add(item) {
  talk.querySelector('.welcome')?.remove();
  talk.append(item);
}

function bubble(event, text, isOld) {
  const isMine = event.author === 'user';
  const words = isMine ? text : plain(text);
  if (!isMine && !isOld) tellReaders(words);
  return h(isMine ? 'li.said.mine' : 'li.said', {}, words);
}

/** What an answer says beside what the page shows anyway: the tracks stand in the timeline. */
function plain(text) {
  return text.split('\n').filter((line) => !/^(Timeline \(|时间线（|时间线\()/.test(line)).join('\n').trim();
}

function failure(event) {
  const item = h('li.said.wrong', {}, event.errorMessage ?? say('broken'));
  if (event.errorCode === '2001') {
    item.append(h('div.row', {}, h('button', { type: 'button', onclick: () => openAccount() }, say('createAccount'))));
  }
  return item;
}

function begin(call, isOld) {
  const row = workRow(call);
  works.set(call.id, row);
  if (!isOld) add(row.item);
}

function goOn(response, isPartial) {
  const row = works.get(response.id);
  const result = response.response ?? {};
  if (isPartial) {
    row?.progress(result.progress);
    return;
  }
  row?.item.remove();
  works.delete(response.id);
  if (result.status === 'failed') add(h('li.said.wrong', {}, result.error ?? say('broken')));
  else if (result.changes?.length && result.version) add(changeCard(result));
  else if (result.url && response.name !== 'generate_scene') add(filmCard(result));
}

function showWaiting() {
  let dots = talk.querySelector('.waiting');
  if (!state.turn) {
    dots?.remove();
    return;
  }
  dots ??= h('li.waiting', { 'aria-label': say('working') }, h('span.dots', {}, h('i'), h('i'), h('i')));
  talk.append(dots);
  log.scrollTop = log.scrollHeight;
}
