/** The picture on the stage: frames drawn to a canvas, above the video that plays. */

import { Trouble } from './api.js';
import { stampAt } from './clock.js';
import { $ } from './dom.js';
import * as frames from './frames.js';
import { state } from './store.js';

const client = Math.random().toString(36).slice(2, 10);
const canvas = $('canvas');
const flights = []; // requests under way, oldest first
let sequence = 0;
let drawn = 0;
let idle;
let neighbours;
let gone = () => {};

/** What is really on screen: index and stamp, and whether a `frame` or the `video` shows it. */
export let shown = { index: null, stamp: null, source: null };

/** Milliseconds from input to picture, newest last, at most 1000. */
export const latencies = [];

/** `reload` is called where the server no longer knows the plan's stamps. */
export function startScreen(reload) {
  gone = reload;
}

/**
 * Shows a frame; the newest wish wins, older pictures that come late are dropped.
 * @param {number} index
 * @param {number} [since] when the input for it came, as `performance.now()`
 */
export async function show(index, since) {
  const stamp = stampAt(state.plan, index);
  const mine = (sequence += 1);
  clearTimeout(idle);
  neighbours?.abort();
  if (!stamp) return;
  frames.holdThumbs(250);
  const bitmap = frames.ready(stamp, index);
  if (bitmap) {
    draw(bitmap, { index, stamp, source: 'frame' }, mine, since);
    abort(0);
    return;
  }
  // The oldest request is being drawn already: let it come, or a steady drag would show nothing.
  abort(1);
  const flight = new AbortController();
  flights.push(flight);
  try {
    const scrub = `${client}.${mine}`;
    const loaded = await frames.load(stamp, index, { scrub, signal: flight.signal });
    if (loaded) draw(loaded, { index, stamp, source: 'frame' }, mine, since);
  } catch (error) {
    if (error instanceof Trouble && error.status === 404) gone();
    else if (error.name !== 'AbortError' && !(error instanceof Trouble)) throw error;
  } finally {
    const at = flights.indexOf(flight);
    if (at >= 0) flights.splice(at, 1);
  }
}

function abort(keep) {
  for (const flight of flights.splice(keep)) flight.abort();
}

function draw(bitmap, what, mine, since) {
  if (mine < drawn) return;
  drawn = mine;
  if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
    Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
  }
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  canvas.hidden = false;
  shown = what;
  if (since !== undefined) timed(performance.now() - since);
  if (mine === sequence) idle = setTimeout(() => around(what.index), 150);
}

function timed(latency) {
  latencies.push(latency);
  if (latencies.length > 1000) latencies.shift();
}

// While nobody asks for anything, the frames that a step or a small drag would need.
async function around(index) {
  if (state.playing) return;
  neighbours = new AbortController();
  const { signal } = neighbours;
  try {
    for (const step of [1, -1, 2, -2, 3, -3, 4, -4, 6, -6, 8, -8]) {
      const stamp = stampAt(state.plan, index + step);
      if (stamp) await frames.prefetch(stamp, index + step, signal);
      if (signal.aborted) return;
    }
  } catch {
    // Aborted, or the plan has changed: neighbours are only a convenience.
  }
}

/** The video's picture is what people see now. @param {{index, stamp}} what */
export function showVideo(what) {
  canvas.hidden = true;
  drawn = sequence += 1;
  shown = { ...what, source: 'video' };
  clearTimeout(idle);
}

/** Empties the stage: there is no frame to show. */
export function clearScreen() {
  canvas.getContext('2d').clearRect(0, 0, canvas.width, canvas.height);
  canvas.hidden = false;
  shown = { index: null, stamp: null, source: null };
}
