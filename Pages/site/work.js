/** Long work, as making an explainer: its phase, how far it is, how long it may still take. */

import { $, h } from './dom.js';
import { set, state } from './store.js';
import { t } from './words.js';

let began = null; // {id, time, share} of the first word of it

/** Takes a `work` event. */
export function worked(event) {
  if (event.state !== 'working') {
    began = null;
    set({ work: null });
    draw();
    return;
  }
  const { id, share } = event;
  if (began?.id !== id) began = { id, time: performance.now(), share: share ?? 0 };
  set({ work: event });
  draw();
}

// From the pace so far, once there is some; the start is too rough to tell.
function left(share) {
  const spent = (performance.now() - began.time) / 1000;
  const gone = share - began.share;
  return spent < 2 || gone < 0.05 ? null : (spent * (1 - share)) / gone;
}

function draw() {
  const { work } = state;
  const box = $('work');
  box.hidden = !work;
  if (!work) {
    box.replaceChildren();
    return;
  }
  if (!box.firstChild) {
    box.append(h('p', { class: 'phase', role: 'status' }), h('p', { class: 'quiet' }),
      h('progress', { max: 1, 'aria-label': t('progress') }));
  }
  const [phase, rest, bar] = box.children;
  const words = t(`phase.${work.phase}`, {}, work.phase);
  // Only a new phase is worth the voice of a screen reader.
  if (phase.textContent !== words) phase.textContent = words;
  const seconds = work.share == null ? null : left(work.share);
  rest.textContent = [work.message, seconds !== null && eta(seconds)].filter(Boolean).join(' · ');
  if (work.share == null) bar.removeAttribute('value');
  else bar.value = work.share;
}

/** “about 12 s left”. */
export function eta(seconds) {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 90 ? t('left', { n: whole }) : t('leftMinutes', { n: Math.round(whole / 60) });
}
