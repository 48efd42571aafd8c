/** How loud it is: the volume, and a meter of both channels with peak, hold and RMS. */

import { $, setIcon, sharp, colour } from './dom.js';
import { on, set, state } from './store.js';

const LOW = -54; // dB at the meter's foot
const FALL = 26; // dB a second
const HOLD = 1200; // ms that a peak stays marked
const SIZE = 2048;

let sound; // {context, gain, channels} once something has played
let levels = [];

const toDecibels = (value) => (value > 0 ? 20 * Math.log10(value) : -Infinity);
const quiet = () => ({ peak: -Infinity, rms: -Infinity, top: -Infinity, since: 0 });

export function startMeters() {
  levels = [quiet(), quiet()];
  $('mute').addEventListener('click', () => set({ muted: !state.muted }));
  $('volume').addEventListener('input', (event) => {
    set({ volume: Number(event.target.value), muted: false });
  });
  on(['volume', 'muted'], volume);
  on('playing', () => state.playing && requestAnimationFrame(tick));
  on('light', draw);
  new ResizeObserver(draw).observe($('meter'));
  volume();
}

function volume() {
  $('volume').value = state.muted ? 0 : state.volume;
  $('mute').setAttribute('aria-pressed', state.muted);
  setIcon($('mute'), state.muted ? 'mute' : 'sound');
  if (sound) sound.gain.gain.value = state.muted ? 0 : state.volume ** 2;
}

/** Browsers allow sound only after a gesture, so the graph is built when playing first starts. */
export function resumeSound() {
  if (!sound) {
    const context = new AudioContext();
    const source = context.createMediaElementSource($('video'));
    const splitter = context.createChannelSplitter(2);
    const gain = context.createGain();
    source.connect(splitter);
    source.connect(gain).connect(context.destination);
    const channels = [0, 1].map((at) => {
      const analyser = context.createAnalyser();
      analyser.fftSize = SIZE;
      splitter.connect(analyser, at);
      return { analyser, samples: new Float32Array(SIZE) };
    });
    sound = { context, gain, channels };
    volume();
  }
  sound.context.resume();
}

function measure({ analyser, samples }, level, now, elapsed) {
  analyser.getFloatTimeDomainData(samples);
  let [peak, sum] = [0, 0];
  for (const sample of samples) {
    peak = Math.max(peak, Math.abs(sample));
    sum += sample * sample;
  }
  const fall = (FALL * elapsed) / 1000;
  level.peak = Math.max(toDecibels(peak), level.peak - fall);
  level.rms = Math.max(toDecibels(Math.sqrt(sum / SIZE)), level.rms - fall);
  if (level.peak >= level.top) Object.assign(level, { top: level.peak, since: now });
  else if (now - level.since > HOLD) level.top -= fall;
}

let last = 0;

function tick(now) {
  const elapsed = Math.min(100, now - last);
  last = now;
  levels.forEach((level, at) => measure(sound.channels[at], level, now, elapsed));
  draw();
  const still = levels.every((level) => level.top < LOW);
  if (state.playing || !still) requestAnimationFrame(tick);
}

/** Peak of each channel in dB, for tests. */
export const peakLevels = () => levels.map((level) => level.peak);

function draw() {
  const { context, width, height } = sharp($('meter'));
  if (!height) return;
  const place = (level) => height * (1 - Math.min(1, Math.max(0, (level - LOW) / -LOW)));
  const fill = context.createLinearGradient(0, 0, 0, height);
  fill.addColorStop(0, colour('--loud'));
  fill.addColorStop(place(-3) / height, colour('--loud'));
  fill.addColorStop(place(-9) / height, colour('--warm'));
  fill.addColorStop(place(-20) / height, colour('--level'));
  const bar = Math.floor((width - 2) / 2);
  levels.forEach((level, at) => {
    const x = at * (bar + 2);
    context.fillStyle = colour('--meter-well');
    context.fillRect(x, 0, bar, height);
    context.fillStyle = fill;
    context.globalAlpha = 0.5;
    context.fillRect(x, place(level.peak), bar, height);
    context.globalAlpha = 1;
    context.fillRect(x, place(level.rms), bar, height);
    if (level.top > LOW) context.fillRect(x, Math.max(0, place(level.top) - 1), bar, 2);
  });
  context.fillStyle = colour('--meter-tick');
  for (const mark of [-6, -12, -24, -36]) context.fillRect(0, place(mark), width, 1);
}
