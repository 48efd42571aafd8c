/** What is laid over the picture: the safe area, the caption line and findings of the layout. */

import { $, h } from './dom.js';
import { on, set, state } from './store.js';
import { t } from './words.js';

export function startOverlays() {
  $('safe').addEventListener('click', () => set({ safe: !state.safe }));
  $('findings').addEventListener('click', () => set({ findings: !state.findings }));
  on(['plan', 'safe', 'findings', 'language'], build);
  on(['frame', 'plan'], inTime);
  on('plan', () => {
    const { width, height } = state.plan.preview;
    $('screen').style.setProperty('--ratio', width / height);
  });
}

function build() {
  const { plan, safe, findings } = state;
  $('safe').setAttribute('aria-pressed', safe);
  $('findings').setAttribute('aria-pressed', findings);
  if (!plan) return;
  const upright = plan.preview.height > plan.preview.width;
  const marks = safe && plan.frames ? [
    h('div', { class: 'safe-area' }, h('span', { text: t('safeArea') })),
    h('div', { class: `caption-line${upright ? ' upright' : ''}` }, h('span', { text: t('captionLine') })),
  ] : [];
  const boxes = findings ? plan.findings.map((one) => {
    const node = h('div', { class: one.box ? 'spot' : 'spot whole', data: { from: one.from, to: one.to } },
      h('span', { text: one.message }));
    if (one.box) {
      for (const [side, key] of [['left', 'x'], ['top', 'y'], ['width', 'width'], ['height', 'height']]) {
        node.style[side] = `${one.box[key] * 100}%`;
      }
    }
    return node;
  }) : [];
  $('overlays').replaceChildren(...marks, ...boxes);
  inTime();
}

function inTime() {
  for (const node of $('overlays').querySelectorAll('.spot')) {
    const { from, to } = node.dataset;
    node.hidden = state.frame < Number(from) || state.frame >= Number(to);
  }
}
