import { at, data } from './api.js';
import { h } from './dom.js';
import { openDialog } from './dialog.js';
import { local } from './frames.js';
import { complain, notice, sentence } from './notices.js';
import { fresh } from './reach.js';
import { size } from './shape.js';
import { change, state, touch, watch } from './store.js';
import { speak } from './turn.js';
import { duration, language, percent, say } from './words.js';

const SHAPES = ['16:9', '9:16', '1:1', '4:5'];
const QUALITIES = ['draft', 'standard', 'high'];
const SKILL = { 'X-Skill-Source': 'kinora-studio', 'X-Skill-Version': '1.0.0', 'X-Skill-Platform': 'browser' };

/** Where films are ordered and fetched. It may be closed meanwhile: films go on. */
export function openExport() {
  if (!state.draft) {
    notice(say('nothingYet'));
    return;
  }
  const shapes = choices('checkbox', 'shape', shapesFirst(), (shape) => [outline(shape), shape]);
  const qualities = choices('radio', 'quality', QUALITIES, (name) => [say(`quality_${name}`)], 'high');
  const found = h('div.findings', {}, h('p.soft.small', {}, say('checking')));
  const jobs = h('ul.list', { 'aria-label': say('films') });
  const draw = () => jobs.replaceChildren(...state.jobs.map(jobRow));
  const start = () => {
    const picked = (group) => [...group.querySelectorAll('input:checked')].map((input) => input.value);
    for (const shape of picked(shapes)) order(shape, picked(qualities)[0]);
  };
  const unwatch = watch(['jobs'], draw);
  openDialog({ title: say('export'), broad: true, onclose: unwatch, body: [
    found, h('fieldset', {}, h('legend', {}, say('shapes')), shapes), h('fieldset', {}, h('legend', {}, say('quality')), qualities), jobs],
    foot: [h('span.soft.small.push', {}, say('exportFree')), h('button.primary', { type: 'button', onclick: start }, say('makeFilm'))] });
  draw();
  loadJobs().catch(complain);
  check(found);
}

const nearest = () => {
  const ratio = state.draft.m.width / state.draft.m.height;
  const value = (shape) => shape.split(':').reduce((a, b) => a / b);
  return [...SHAPES].sort((a, b) => Math.abs(value(a) - ratio) - Math.abs(value(b) - ratio))[0];
};

/** The film's own shape stands first, and is chosen. */
const shapesFirst = () => [nearest(), ...SHAPES.filter((shape) => shape !== nearest())];

function choices(type, name, values, content, chosen = values[0]) {
  return h('div.choices', {}, values.map((value) => h(name === 'quality' ? 'label.choice.line' : 'label.choice', {},
    h('input', { type, name, value, checked: value === chosen }), h('span', {}, content(value)))));
}

function outline(shape) {
  const [w, wide] = shape.split(':').map(Number);
  const longest = Math.max(w, wide);
  return h('i', { vars: { w: String(w / longest), h: String(wide / longest) } });
}

async function check(place) {
  const { session, version } = state;
  try {
    const { findings } = await data('GET', `${at('check', session.id)}?language=${language()}`);
    if (state.version !== version) return;
    place.replaceChildren(...(findings.length ? findings.map((finding) => row(finding, place)) : [h('p.soft.small', {}, say('allWell'))]));
  } catch (error) {
    place.replaceChildren(h('p.soft.small', {}, sentence(error)));
  }
}

function row(finding, place) {
  const mend = async (event) => {
    event.target.disabled = true;
    await speak(finding.remedy).catch(complain);
    check(place);
  };
  return h('div.finding', {}, h('p', {}, finding.sentence),
    h('button', { type: 'button', onclick: mend }, finding.remedy));
}

async function order(shape, quality) {
  const isOwnShape = shape === nearest();
  try {
    const job = await data('POST', '/api/render/proxy/lambda', { headers: SKILL, json: {
      id: `render_${fresh()}`, sessionId: state.session.id,
      output: { format: 'mp4', quality, ...(isOwnShape ? {} : { aspect: shape }) } } });
    state.jobs.unshift({ ...job, shape, quality, began: Date.now() });
    touch('jobs');
    poll();
  } catch (error) {
    complain(error);
  }
}

/** Finds the session's films again, those that were ordered in another tab or before a reload. */
export async function loadJobs() {
  const { session } = state;
  if (!session) return;
  const { renders } = await data('GET', `/api/render/proxy/lambda?sessionId=${session.id}`);
  const known = new Map(state.jobs.map((job) => [job.id, job]));
  change({ jobs: renders.map((job) => ({ ...known.get(job.id), ...job })) });
  poll();
}

let polling = false;
async function poll() {
  if (polling) return;
  polling = true;
  try {
    for (let wait = 400; state.jobs.some(isOpen); wait = Math.min(wait * 1.3, 2000)) {
      await new Promise((done) => setTimeout(done, wait));
      await Promise.all(state.jobs.filter(isOpen).map(update));
      touch('jobs');
    }
  } finally {
    polling = false;
  }
}

const isOpen = (job) => job.status === 'pending' || job.status === 'processing';

async function update(job) {
  const reply = await data('GET', `/api/render/proxy/lambda/${job.id}`).catch(() => null);
  if (!reply) return;
  Object.assign(job, reply);
  if (reply.progress > 0) {
    job.seen ??= { at: Date.now(), progress: reply.progress };
    const done = reply.progress - job.seen.progress;
    job.left = done > 1 ? ((Date.now() - job.seen.at) * (100 - reply.progress)) / done : null;
  }
  if (reply.status === 'completed') notice(say('filmReady'), { label: say('show'), run: () => document.querySelector('dialog') ?? openExport() });
}

function jobRow(job) {
  const name = [job.shape ?? job.aspect, job.quality ? say(`quality_${job.quality}`) : null].filter(Boolean).join(' · ');
  if (isOpen(job)) {
    const left = job.left ? say('timeLeft', duration(Math.max(1000, job.left))) : say(`status_${job.status}`);
    return h('li', {}, h('div.job', {}, h('div.row', {}, h('b', {}, name), h('span.soft.small', {}, `${percent((job.progress ?? 0) / 100)} · ${left}`), h('span.push'),
      h('button', { type: 'button', onclick: () => cancel(job) }, say('cancel'))), h('progress', { max: 100, value: job.progress ?? 0, 'aria-label': name })));
  }
  if (job.status !== 'completed') return h('li', {}, h('p', {}, `${name} · ${say(`status_${job.status}`)}`, job.error ? h('span.bad', {}, ` ${job.error}`) : null));
  return finished(job, name);
}

function finished(job, name) {
  const path = local(job.outputUrl ?? job.url);
  job.row ??= h('li', {}, h('div.job', {}, h('video', { src: path, controls: true, preload: 'metadata', playsInline: true }),
    h('div.row', {}, h('b', {}, name), h('span.soft.small', {}, [job.duration ? `${job.duration.toFixed(1)} s` : null, job.size ? size(job.size) : null].filter(Boolean).join(' · ')),
      h('span.push'), h('a.button', { href: path, download: `${state.session.name}.mp4` }, say('download')))));
  return job.row;
}

async function cancel(job) {
  try {
    Object.assign(job, await data('POST', `/api/render/proxy/lambda/${job.id}/cancel`));
    touch('jobs');
  } catch (error) {
    complain(error);
  }
}
