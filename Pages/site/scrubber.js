/** The bar under the stage: the whole film with its sound, dragged to look anywhere. */

import { beatAt, clamp, timecode } from './clock.js';
import { $, colour, sharp } from './dom.js';
import { hold, release, seek } from './player.js';
import { on, state } from './store.js';
import { drawPeaks } from './waveform.js';

const bar = $('scrub');

/** Makes a drag on an element move the playhead. @param {function(PointerEvent): number} frameOf */
export function dragToSeek(element, frameOf) {
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !state.plan?.frames) return;
    element.setPointerCapture(event.pointerId);
    element.dataset.dragging = '';
    hold();
    seek(frameOf(event), event.timeStamp);
  });
  element.addEventListener('pointermove', (event) => {
    if (!('dragging' in element.dataset)) return;
    const frame = clamp(state.plan, frameOf(event));
    if (frame !== state.frame) seek(frame, event.timeStamp);
  });
  const end = () => {
    if (!('dragging' in element.dataset)) return;
    delete element.dataset.dragging;
    release();
  };
  element.addEventListener('pointerup', end);
  element.addEventListener('pointercancel', end);
}

let spoken = 0;

/** Tells a slider's value in words; while it plays, only once a second. */
export function describe(slider) {
  const { plan, frame, playing } = state;
  if (!plan) return;
  const now = performance.now();
  if (playing && now - spoken < 1000) return;
  spoken = now;
  const beat = beatAt(plan, frame);
  slider.setAttribute('aria-valuemax', Math.max(0, plan.frames - 1));
  slider.setAttribute('aria-valuenow', frame);
  const parts = [timecode(plan, frame), String(frame), beat?.label].filter(Boolean);
  slider.setAttribute('aria-valuetext', parts.join(', '));
}

export function startScrubber() {
  dragToSeek(bar, (event) => {
    const { left, width } = bar.getBoundingClientRect();
    return Math.floor(((event.clientX - left) / width) * state.plan.frames);
  });
  on(['plan', 'peaks', 'loop', 'light', 'frame'], draw);
  on(['plan', 'frame', 'playing'], () => describe(bar));
  new ResizeObserver(draw).observe(bar);
}

function draw() {
  const { plan, peaks, loop, frame } = state;
  const { context, width, height } = sharp($('scrub-canvas'), bar.clientWidth, bar.clientHeight);
  if (!plan?.frames) return;
  const at = (frame) => (frame / plan.frames) * width;
  if (loop) {
    context.fillStyle = colour('--loop');
    context.fillRect(at(loop.from), 0, at(loop.to) - at(loop.from), height);
  }
  const wave = () => {
    if (peaks) drawPeaks(context, peaks, { from: 0, to: plan.duration, width, height });
    else context.fillRect(0, height / 2 - 1, width, 2);
  };
  context.fillStyle = colour('--wave');
  wave();
  // What has been played is the same drawing in the accent, up to the playhead.
  const head = (frame / Math.max(1, plan.frames - 1)) * width;
  $('scrub-head').style.transform = `translateX(${head}px)`;
  context.save();
  context.beginPath();
  context.rect(0, 0, head, height);
  context.clip();
  context.fillStyle = colour('--accent');
  wave();
  context.restore();
  context.fillStyle = colour('--beat');
  for (const beat of plan.beats.filter((one) => one.at > 0)) {
    context.fillRect(Math.round((beat.at / plan.duration) * width), 0, 1, height);
  }
}
