import { at, send } from './api.js';
import { state } from './store.js';

const KEPT = 240;
const LONGEST_PAUSE = 8000;
const known = new Map();

/**
 * The address of a picture: a frame of a version of the film at `t` ms, or of a medium at `t` ms
 * of its own time. Pictures are kept, the oldest let go.
 */
export function picture({ t = 0, width, version = null, media = null }) {
  const session = state.session.id;
  const about = media ? `media=${encodeURIComponent(media)}` : `version=${version}`;
  const path = `${at('frame', session)}?t=${Math.max(0, Math.round(t))}&w=${width}&${about}`;
  let found = known.get(path);
  if (found) known.delete(path);
  else found = load(path);
  known.set(path, found);
  if (known.size > KEPT) letGo();
  return found;
}

async function load(path) {
  for (let pause = 250; ; pause *= 2) {
    try {
      const response = await send('GET', path);
      return URL.createObjectURL(await response.blob());
    } catch (error) {
      // The server draws what is asked for last first, and sends away who has waited too long.
      if (error.status === 503 && pause < LONGEST_PAUSE) {
        await new Promise((done) => setTimeout(done, pause));
        continue;
      }
      known.delete(path);
      throw error;
    }
  }
}

function letGo() {
  const [path, address] = known.entries().next().value;
  known.delete(path);
  address.then((url) => URL.revokeObjectURL(url), () => {});
}

/** Shows pictures as they are asked for, one at a time; what was asked for meanwhile but the last is left out. */
export class Scrubber {
  #show;
  #rest;
  #next = null;
  #busy = false;

  /** `show` gets each picture, `rest` is called once nothing more is wanted. */
  constructor(show, rest = () => {}) {
    this.#show = show;
    this.#rest = rest;
  }

  ask(wish) {
    this.#next = wish;
    if (!this.#busy) this.#go();
  }

  async #go() {
    this.#busy = true;
    while (this.#next) {
      const wish = this.#next;
      this.#next = null;
      try {
        await this.#show(await picture(wish), wish);
      } catch (error) {
        await this.#show(null, wish, error);
      }
    }
    this.#busy = false;
    this.#rest();
  }
}

/** Fills an `<img>`, or any element's ground, with a picture once it comes into sight. */
export function fill(image, wish) {
  wishes.set(image, wish);
  sight.observe(image);
  return image;
}

const wishes = new WeakMap();
const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    sight.unobserve(target);
    picture(wishes.get(target)).then((url) => put(target, url), () => {});
  }
}, { rootMargin: '200px' });

function put(target, url) {
  if (target instanceof HTMLImageElement) target.src = url;
  else target.style.backgroundImage = `url(${url})`;
}

/** A link of this server as a path: pages may have been opened under another of its names. */
export function local(link) {
  const { pathname, search } = new URL(link, location.href);
  return pathname + search;
}
