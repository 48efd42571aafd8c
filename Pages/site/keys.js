/** Keyboard shortcuts, and the dialog that lists them. */

import { send } from './chat.js';
import { rate } from './clock.js';
import { closable, head } from './dialogs.js';
import { $, h } from './dom.js';
import { mark, pause, seek, shuttle, step, toggle } from './player.js';
import { set, state } from './store.js';
import { zoom } from './timeline.js';
import { fullScreen, snapshot } from './transport.js';
import { t } from './words.js';

const second = () => Math.round(rate(state.plan));

// By `KeyboardEvent.key`; capital letters are with Shift.
const ACTIONS = {
  ' ': toggle,
  k: pause,
  l: () => shuttle(1),
  j: () => shuttle(-1),
  ArrowLeft: (shift) => step(shift ? -second() : -1),
  ArrowRight: (shift) => step(shift ? second() : 1),
  Home: () => seek(0),
  End: () => seek(state.plan.frames - 1),
  i: (shift) => mark(shift ? null : 'in'),
  o: (shift) => mark(shift ? null : 'out'),
  f: fullScreen,
  s: snapshot,
  m: () => set({ muted: !state.muted }),
  '+': () => zoom(1.5),
  '=': () => zoom(1.5),
  '-': () => zoom(1 / 1.5),
};

const LIST = [
  ['Space', 'keyPlay'],
  ['J K L', 'keyShuttle'],
  ['← →', 'keyStep'],
  ['Shift ← →', 'keySecond'],
  ['Home End', 'keyEnds'],
  ['I O', 'keyLoop'],
  ['Shift I', 'keyClear'],
  ['+ −', 'keyZoom'],
  ['F', 'full'],
  ['S', 'snapshot'],
  ['M', 'mute'],
  ['Ctrl Z', 'undo'],
  ['Ctrl Shift Z', 'redo'],
  ['?', 'keys'],
];

const FIELDS = 'textarea, select, input:not([type=radio], [type=range]), [contenteditable]';
// Space and the arrows mean something to these themselves.
const SPACE = 'button, a, input, [role=tab]';
const ARROWS = 'input, [role=radiogroup], [role=tablist], pre, .log';

const own = (node, key) =>
  (key === ' ' && node.closest(SPACE)) || (/^(Arrow|Home|End)/.test(key) && node.closest(ARROWS));

export function startKeys() {
  addEventListener('keydown', pressed);
  $('keys').addEventListener('click', openKeys);
  closable($('keys-dialog'));
}

function pressed(event) {
  const { key, target } = event;
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  if (document.querySelector('dialog[open]') || target.closest(FIELDS)) return;
  if (event.ctrlKey || event.metaKey) {
    history(event);
    return;
  }
  if (key === '?') {
    openKeys();
    event.preventDefault();
    return;
  }
  const action = ACTIONS[key.length === 1 ? key.toLowerCase() : key];
  if (!action || own(target, key) || !state.plan?.frames) return;
  event.preventDefault();
  action(event.shiftKey);
}

function history(event) {
  const key = event.key.toLowerCase();
  const again = key === 'y' || (key === 'z' && event.shiftKey);
  if (!again && key !== 'z') return;
  event.preventDefault();
  if (again && state.project?.canRedo) send(t('redoSentence'));
  else if (!again && state.project?.canUndo) send(t('undoSentence'));
}

function openKeys() {
  const dialog = $('keys-dialog');
  const line = ([keys, word]) => h('div', {},
    h('dt', {}, ...keys.split(' ').map((key) => h('kbd', { text: key }))),
    h('dd', { text: t(word) }));
  dialog.replaceChildren(head(dialog, t('keys')), h('dl', { class: 'keys' }, ...LIST.map(line)));
  dialog.showModal();
}
