/** The timeline: ruler, beats, playhead, zoom and scrolling. The rows are made in `tracks.js`. */

import { rate, shortTime } from './clock.js';
import { $, colour, h, sharp } from './dom.js';
import { seek } from './player.js';
import { describe, dragToSeek } from './scrubber.js';
import { on, set, state } from './store.js';
import { layTracks, paintTracks, startTracks } from './tracks.js';
import { t } from './words.js';

const scroller = $('scroller');
const MOST = 48; // pixels a frame
let margin = 0; // width of the tracks' names

const room = () => Math.max(80, scroller.clientWidth - margin - 16);
const fitting = () => room() / Math.max(1, state.plan.frames);

/** Pixels a frame, as shown. */
const scale = () => state.zoom || fitting();

export function startTimeline() {
  startTracks();
  const frameOf = (event) => {
    const { left } = $('strip').getBoundingClientRect();
    return Math.floor((event.clientX - left - margin) / scale());
  };
  dragToSeek($('ruler'), frameOf);
  dragToSeek($('playhead'), frameOf);
  // A click among the segments seeks too; a drag there scrolls on touch screens.
  $('tracks').addEventListener('click', (event) => {
    if (event.target.closest('.lane')) seek(frameOf(event), event.timeStamp);
  });
  $('zoom-in').addEventListener('click', () => zoom(1.5));
  $('zoom-out').addEventListener('click', () => zoom(1 / 1.5));
  $('zoom-fit').addEventListener('click', () => set({ zoom: 0 }));
  scroller.addEventListener('wheel', wheel, { passive: false });
  scroller.addEventListener('scroll', () => requestAnimationFrame(paint), { passive: true });
  on(['plan', 'language'], lay);
  on('zoom', size);
  on(['frame', 'playing'], place);
  on(['peaks', 'light'], paint);
  on('loop', placeLoop);
  new ResizeObserver(size).observe(scroller);
}

function wheel(event) {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const x = event.clientX - scroller.getBoundingClientRect().left - margin;
  zoom(Math.exp(-event.deltaY / 240), x);
}

/** Zooms by a factor about `x` (pixels from the tracks' left edge), or about the playhead. */
export function zoom(factor, x) {
  if (!state.plan?.frames) return;
  const old = scale();
  const least = fitting();
  const next = Math.min(Math.max(MOST, least), Math.max(least, old * factor));
  const head = state.frame * old - scroller.scrollLeft;
  const anchor = x ?? (head >= 0 && head <= room() ? head : room() / 2);
  const left = ((scroller.scrollLeft + anchor) / old) * next - anchor;
  set({ zoom: next <= least * 1.001 ? 0 : next });
  scroller.scrollLeft = left;
}

function lay() {
  const { plan } = state;
  if (!plan) return;
  layTracks();
  $('beats').replaceChildren(...plan.beats.map(({ at, label }) => h('button', {
    class: 'beat', text: label, title: `${label} · ${shortTime(at, true)}`, data: { at },
    onclick: (event) => seek(Math.round((at / 1000) * rate(plan)), event.timeStamp),
  })));
  $('timeline-note').textContent = t('timelineNote', {
    time: shortTime(plan.duration, true), tracks: plan.tracks.length,
  });
  size();
}

function size() {
  if (!state.plan) return;
  margin = $('tracks').querySelector('.track-name')?.offsetWidth ?? 0;
  const pixels = scale();
  $('strip').style.setProperty('--margin', `${margin}px`);
  $('strip').style.width = `${margin + pixels * state.plan.frames + 16}px`;
  const perMillisecond = (pixels * rate(state.plan)) / 1000;
  const marks = [...$('beats').children];
  marks.forEach((mark, at) => {
    const next = marks[at + 1]?.dataset.at ?? state.plan.duration;
    mark.style.left = `${margin + mark.dataset.at * perMillisecond}px`;
    mark.style.maxWidth = `${Math.max(24, (next - mark.dataset.at) * perMillisecond - 4)}px`;
  });
  place();
  placeLoop();
  paint();
}

function place() {
  const { plan, frame, playing } = state;
  if (!plan) return;
  const x = margin + frame * scale();
  $('needle').style.transform = `translateX(${x}px)`;
  $('playhead').style.transform = `translateX(${x}px)`;
  $('needle').hidden = $('playhead').hidden = !plan.frames;
  describe($('playhead'));
  const [left, right] = [scroller.scrollLeft + margin, scroller.scrollLeft + scroller.clientWidth];
  const dragging = 'dragging' in $('ruler').dataset || 'dragging' in $('playhead').dataset;
  if (playing && (x > right - 24 || x < left)) scroller.scrollLeft = x - margin - 48;
  else if (dragging && x > right - 8) scroller.scrollLeft += 24;
  else if (dragging && x < left + 8) scroller.scrollLeft -= 24;
}

function placeLoop() {
  const { loop } = state;
  $('loop-range').hidden = !loop;
  if (!loop) return;
  $('loop-range').style.left = `${margin + loop.from * scale()}px`;
  $('loop-range').style.width = `${(loop.to - loop.from) * scale()}px`;
}

function paint() {
  const { plan } = state;
  if (!plan?.frames) return;
  const from = scroller.scrollLeft;
  const width = scroller.clientWidth - margin;
  paintRuler(from, width);
  paintTracks(scale(), from, from + width);
}

// The ruler is drawn for what is in view only: a long film would need thousands of ticks.
function paintRuler(from, width) {
  const { context, height } = sharp($('ruler'), width, 28);
  const perSecond = scale() * rate(state.plan);
  const steps = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600];
  const major = steps.find((step) => step * perSecond >= 64) ?? 600;
  const minor = major / (major === 0.1 ? 3 : 5);
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'middle';
  const last = Math.min((from + width) / perSecond, state.plan.duration / 1000);
  for (let at = Math.floor(from / perSecond / minor); at * minor <= last; at += 1) {
    const x = Math.round(at * minor * perSecond - from) + 0.5;
    const labelled = Math.abs(at * minor - Math.round((at * minor) / major) * major) < minor / 2;
    context.fillStyle = colour('--tick');
    context.fillRect(x, height - (labelled ? 10 : 5), 1, labelled ? 10 : 5);
    context.fillStyle = colour('--quiet');
    if (!labelled || x > width - 32) continue;
    context.fillText(shortTime(at * minor * 1000, major < 1), x + 4, height / 2 - 2);
  }
}
