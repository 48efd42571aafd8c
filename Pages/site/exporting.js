/** The export dialog: format, quality and size, then how far it is, then the file. */

import * as api from './api.js';
import { closable, head } from './dialogs.js';
import { $, h, icon, toast } from './dom.js';
import { merge, percent, row } from './renders.js';
import { on, state } from './store.js';
import { openTab } from './tabs.js';
import { t } from './words.js';

const dialog = $('export-dialog');
const wishes = { format: null, quality: 'standard', size: '' };
let current = null; // id of the render that the dialog shows

export function startExporting() {
  $('export').addEventListener('click', openExport);
  closable(dialog);
  on(['project', 'plan'], () => {
    $('export').disabled = !state.project?.canExport || !state.plan?.frames;
  });
  on(['renders', 'language'], () => {
    if (dialog.open && current) progress();
    const working = state.renders.find((one) => one.state === 'working');
    $('export-word').textContent = working ? percent(working.progress) : t('export');
  });
}

/** Opens the dialog to choose in. */
export function openExport() {
  if ($('export').disabled) return;
  current = null;
  choose();
  if (!dialog.open) dialog.showModal();
}

function choice(name, options) {
  const option = ([value, label, note]) => h('label', { class: 'option' },
    h('input', {
      type: 'radio', name, value, checked: wishes[name] === value,
      onchange: () => (wishes[name] = value),
    }),
    h('span', { text: label }),
    note ? h('small', { text: note }) : null);
  return h('fieldset', {}, h('legend', { text: t(name) }),
    h('div', { class: 'options' }, ...options.map(option)));
}

// The draft's own size, and the usual ones in its shape.
function sizes({ width, height }) {
  const shorter = Math.min(width, height);
  const even = (value) => 2 * Math.round(value / 2);
  return [2160, 1080, 720, 480].filter((one) => one !== shorter).map((one) => {
    const [w, t] = [even((width * one) / shorter), even((height * one) / shorter)];
    return [`${w}x${t}`, `${one}p`, `${w} × ${t}`];
  });
}

function choose() {
  const { formats, qualities } = state.project;
  const { canvas } = state.plan;
  if (!formats.some((one) => one.id === wishes.format)) wishes.format = formats[0].id;
  if (!qualities.includes(wishes.quality)) [wishes.quality] = qualities;
  const all = [['', t('asIs'), `${canvas.width} × ${canvas.height}`], ...sizes(canvas)];
  if (!all.some(([value]) => value === wishes.size)) wishes.size = '';
  const title = head(dialog, t('exportTitle'));
  dialog.replaceChildren(title, h('form', { method: 'dialog', onsubmit: begin },
    choice('format', formats.map((one) => [one.id, one.title])),
    choice('quality', qualities.map((one) => [one, t(`quality.${one}`, {}, one)])),
    choice('size', all),
    h('footer', {}, h('button', { class: 'primary' }, icon('save'), t('export')))));
}

async function begin(event) {
  event.preventDefault();
  try {
    const { format, quality, size } = wishes;
    const { aspect } = state;
    const render = await api.startRender({ format, quality, size: size || null, aspect });
    current = render.id;
    merge(render);
    progress();
    openTab('renders');
  } catch (error) {
    toast(error.status ? error.message : t('noServer'), 'error');
  }
}

function progress() {
  const render = state.renders.find((one) => one.id === current);
  if (!render) return;
  const done = render.state === 'done' && render.url;
  const under = ['waiting', 'working'].includes(render.state);
  const key = document.activeElement?.dataset.key;
  dialog.replaceChildren(...[head(dialog, t('exportTitle')), row(render, 'div'),
    under && h('p', { class: 'quiet', text: t('goesOn') }),
    done && h('footer', {}, h('a', {
      class: 'primary', href: `${render.url}?download`, download: render.name,
    }, icon('save'), t('download'))),
  ].filter(Boolean));
  // What had the focus is made anew; the dialog keeps it rather than the page behind.
  const places = [`[data-key="${key}"]`, 'a.primary', 'button'];
  places.map((one) => dialog.querySelector(one)).find(Boolean).focus();
}
