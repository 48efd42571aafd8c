/** The timeline's rows: tracks, segments, thumbnails, waveforms, transitions and problems. */

import { clamp, frameAt, rate, shortTime, stampAt } from './clock.js';
import { $, colour, h, icon, sharp } from './dom.js';
import { dropThumbs, thumb } from './frames.js';
import { elementOf } from './problems.js';
import { on, set, state } from './store.js';
import { drawPeaks } from './waveform.js';
import { t } from './words.js';

const grid = $('tracks');
let cells = []; // [{node, segment, track}] of all rows, in order
let mix; // canvas with the whole sound, where several tracks sound

const rows = () => [...grid.querySelectorAll('.track:has(.segment)')];
const filmed = (track) => track.segments.some((one) => ['picture', 'film'].includes(one.kind));

export function startTracks() {
  grid.addEventListener('keydown', move);
  grid.addEventListener('click', (event) => choose(event.target.closest('.segment')));
  grid.addEventListener('focusin', (event) => {
    const segment = event.target.closest('.segment');
    if (segment) rove(segment);
  });
  on('selection', mark);
}

/** Makes the rows of the plan anew; selection and focus stay where they were. */
export function layTracks() {
  const { plan } = state;
  const focused = grid.contains(document.activeElement) && document.activeElement.dataset.pointer;
  const marks = markers(plan);
  cells = [];
  const sounding = plan.tracks.filter((one) => one.kind === 'sound');
  grid.replaceChildren(...plan.tracks.map((track) => row(track, marks, sounding.length === 1)));
  mix = null;
  if (plan.sound && sounding.length !== 1) {
    mix = h('canvas', { class: 'mix' });
    grid.append(h('div', { class: 'track sound mixed', role: 'row' },
      h('div', { class: 'track-name', role: 'rowheader' }, h('span', { text: t('mix') })),
      h('div', { class: 'lane', role: 'presentation' },
        h('div', { class: 'mix-cell', role: 'gridcell', 'aria-label': t('mix') }, mix))));
  }
  mark();
  const again = cells.find((cell) => cell.node.dataset.pointer === focused);
  rove((again ?? cells[0])?.node);
  again?.node.focus({ preventScroll: true });
}

// Problems and findings by the pointer of the element that shows them.
function markers(plan) {
  const marks = new Map();
  for (const [kind, list] of [['finding', plan.findings], ['problem', plan.problems]]) {
    for (const one of list) {
      const pointer = elementOf(plan, one.pointer);
      if (pointer) marks.set(pointer, { kind, text: one.message });
    }
  }
  return marks;
}

function row(track, marks, alone) {
  const { kind, role } = track;
  const name = track.name || (role && t(`role.${role}`, {}, role)) || t(`kind.${kind}`);
  const trouble = marks.get(track.pointer);
  const tall = kind === 'picture' && filmed(track);
  const lane = h('div', { class: 'lane', role: 'presentation' });
  lane.append(...track.segments.map((one) => segment(one, track, marks, alone)));
  const looks = ['track', kind, tall && 'tall', trouble?.kind].filter(Boolean).join(' ');
  return h('div', { class: looks, role: 'row' },
    h('div', { class: 'track-name', role: 'rowheader', title: trouble?.text ?? name },
      trouble ? icon('warn') : null, h('span', { text: name })),
    lane);
}

function segment(one, track, marks, alone) {
  const trouble = marks.get(one.pointer);
  const label = (one.text ?? one.label ?? '').replace(/\s+/g, ' ');
  const time = `${shortTime(one.start, true)} – ${shortTime(one.end, true)}`;
  const words = [label, time, one.transition && t('transitionN', one.transition), trouble?.text];
  const node = h('div', {
    class: `segment ${one.kind} ${trouble?.kind ?? ''}`, role: 'gridcell', tabindex: '-1',
    title: words.filter(Boolean).join('\n'), 'aria-label': words.filter(Boolean).join(', '),
    data: { pointer: one.pointer },
  });
  if (['picture', 'film'].includes(one.kind)) node.append(h('div', { class: 'tiles' }));
  if (one.kind === 'sound' && alone) node.append(h('canvas', { class: 'wave' }));
  node.append(h('span', { class: 'label' }, trouble ? icon('warn') : null, label));
  if (one.transition) node.append(h('span', { class: 'transition' }));
  cells.push({ node, segment: one, track });
  return node;
}

