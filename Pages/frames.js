/** Pictures of frames: fetched once, kept by what shows in them (stamp and index). */

import { frame, frameAddress } from './api.js';

/** Keeps the values used last; `drop` is told of those that leave. */
class Shelf extends Map {
  constructor(limit, drop = () => {}) {
    super();
    this.limit = limit;
    this.drop = drop;
  }

  take(key) {
    const value = this.get(key);
    if (value === undefined) return undefined;
    this.delete(key);
    super.set(key, value);
    return value;
  }

  put(key, value) {
    this.delete(key);
    super.set(key, value);
    if (this.size <= this.limit) return;
    const [oldest, left] = this.entries().next().value;
    this.delete(oldest);
    this.drop(left);
  }
}

// A decoded 960 × 540 picture takes 2 MB, its JPEG a twentieth: few of the one, many of the other.
const decoded = new Shelf(48, (bitmap) => bitmap.close());
const packed = new Shelf(600);
const thumbs = new Shelf(500, (url) => URL.revokeObjectURL(url));

const name = (stamp, index) => `${stamp}/${index}`;

/** The decoded picture if it is at hand, or undefined. */
export const ready = (stamp, index) => decoded.take(name(stamp, index));

/** Whether a frame can be shown without asking the server. */
const held = (stamp, index) =>
  decoded.has(name(stamp, index)) || packed.has(name(stamp, index));

/**
 * A frame as a decoded picture, from memory or the server.
 * @returns {Promise<ImageBitmap|null>} null where the server draws a newer request instead
 */
export async function load(stamp, index, { scrub, signal } = {}) {
  const key = name(stamp, index);
  let blob = packed.take(key);
  if (!blob) {
    blob = await frame(frameAddress(stamp, index, { scrub }), signal);
    if (!blob) return null;
    packed.put(key, blob);
  }
  const bitmap = decoded.take(key) ?? (await createImageBitmap(blob));
  decoded.put(key, bitmap);
  return bitmap;
}

/** Brings a frame's JPEG into memory, ahead of its use. */
export async function prefetch(stamp, index, signal) {
  if (held(stamp, index)) return;
  packed.put(name(stamp, index), await frame(frameAddress(stamp, index), signal));
}

// One thumbnail at a time, newest first: the server has frames to draw that matter more.
const waiting = new Map();
let pausedUntil = 0;
let working = false;

/** Lets thumbnails wait, for the frame under the pointer comes first. */
export function holdThumbs(milliseconds) {
  pausedUntil = performance.now() + milliseconds;
}

/** Forgets thumbnails that nobody looks at any more. */
export const dropThumbs = () => waiting.clear();

/**
 * Shows a small picture of a frame in an `img`, at once if it is in memory.
 * @param {HTMLImageElement} image
 */
export function thumb(image, stamp, index, width = 160) {
  const key = `${name(stamp, index)}/${width}`;
  image.dataset.key = key;
  const url = thumbs.take(key);
  if (url) {
    if (image.src !== url) image.src = url;
    return;
  }
  waiting.set(image, { key, address: frameAddress(stamp, index, { width }) });
  work();
}

async function work() {
  if (working) return;
  working = true;
  while (waiting.size) {
    const pause = pausedUntil - performance.now();
    if (pause > 0) {
      await new Promise((done) => setTimeout(done, pause));
      continue;
    }
    const [image, { key, address }] = [...waiting].at(-1);
    waiting.delete(image);
    try {
      const url = thumbs.take(key) ?? URL.createObjectURL(await frame(address));
      thumbs.put(key, url);
      if (image.dataset.key === key) image.src = url;
    } catch {
      // The stamp is gone: the next plan asks for another.
    }
  }
  working = false;
}
