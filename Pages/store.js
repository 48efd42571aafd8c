/** What the page knows. One plain object; modules listen to the keys that they show. */

const listeners = new Map();
const KEPT = ['theme', 'language', 'volume', 'muted', 'safe', 'findings'];

/** Read freely, change by `set` only. Frames count from 0; `zoom` is CSS pixels a frame. */
export const state = {
  project: null,
  plan: null,
  aspect: 'draft',
  frame: 0,
  playing: false,
  rate: 1,
  loop: null, // {from, to} half-open, or null
  selection: null, // pointer of a segment
  zoom: 0, // 0: all of it fits
  peaks: null, // {perSecond, values} of the whole sound
  renders: [],
  work: null,
  connected: true,
  light: null, // a new object whenever the colours change
  theme: 'auto',
  language: null,
  volume: 1,
  muted: false,
  safe: false,
  findings: true,
  ...kept(),
};

/** Changes keys and then calls, once each, those who listen to any that really changed. */
export function set(patch) {
  const changed = Object.keys(patch).filter((key) => !Object.is(state[key], patch[key]));
  if (!changed.length) return;
  Object.assign(state, patch);
  if (changed.some((key) => KEPT.includes(key))) keep();
  const calls = new Set(changed.flatMap((key) => listeners.get(key) ?? []));
  for (const call of calls) call(state);
}

/** Calls `listener(state)` whenever one of the keys changes. */
export function on(keys, listener) {
  for (const key of [keys].flat()) {
    if (!listeners.has(key)) listeners.set(key, []);
    listeners.get(key).push(listener);
  }
}

// Storage may be forbidden: the page then starts with its defaults each time.
function kept() {
  try {
    return JSON.parse(localStorage.getItem('explainer.preview') ?? '{}');
  } catch {
    return {};
  }
}

function keep() {
  try {
    const values = Object.fromEntries(KEPT.map((key) => [key, state[key]]));
    localStorage.setItem('explainer.preview', JSON.stringify(values));
  } catch {
    // Nothing is lost that cannot be chosen again.
  }
}
