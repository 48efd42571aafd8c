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
  const marks = [
    h('div', { class: 'safe-area' }, h('span', { text: t('safeArea') })),
    h('div', { class: upright ? 'caption-line upright' : 'caption-line' },
      h('span', { text: t('captionLine') })),
  ];
  const boxes = findings ? plan.findings.map(spot) : [];
  $('overlays').replaceChildren(...(safe && plan.frames ? marks : []), ...boxes);
  inTime();
}

function spot({ message, from, to, box }) {
  const kind = box ? 'spot' : 'spot whole';
  const node = h('div', { class: kind, data: { from, to } }, h('span', { text: message }));
  if (box) {
    node.style.left = `${box.x * 100}%`;
    node.style.top = `${box.y * 100}%`;
    node.style.width = `${box.width * 100}%`;
    node.style.height = `${box.height * 100}%`;
  }
  return node;
}

function inTime() {
  for (const node of $('overlays').querySelectorAll('.spot')) {
    const { from, to } = node.dataset;
    node.hidden = state.frame < Number(from) || state.frame >= Number(to);
  }
}
