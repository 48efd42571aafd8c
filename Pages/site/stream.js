/**
 * Playback by Media Source Extensions: parts of picture and sound are appended some seconds ahead
 * of the playhead and taken away behind it. A part whose key changed is appended again.
 */

import { Trouble, bytes } from './api.js';
import { rate } from './clock.js';
import { holdThumbs } from './frames.js';
import { covered, partsOf, same, settle } from './parts.js';

const AHEAD = { idle: 1, playing: 6 }; // seconds
const BEHIND = 12;
const RESERVE = 1; // to be there before playing goes on after a gap
const Source = window.ManagedMediaSource ?? window.MediaSource;

const middleOf = (part) => (part.start + part.end) / 2;

export class Stream {
  /**
   * @param {HTMLVideoElement} video
   * @param {function()} calls.gone where parts of the plan are no longer known
   * @param {function(boolean)} calls.paced told whether playing waits for the picture
   */
  constructor(video, { gone, paced }) {
    this.video = video;
    this.gone = gone;
    this.paced = paced;
    this.lanes = [];
    this.from = 0;
    this.eager = false;
    this.starved = false;
  }

  /** Whether this browser can play the plan's picture and sound. */
  static plays(plan) {
    const types = [plan.video?.type, plan.sound?.type].filter(Boolean);
    return Boolean(Source && plan.video) && types.every((type) => Source.isTypeSupported(type));
  }

  get position() {
    return this.video.readyState ? this.video.currentTime : this.from;
  }

  /** Takes a plan. What it shares with the last one stays; another shape starts anew. */
  load(plan) {
    const shape = JSON.stringify([
      plan.preview, plan.fps, plan.frames, plan.video.type, plan.sound?.type,
    ]);
    const parts = partsOf(plan);
    if (shape !== this.shape) {
      this.shape = shape;
      this.open(plan, parts);
      return;
    }
    this.lanes.forEach((lane, at) => {
      lane.parts = parts[lane.at ?? at];
      if (lane.part && !lane.parts.some((part) => part.key === lane.part.key)) lane.flight.abort();
    });
    this.wake();
  }

  async open(plan, parts) {
    const from = this.position;
    const source = new Source();
    for (const lane of this.lanes) lane.flight?.abort();
    this.source = source;
    this.lanes = [];
    this.video.disableRemotePlayback = true;
    this.video.src = URL.createObjectURL(source);
    this.seek(from);
    await new Promise((done) => source.addEventListener('sourceopen', done, { once: true }));
    if (this.source !== source) return;
    URL.revokeObjectURL(this.video.src);
    source.duration = plan.frames / rate(plan);
    const types = [plan.video.type, plan.sound?.type];
    types.forEach((type, at) => {
      if (!type) return;
      const lane = { at, parts: parts[at], buffer: source.addSourceBuffer(type), has: [] };
      this.lanes.push(lane);
      this.run(lane, source);
    });
    if (this.eager) this.video.play().catch(() => {});
  }

  /** Goes to a time; `eager` fills the buffer for playing, else only enough to start at once. */
  seek(seconds, eager = this.eager) {
    this.from = seconds;
    this.eager = eager;
    this.starved = false;
    this.video.currentTime = seconds;
    for (const { part, flight } of this.lanes) {
      if (part && (part.end <= seconds || part.start > seconds + AHEAD.idle)) flight.abort();
    }
    this.wake();
  }

  /** Whether the picture at a time is the one that the newest plan has there. */
  fresh(seconds) {
    const lane = this.lanes.find((one) => one.at === 0);
    const part = lane?.parts.find((one) => one.start <= seconds && seconds < one.end);
    return Boolean(part && lane.has.some((one) => one.key === part.key));
  }

  /** Playing has stopped: only what a new start needs is fetched. */
  rest() {
    this.eager = false;
    this.starved = false;
  }

  /**
   * Stops for a while where the picture is not there yet, and goes on once some of it is: browsers
   * would let the sound run on above a picture that stands still.
   * @returns {boolean} whether it waits
   */
  pace() {
    if (!this.eager || this.video.seeking) return false;
    const next = this.position + (this.starved ? RESERVE : 0.1);
    const short = this.lanes.some(({ buffer, parts }) => {
      const last = (parts.at(-1)?.end ?? 0) - 0.15;
      return last > this.position && !covered(buffer, Math.min(next, last));
    });
    if (short && !this.starved) this.video.pause();
    if (!short && this.starved) this.video.play().catch(() => {});
    this.starved = short;
    return short;
  }

  wake() {
    for (const lane of this.lanes) lane.wake?.();
  }

  // The first part from the position on that is not in the buffer yet.
  wanted(lane, span) {
    const from = this.position;
    return lane.parts.find(
      (part) =>
        part.end > from &&
        part.start < from + span &&
        // Browsers may take away what they think old.
        !(lane.has.some((one) => one.key === part.key) && covered(lane.buffer, middleOf(part))),
    );
  }

  async run(lane, source) {
    while (this.source === source) {
      const span = this.eager ? AHEAD.playing * Math.max(1, this.video.playbackRate) : AHEAD.idle;
      const part = this.wanted(lane, span);
      if (!part) {
        this.finish(source);
        await new Promise((done) => (lane.wake = done));
        continue;
      }
      try {
        await this.fill(lane, source, part);
      } catch (error) {
        if (error.name === 'AbortError') continue;
        if (this.source !== source) return;
        if (error.name === 'QuotaExceededError') await this.trim(lane, 1);
        else if (error instanceof Trouble && error.status === 404) this.gone();
        else if (!(error instanceof Trouble)) throw error;
        await new Promise((done) => setTimeout(done, 500));
      } finally {
        lane.part = null;
      }
    }
  }

  async fill(lane, source, part) {
    lane.part = part;
    lane.flight = new AbortController();
    const { signal } = lane.flight;
    if (this.eager) holdThumbs(400);
    const [init, media] = await Promise.all([bytes(part.init, signal), bytes(part.media, signal)]);
    if (this.source !== source || !lane.parts.some((one) => one.key === part.key)) return;
    await this.trim(lane, BEHIND);
    if (!same(lane.init, init)) {
      await settle(lane.buffer, (buffer) => buffer.appendBuffer(init));
      lane.init = init;
    }
    await settle(lane.buffer, (buffer) => buffer.appendBuffer(media));
    // What lay there before is overwritten.
    lane.has = lane.has.filter((one) => one.end <= part.start || part.end <= one.start);
    lane.has.push(part);
    if (this.starved) this.paced(this.pace());
  }

  async trim(lane, behind) {
    const end = this.position - behind;
    const { buffered } = lane.buffer;
    if (end <= 0 || !buffered.length || buffered.start(0) > end - 4) return;
    await settle(lane.buffer, (buffer) => buffer.remove(0, end));
    lane.has = lane.has.filter((part) => part.start >= end);
  }

  // Without a word that all is there, the video waits for more at its end.
  finish(source) {
    const done = this.lanes.every((lane) => !this.wanted(lane, Infinity) && !lane.buffer.updating);
    if (done && this.lanes.length && source.readyState === 'open') source.endOfStream();
  }
}
