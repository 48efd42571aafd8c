/** The parts that a stream is made of, and the buffers that they go into. */

import { rate } from './clock.js';

/** Appends bytes or removes a range, and waits until that is done. */
export function settle(buffer, change) {
  const over = new AbortController();
  const { signal } = over;
  return new Promise((done, fail) => {
    buffer.addEventListener('updateend', done, { signal });
    buffer.addEventListener('error', () => fail(new Error('The stream is broken.')), { signal });
    change(buffer);
  }).finally(() => over.abort());
}

/** Whether two headers are byte for byte the same; the first may be missing. */
export const same = (a, b) => a?.length === b.length && a.every((byte, at) => byte === b[at]);

/** Whether a buffer has something for a time, in seconds. */
export function covered(buffer, time) {
  for (let at = 0; at < buffer.buffered.length; at += 1) {
    if (buffer.buffered.start(at) <= time && time < buffer.buffered.end(at)) return true;
  }
  return false;
}

/** The parts of a plan's picture and sound: `{key, start, end, init, media}`, times in seconds. */
export function partsOf(plan) {
  const perSecond = rate(plan);
  const picture = plan.video.segments.map(({ from, to, stamp }) => ({
    key: stamp,
    start: from / perSecond,
    end: to / perSecond,
    init: `/api/video/${stamp}/init.mp4`,
    media: `/api/video/${stamp}/media.m4s`,
  }));
  const { stamp, segments = 0, milliseconds } = plan.sound ?? {};
  const end = plan.frames / perSecond;
  const sound = Array.from({ length: segments }, (_, at) => ({
    key: `${stamp}/${at}`,
    start: (at * milliseconds) / 1000,
    end: Math.min(end, ((at + 1) * milliseconds) / 1000),
    init: `/api/sound/${stamp}/init.mp4`,
    media: `/api/sound/${stamp}/${at}.m4s`,
  })).filter((part) => part.start < part.end);
  return [picture, sound];
}
