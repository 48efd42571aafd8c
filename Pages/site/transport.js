/** The buttons under the picture: play and step, time, loop, size, snapshot, full screen. */

import * as api from './api.js';
import { timecode } from './clock.js';
import { $, h, save, setIcon, toast } from './dom.js';
import { mark, seek, step, toggle } from './player.js';
import { on, set, state } from './store.js';
import { label, t } from './words.js';

const ASPECTS = ['draft', '16:9', '9:16', '1:1'];

export function startTransport() {
  const does = {
    play: toggle,
    back: () => step(-1),
    forward: () => step(1),
    first: () => seek(0),
    last: () => state.plan && seek(state.plan.frames - 1),
    'mark-in': () => mark('in'),
    'mark-out': () => mark('out'),
    loop: () => mark(null),
    snapshot,
    full: fullScreen,
  };
  for (const [id, action] of Object.entries(does)) $(id).addEventListener('click', () => action());
  $('stage').addEventListener('click', (event) => event.target.closest('.screen') && toggle());
  on(['frame', 'plan'], time);
  on(['playing', 'rate', 'language'], playing);
  on(['loop', 'plan', 'language'], loop);
  on('language', sizes);
  on('aspect', () => {
    $('sizes').querySelector(`[value="${state.aspect}"]`).checked = true;
  });
  on(['plan', 'language'], empty);
  sizes();
}

function time() {
  const { plan, frame } = state;
  if (!plan) return;
  $('timecode').textContent = timecode(plan, frame);
  $('frame-number').textContent = `${frame} / ${plan.frames}`;
}

function playing() {
  setIcon($('play'), state.playing ? 'pause' : 'play');
  label($('play'), state.playing ? 'pause' : 'play');
  $('timecode').dataset.rate = state.playing && state.rate !== 1 ? `${state.rate}×` : '';
}

function loop() {
  const { loop: range, plan } = state;
  $('loop').hidden = !range || !plan;
  if (!range || !plan) return;
  const words = `${timecode(plan, range.from)} – ${timecode(plan, range.to - 1)}`;
  $('loop').textContent = `${words} ×`;
  $('loop').title = t('clearLoop');
  $('loop').setAttribute('aria-label', `${t('clearLoop')}: ${words}`);
}

function sizes() {
  $('sizes').replaceChildren(...ASPECTS.map((aspect) => h('label', {},
    h('input', {
      type: 'radio', name: 'aspect', value: aspect, checked: aspect === state.aspect,
      onchange: () => set({ aspect }),
    }), h('span', { text: aspect === 'draft' ? t('draft') : aspect }))));
}

function empty() {
  const { plan } = state;
  $('empty').hidden = Boolean(plan?.frames);
  $('empty').textContent = !plan ? '' : t(plan.problems.length ? 'brokenDraft' : 'emptyDraft');
  const moves = ['play', 'back', 'forward', 'first', 'last', 'mark-in', 'mark-out', 'snapshot'];
  for (const id of moves) $(id).disabled = !plan?.frames;
}

/** Saves the frame at the playhead as a PNG at full size. */
export async function snapshot() {
  try {
    const { blob, name } = await api.snapshot(state.aspect, state.frame);
    save(blob, name);
    toast(t('saved', { name }));
  } catch (error) {
    toast(error.message, 'error');
  }
}

/** Fills the screen with the player, or leaves it. */
export function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else $('player').requestFullscreen?.().catch(() => toast(t('noFull'), 'error'));
}
