/** Makes an element: `h('button.quiet', { onclick, 'aria-label': 'Undo' }, 'Undo')`. */
export function h(kind, attributes = {}, ...children) {
  const [tag, ...classes] = kind.split('.');
  const element = document.createElement(tag || 'div');
  if (classes.length) element.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes)) put(element, name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function put(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else if (name === 'vars') for (const [key, entry] of Object.entries(value)) element.style.setProperty(`--${key}`, entry);
  else if (name === 'data') Object.assign(element.dataset, value);
  else if (name in element && typeof value !== 'string') element[name] = value;
  else element.setAttribute(name, value === true ? '' : value);
}

export const byID = (id) => document.getElementById(id);

/** The shapes of the buttons, each in a box of 24. */
const GLYPHS = {
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'm15 14 5-5-5-5m5 5H10a6 6 0 0 0 0 12h3',
  attach: 'M12 5v14M5 12h14',
  send: 'M12 19V5m-6 6 6-6 6 6',
  stop: '#M7 7h10v10H7z',
  play: '#M8 5v14l11-7z',
  pause: '#M7 5h4v14H7zM13 5h4v14h-4z',
  back: 'M15 6l-6 6 6 6',
  forth: 'm9 6 6 6-6 6',
  start: 'M18 6l-7 6 7 6M6 6v12',
  end: 'm6 6 7 6-7 6M18 6v12',
  close: 'M6 6l12 12M18 6 6 18',
  split: 'M12 3v18M8 8l-4 4 4 4m8-8 4 4-4 4',
  remove: 'M4 7h16M10 11v6m4-6v6M6 7l1 13h10l1-13M9 7V4h6v3',
  left: 'M19 12H5m6-6-6 6 6 6',
  right: 'M5 12h14m-6-6 6 6-6 6',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  trimIn: 'M8 4v16m4-12h8m-8 8h8',
  trimOut: 'M16 4v16M4 8h8m-8 8h8',
  loud: '#M4 9v6h4l5 4V5L8 9z',
  film: 'M4 5h16v14H4zM8 5v14m8-14v14M4 12h16',
  chat: 'M4 5h16v11H9l-5 4z',
  bars: 'M4 7h9M4 12h16M4 17h6',
  help: 'M12 3a9 9 0 1 0 .01 0M9.8 9.6a2.3 2.3 0 1 1 3.2 2.1c-.7.3-1 .8-1 1.5m0 2.8v.1',
};

/** A glyph, hidden from screen readers: its button names it. */
export function glyph(name) {
  const shape = GLYPHS[name];
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'glyph');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shape.replace('#', ''));
  if (shape.startsWith('#')) path.setAttribute('class', 'full');
  svg.append(path);
  return svg;
}

/** A button that shows a glyph and is named by words. */
export function iconButton(name, label, attributes = {}) {
  return h('button.icon', { type: 'button', 'aria-label': label, title: label, ...attributes }, glyph(name));
}