function mark() {
  for (const { node } of cells) {
    node.setAttribute('aria-selected', node.dataset.pointer === state.selection);
  }
}

function rove(node) {
  for (const cell of cells) cell.node.tabIndex = cell.node === node ? 0 : -1;
}

function choose(node) {
  if (node) set({ selection: node.dataset.pointer });
}

const KEYS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function move(event) {
  const here = event.target.closest('.segment');
  if (!here) return;
  if (event.key === 'Escape') {
    set({ selection: null });
    $('playhead').focus();
  } else if (KEYS[event.key]) {
    const next = neighbour(here, ...KEYS[event.key]);
    next?.focus();
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    choose(next);
  } else if (event.key === 'Enter') choose(here);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

// Beside it in its row, or in the next row the one nearest in time.
function neighbour(here, down, right) {
  const lanes = rows();
  const at = lanes.indexOf(here.closest('.track'));
  const inRow = (lane) => [...(lane?.querySelectorAll('.segment') ?? [])];
  if (right) {
    const all = inRow(lanes[at]);
    return all[all.indexOf(here) + right];
  }
  const start = (node) => cells.find((cell) => cell.node === node).segment.start;
  const distance = (node) => Math.abs(start(node) - start(here));
  return inRow(lanes[at + down]).sort((a, b) => distance(a) - distance(b))[0];
}

/** Places the segments and fills those between `left` and `right` (pixels) with pictures. */
export function paintTracks(pixels, left, right) {
  const { plan } = state;
  const perMillisecond = (pixels * rate(plan)) / 1000;
  dropThumbs();
  for (const { node, segment: one } of cells) {
    const x = one.start * perMillisecond;
    const width = Math.max(4, (one.end - one.start) * perMillisecond - 1);
    node.style.left = `${x}px`;
    node.style.width = `${width}px`;
    const change = node.querySelector('.transition');
    if (change) change.style.width = `${Math.max(6, one.transition.duration * perMillisecond)}px`;
    if (x > right || x + width < left) continue;
    const box = { x, width, from: Math.max(0, left - x), to: Math.min(width, right - x) };
    const [tiles, wave] = [node.querySelector('.tiles'), node.querySelector('.wave')];
    if (tiles) paintTiles(tiles, one, box, pixels);
    if (wave) paintWave(wave, box, perMillisecond);
  }
  const width = plan.duration * perMillisecond;
  if (mix) paintWave(mix, { x: 0, width, from: left, to: Math.min(width, right) }, perMillisecond);
}

function paintWave(canvas, { x, from, to }, perMillisecond) {
  if (to <= from || !state.peaks) return;
  canvas.style.left = `${from}px`;
  canvas.style.width = `${to - from}px`;
  const { context, width, height } = sharp(canvas, to - from, canvas.parentElement.clientHeight);
  context.fillStyle = colour('--track-wave');
  const start = (x + from) / perMillisecond;
  const end = start + width / perMillisecond;
  drawPeaks(context, state.peaks, { from: start, to: end, width, height });
}

function paintTiles(tiles, one, box, pixels) {
  const { plan } = state;
  const tile = Math.max(24, (tiles.clientHeight * plan.preview.width) / plan.preview.height);
  const [first, end] = [Math.floor(box.from / tile), Math.ceil(box.to / tile)];
  // Frames on a coarse grid: a little zoom then shows pictures that are here already.
  const grain = 2 ** Math.max(0, Math.floor(Math.log2(tile / pixels)));
  const [low, high] = [frameAt(plan, one.start), frameAt(plan, one.end) - 1];
  const images = [...tiles.children];
  for (let at = first; at < end; at += 1) {
    const image = images[at - first] ?? h('img', { alt: '', draggable: 'false' });
    if (!image.parentNode) tiles.append(image);
    image.style.left = `${at * tile}px`;
    image.style.width = `${Math.ceil(tile)}px`;
    const middle = (box.x + (at + 0.5) * tile) / pixels;
    const frame = clamp(plan, Math.min(high, Math.max(low, Math.round(middle / grain) * grain)));
    const stamp = stampAt(plan, frame);
    if (stamp) thumb(image, stamp, frame);
  }
  images.slice(Math.max(0, end - first)).forEach((image) => image.remove());
}
