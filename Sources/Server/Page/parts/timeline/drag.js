import { h } from '../dom.js';
import { edit } from '../edits.js';
import { seek } from '../player.js';
import { find, mainTrack } from '../shape.js';
import { change, state } from '../store.js';
import { editText } from './words-dialog.js';
import { names, pixels, snap } from './scale.js';

/** Lets clips be picked, moved and trimmed, and the playhead be dragged along the ruler. */
export function startDragging(place) {
  place.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !state.draft) return;
    const clip = event.target.closest('.clip');
    if (clip) press(event, clip, place);
    else if (event.target.closest('.ruler')) scrub(event, place);
    else if (event.target.closest('.strip')) { change({ selected: null }); seek(timeAt(event, place)); }
  });
  place.addEventListener('dblclick', (event) => {
    const clip = event.target.closest('.clip');
    if (clip?.dataset.kind === 'text') editText(clip.dataset.segment);
  });
  place.addEventListener('click', (event) => {
    const clip = event.target.closest('.clip');
    if (clip) change({ selected: clip.dataset.segment });
  });
}

function timeAt(event, place) {
  const { left } = place.getBoundingClientRect();
  return (event.clientX - left + place.scrollLeft - names()) / pixels();
}

function scrub(event, place) {
  event.preventDefault();
  const follow = (moved) => seek(timeAt(moved, place));
  follow(event);
  track(event, place, follow, () => {});
}

/** Follows the pointer until it is let go; Escape gives up. `move` tells with `false` that nothing began yet. */
function track(event, target, move, end) {
  const stop = (isDone) => {
    target.removeEventListener('pointermove', onMove);
    target.removeEventListener('pointerup', onUp);
    target.removeEventListener('pointercancel', onCancel);
    removeEventListener('keydown', onKey, true);
    end(isDone);
  };
  const onMove = (moved) => {
    if (moved.pointerId !== event.pointerId || move(moved) === false) return;
    // Captured once it moves: a press alone is a click on what lies beneath.
    if (!target.hasPointerCapture(moved.pointerId)) target.setPointerCapture(moved.pointerId);
  };
  const onUp = () => stop(true);
  const onCancel = () => stop(false);
  const onKey = (key) => {
    if (key.key !== 'Escape') return;
    key.stopPropagation();
    stop(false);
  };
  target.addEventListener('pointermove', onMove);
  target.addEventListener('pointerup', onUp);
  target.addEventListener('pointercancel', onCancel);
  addEventListener('keydown', onKey, true);
}

function press(event, clip, place) {
  // With a finger, a clip is picked by a tap first, so that the tracks can be moved over it.
  if (event.pointerType === 'touch' && state.selected !== clip.dataset.segment) return;
  const end = event.target.closest('.end')?.dataset.end ?? null;
  const found = find(state.draft, clip.dataset.segment);
  if (!found) return;
  const gesture = end ? new Trim(found, end, clip) : new Move(found, clip);
  const line = h('div.snap', { hidden: true });
  place.querySelector('.canvas').append(line);
  let began = false;
  const start = event.clientX + place.scrollLeft;
  track(event, place, (moved) => {
    const x = moved.clientX + place.scrollLeft - start;
    if (!began && Math.abs(x) < 4) return false;
    began = true;
    clip.classList.add('moving');
    const stuck = gesture.to(x / pixels());
    line.hidden = stuck === null;
    if (stuck !== null) line.style.setProperty('--at', `${stuck * pixels()}px`);
    return true;
  }, async (isDone) => {
    line.remove();
    clip.classList.remove('moving');
    if (!began) {
      change({ selected: clip.dataset.segment });
      clip.focus({ preventScroll: true });
      return;
    }
    const verb = isDone ? gesture.verb() : null;
    if (!verb || !(await edit({ verb }))) gesture.reset();
  });
}

/** A clip's edge that is dragged: what it shows begins or ends elsewhere. */
class Trim {
  constructor({ segment }, end, clip) {
    Object.assign(this, { segment, end, clip, by: 0 });
    this.shift = end === 'first' ? segment.s : segment.s + segment.d;
  }

  to(by) {
    const { segment, end, clip } = this;
    const stuck = snap(this.shift + by, pixels(), segment.id);
    const wanted = stuck === null ? by : stuck - this.shift;
    const room = segment.d - 100;
    this.by = Math.round(end === 'first' ? Math.min(room, wanted) : Math.max(-room, wanted));
    const scale = pixels();
    const length = end === 'first' ? segment.d - this.by : segment.d + this.by;
    clip.style.setProperty('--width', `${length * scale - 1}px`);
    if (end === 'first') clip.style.setProperty('--left', `${(segment.s + this.by) * scale}px`);
    return stuck;
  }

  verb() {
    if (!this.by) return null;
    const { segment, end, by } = this;
    return end === 'first' ? { trim_start: { segment: segment.id, by } } : { trim_end: { segment: segment.id, by: -by } };
  }

  reset() {
    const scale = pixels();
    this.clip.style.setProperty('--width', `${this.segment.d * scale - 1}px`);
    this.clip.style.setProperty('--left', `${this.segment.s * scale}px`);
  }
}

/** A clip that is dragged: in the row of the film it changes places, elsewhere its time. */
class Move {
  constructor({ segment, track, index }, clip) {
    Object.assign(this, { segment, track, index, clip, start: segment.s });
    this.isInRow = track.id === mainTrack(state.draft)?.id;
  }

  to(by) {
    const { segment, clip } = this;
    let start = Math.max(0, segment.s + by);
    let stuck = null;
    if (!this.isInRow) {
      stuck = snap(start, pixels(), segment.id);
      const late = stuck === null ? snap(start + segment.d, pixels(), segment.id) : null;
      if (stuck !== null) start = stuck;
      else if (late !== null) { start = Math.max(0, late - segment.d); stuck = late; }
    }
    this.start = Math.round(start);
    clip.style.setProperty('--left', `${start * pixels()}px`);
    return stuck;
  }

  verb() {
    const { segment, track, start } = this;
    if (!this.isInRow) return start === segment.s ? null : { move: { segment: segment.id, to: start } };
    const middle = start + segment.d / 2;
    const others = track.sg.filter((other) => other.id !== segment.id);
    const index = others.filter((other) => other.s + other.d / 2 < middle).length;
    return index === this.index ? null : { reorder: { segment: segment.id, to: index } };
  }

  reset() { this.clip.style.setProperty('--left', `${this.segment.s * pixels()}px`); }
}
