import { openEntry, startAccount } from './account.js';
import { startChat } from './chat.js';
import { startComposer } from './composer.js';
import { byID, glyph } from './dom.js';
import { startDropping } from './dropping.js';
import { edit } from './edits.js';
import { openExport } from './exporting.js';
import { resume, startFilms } from './films.js';
import { startKeyboard } from './keyboard.js';
import { complain } from './notices.js';
import { startPlayer } from './player.js';
import { Refusal } from './reach.js';
import { keepUp, openFirst } from './session.js';
import { startShelf } from './shelf.js';
import { state, watch } from './store.js';
import { startSuggestions } from './suggestions.js';
import { startTabs } from './tabs.js';
import { startTimeline } from './timeline/timeline.js';
import { startTools } from './timeline/tools.js';
import { startTransport } from './transport.js';
import { refreshCredits } from './turn.js';
import { openVersions } from './versions.js';
import { say, startWords } from './words.js';

startWords();
startAccount();
startFilms();
startTabs();
startChat();
startShelf();
startComposer();
startSuggestions();
startPlayer();
startTransport();
startTimeline();
startTools();
startKeyboard();
startDropping();
startHistory();
openSession();

function startHistory() {
  for (const name of ['undo', 'redo']) {
    byID(name).append(glyph(name));
    byID(name).addEventListener('click', () => edit({ [name]: true }));
  }
  byID('versions').addEventListener('click', openVersions);
  byID('export').addEventListener('click', openExport);
  watch(['history'], () => {
    byID('undo').disabled = !state.history?.canUndo;
    byID('redo').disabled = !state.history?.canRedo;
  });
}

async function openSession() {
  try {
    if (await openFirst()) await resume();
    await refreshCredits();
  } catch (error) {
    if (error instanceof Refusal && error.code === '1002') complain(say('notYours'), { label: say('signIn'), run: () => openEntry('signIn') });
    else complain(error, { label: say('tryAgain', ''), run: openSession });
  }
  keepUp();
}
