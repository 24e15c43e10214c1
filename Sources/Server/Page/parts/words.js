import { TABLE } from './table.js';

const KEPT = 'kinora.language';
const listeners = new Set();
let current = localStorage.getItem(KEPT) ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** The language of the page, `en` or `zh`. */
export const language = () => current;

/** The words for a thing; `$1`, `$2`… stand for what is told with them. */
export function say(key, ...values) {
  const entry = TABLE[key];
  if (!entry) throw new Error(`no words for ${key}`);
  return entry[current === 'zh' ? 1 : 0].replace(/\$(\d)/g, (_, index) => values[index - 1] ?? '');
}

/** Calls `told` when the language changes. */
export function watchLanguage(told) { listeners.add(told); }

/** Puts the page into another language, at once. */
export function setLanguage(name) {
  current = name;
  localStorage.setItem(KEPT, name);
  startWords();
  for (const told of listeners) told();
}

/** Writes the words of what stands in the page from the start. */
export function startWords() {
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', say(element.dataset.label));
    if (element.tagName === 'BUTTON') element.title = say(element.dataset.label);
  }
}

export const percent = (share) => `${Math.round(share * 100)} %`;

/** A length of time, as people say it. */
export function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 60) return say('seconds', seconds < 10 ? seconds.toFixed(1).replace(/\.0$/, '') : String(Math.round(seconds)));
  return say('minutes', String(Math.round(seconds / 60)));
}

/** How long ago a moment was. */
export function since(time) {
  const format = new Intl.RelativeTimeFormat(current === 'zh' ? 'zh-CN' : 'en', { numeric: 'auto' });
  const minutes = Math.round((time - Date.now()) / 60000);
  if (minutes > -60) return format.format(minutes, 'minute');
  if (minutes > -1440) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / 1440), 'day');
}
