/** Playing, seeking, stepping and looping. The frame in the store is the one asked for. */

import { clamp, middle, rate, stampAt } from './clock.js';
import { $, announce } from './dom.js';
import { resumeSound } from './meters.js';
import { clearScreen, show, showVideo, shown, startScreen } from './screen.js';
import { on, set, state } from './store.js';
import { Stream } from './stream.js';
import { t } from './words.js';

const video = $('video');
let stream;
let resting; // playing goes on after the drag
let prepare; // timer that fills the buffer once the playhead rests
let stepping = 0; // counts runs of `stepped`, so that a new one ends the last

const range = () => state.loop ?? { from: 0, to: state.plan.frames };
const streaming = () => state.playing && state.rate > 0 && Stream.plays(state.plan);

/** @param {function()} reload fetches the plan anew, where the server has forgotten this one */
export function startPlayer(reload) {
  stream = new Stream(video, { gone: reload, paced: busy });
  startScreen(reload);
  on('plan', planned);
  video.addEventListener('timeupdate', () => stream.wake());
  video.addEventListener('ended', () => streaming() && ended());
  video.addEventListener('waiting', () => busy(streaming()));
  video.addEventListener('playing', () => busy(false));
  video.requestVideoFrameCallback?.(presented);
}

const busy = (is) => ($('busy').hidden = !is);

let before = null;

function planned() {
  const { plan } = state;
  if (!plan.frames) {
    pause();
    clearScreen();
    before = plan;
    return;
  }
  const frame = clamp(plan, state.frame);
  const loop = state.loop && state.loop.from < plan.frames
    ? { from: state.loop.from, to: Math.min(state.loop.to, plan.frames) } : null;
  set({ frame, ...(loop?.to !== state.loop?.to && { loop }) });
  if (Stream.plays(plan)) stream.load(plan);
  const other = before?.aspect !== plan.aspect;
  if (!streaming() && (other || shown.index !== frame || shown.stamp !== stampAt(plan, frame))) {
    show(frame);
  }
  before = plan;
}

/** Plays at 1, 2, 4 or 8 times the speed, backward where `speed` is negative. */
export function play(speed = 1) {
  if (!state.plan?.frames) return;
  const { from, to } = range();
  let { frame } = state;
  if (speed > 0 && (frame >= to - 1 || frame < from)) frame = from;
  if (speed < 0 && frame <= from) frame = to - 1;
  clearTimeout(prepare);
  set({ playing: true, rate: speed, frame });
  resumeSound();
  if (!streaming()) {
    video.pause();
    stepped(frame, speed);
    return;
  }
  video.playbackRate = speed;
  stream.seek(middle(state.plan, frame), true);
  video.play().catch((error) => {
    if (error.name === 'NotAllowedError') pause();
  });
}

/** Stops on the frame that is on screen. */
export function pause() {
  if (!state.playing) return;
  set({ playing: false, rate: 1 });
  video.pause();
  stream.rest();
  busy(false);
  if (state.plan?.frames) show(state.frame);
}

/** Plays, or stops. */
export const toggle = () => (state.playing ? pause() : play());

/** J and L: play that way, twice as fast at each repetition. */
export function shuttle(way) {
  const going = state.playing && Math.sign(state.rate) === way;
  play(going ? way * Math.min(8, Math.abs(state.rate) * 2) : way);
}

/**
 * Goes to a frame.
 * @param {number} frame
 * @param {number} since when the input came, as `performance.now()`
 */
export function seek(frame, since = performance.now()) {
  if (!state.plan?.frames) return;
  const target = clamp(state.plan, frame);
  set({ frame: target });
  if (state.playing) {
    play(state.rate);
    return;
  }
  show(target, since);
  clearTimeout(prepare);
  prepare = setTimeout(() => stream.seek(middle(state.plan, state.frame), false), 600);
}

/** Stops and moves by frames. */
export function step(frames) {
  pause();
  seek(state.frame + frames);
  announce(t('frameN', { n: state.frame }));
}

/** A drag begins: playing waits until it ends. */
export function hold() {
  resting = state.playing && state.rate;
  pause();
}

/** The drag has ended. */
export function release() {
  if (resting) play(resting);
  resting = false;
}

/** Sets where a loop begins (`in`) or ends (`out`) to the playhead, or clears with null. */
export function mark(which) {
  if (!state.plan?.frames) return;
  const { frame, plan, loop } = state;
  const marks = {
    in: { from: frame, to: loop?.to > frame ? loop.to : plan.frames },
    out: { from: loop?.from <= frame ? loop.from : 0, to: frame + 1 },
  };
  set({ loop: marks[which] ?? null });
}

function ended() {
  if (state.loop) {
    seek(state.loop.from);
    return;
  }
  set({ frame: state.plan.frames - 1 });
  pause();
}

// Called for every picture that the video puts on screen.
function presented(now, { mediaTime }) {
  video.requestVideoFrameCallback(presented);
  if (!streaming() || video.seeking) return;
  const { plan } = state;
  const index = clamp(plan, mediaTime * rate(plan));
  const { from, to } = range();
  const fresh = stream.fresh(mediaTime + 0.001);
  busy(stream.pace());
  showVideo({ index, stamp: fresh ? stampAt(plan, index) : null });
  set({ frame: index });
  if (state.loop && (index >= to - 1 || index < from)) seek(from);
}

// Backward, or where the browser cannot stream: frame by frame, as fast as they come.
function stepped(from, speed) {
  const began = performance.now();
  const { plan } = state;
  const mine = (stepping += 1);
  const tick = () => {
    if (!state.playing || mine !== stepping || streaming()) return;
    const { from: low, to } = range();
    const target = Math.round(from + ((performance.now() - began) / 1000) * rate(plan) * speed);
    const over = target < low || target >= to;
    if (over && state.loop) {
      seek(speed < 0 ? to - 1 : low);
      return;
    }
    const frame = Math.min(Math.max(low, target), to - 1);
    if (frame !== state.frame) {
      set({ frame });
      show(frame);
    }
    if (over) pause();
    else requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}
