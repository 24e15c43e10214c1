import { byID } from './dom.js';
import { complain } from './notices.js';
import { addFiles } from './uploads.js';
import { say } from './words.js';

const MOST = 50;

/** Lets files be dropped anywhere on the page, pasted, and picked. */
export function startDropping() {
  let depth = 0;
  const zone = byID('drop');
  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');
  addEventListener('dragenter', (event) => {
    if (!carriesFiles(event)) return;
    depth += 1;
    zone.hidden = false;
  });
  addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (!depth) zone.hidden = true;
  });
  addEventListener('dragover', (event) => { if (carriesFiles(event)) event.preventDefault(); });
  addEventListener('drop', async (event) => {
    depth = 0;
    zone.hidden = true;
    if (!carriesFiles(event)) return;
    event.preventDefault();
    const files = await filesIn(event.dataTransfer).catch((error) => complain(say('unreadable', error.message)));
    if (!files) return;
    if (!files.length) complain(say('emptyFolder'));
    if (files.length > MOST) complain(say('folderCut', MOST));
    addFiles(files.slice(0, MOST));
  });
  addEventListener('paste', (event) => {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    addFiles(files);
  });
  byID('picker').addEventListener('change', (event) => {
    addFiles(event.target.files);
    event.target.value = '';
  });
}

/** The files that were dropped, those inside folders too: of many, one more than are taken. */
async function filesIn(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.());
  if (!entries.some((entry) => entry?.isDirectory)) return [...transfer.files];
  const files = [];
  const visit = async (entry) => {
    if (!entry || files.length > MOST || entry.name.startsWith('.')) return;
    if (entry.isFile) {
      files.push(await new Promise((done, failed) => entry.file(done, failed)));
      return;
    }
    for (const inner of await entriesIn(entry)) await visit(inner);
  };
  for (const entry of entries) await visit(entry);
  return files;
}

/** What a folder holds, as a person would sort it. */
async function entriesIn(folder) {
  const reader = folder.createReader();
  const entries = [];
  for (;;) {
    const found = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!found.length) return entries.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
    entries.push(...found);
  }
}
