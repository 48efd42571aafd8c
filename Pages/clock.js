/** Frames, seconds and what shows when. */

/** Frames a second of a plan. */
export const rate = (plan) => plan.fps.numerator / plan.fps.denominator;

/** Seconds in the middle of a frame: a seek there cannot land on a neighbour. */
export const middle = (plan, frame) => (frame + 0.5) / rate(plan);

/** The frame that shows at a time in milliseconds. */
export const frameAt = (plan, milliseconds) =>
  Math.floor((milliseconds * rate(plan)) / 1000 + 1e-6);

/** A frame's start in milliseconds. */
const startOf = (plan, frame) => (frame * 1000) / rate(plan);

/** The nearest frame that there is. */
export const clamp = (plan, frame) =>
  Math.min(Math.max(0, Math.round(frame)), Math.max(0, plan.frames - 1));

/** The part with `from <= frame < to` of parts in order, by halving; undefined if none. */
function partAt(parts, frame) {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if (parts[mid].to <= frame) low = mid + 1;
    else high = mid;
  }
  return parts[low]?.from <= frame ? parts[low] : undefined;
}

/** The stamp of what shows at a frame, or null. */
export const stampAt = (plan, frame) => partAt(plan?.runs ?? [], frame)?.stamp ?? null;

/** The beat that a frame lies in, or undefined. */
export const beatAt = (plan, frame) =>
  plan.beats.findLast((beat) => beat.at <= startOf(plan, frame) + 0.5);

const two = (number) => String(Math.floor(number)).padStart(2, '0');

/** `mm:ss:ff`. Frames are counted within the second, so fractional rates do not drift. */
export function timecode(plan, frame) {
  const perSecond = rate(plan);
  const seconds = Math.floor(frame / perSecond + 1e-6);
  const rest = frame - Math.ceil(seconds * perSecond - 1e-6);
  return `${two(seconds / 60)}:${two(seconds % 60)}:${two(rest)}`;
}

/** `m:ss`, or `m:ss.t` where tenths matter. */
export function shortTime(milliseconds, tenths = false) {
  const seconds = milliseconds / 1000;
  const whole = tenths ? Math.floor(seconds + 1e-6) : Math.round(seconds);
  const tail = tenths ? `.${Math.floor((seconds - whole) * 10 + 1e-6)}` : '';
  return `${Math.floor(whole / 60)}:${two(whole % 60)}${tail}`;
}
