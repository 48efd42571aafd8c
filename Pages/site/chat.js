/** The conversation: a sentence, what it changed in words, and the new picture. */

import * as api from './api.js';
import { stampAt, timecode } from './clock.js';
import { $, h, icon } from './dom.js';
import { pickFiles } from './files.js';
import { openExport } from './exporting.js';
import { seek } from './player.js';
import { on, set, state } from './store.js';
import { openTab } from './tabs.js';
import { t } from './words.js';

const log = $('log');
const field = $('sentence');
const said = [];
let back = 0; // how far the arrow keys have gone back in what was said
let shots = []; // answers that wait for the plan that shows them

export function startChat() {
  $('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    send(field.value);
  });
  field.addEventListener('input', grow);
  field.addEventListener('keydown', keyed);
  $('undo').addEventListener('click', () => send(t('undoSentence')));
  $('redo').addEventListener('click', () => send(t('redoSentence')));
  on('project', () => {
    $('undo').disabled = !state.project.canUndo;
    $('redo').disabled = !state.project.canRedo;
    $('history').hidden = !state.project.canEdit;
    grow();
  });
  on(['project', 'language'], examples);
  on('plan', deliver);
}

function keyed(event) {
  // Enter also ends the choice of a Chinese word: that is not sending.
  if (event.isComposing) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    send(field.value);
  } else if (event.key === 'ArrowUp' && (!field.value || back)) recall(1, event);
  else if (event.key === 'ArrowDown' && back) recall(-1, event);
}

function recall(by, event) {
  event.preventDefault();
  back = Math.min(said.length, Math.max(0, back + by));
  write(back ? said.at(-back) : '');
}

/** Puts a text into the field, to be looked over and sent. */
export function write(text) {
  field.value = text;
  grow();
  field.focus();
}

function grow() {
  field.style.height = 'auto';
  field.style.height = `${Math.min(160, field.scrollHeight)}px`;
}

function examples() {
  const { examples: all = [] } = state.project ?? {};
  $('examples').replaceChildren(...all.map((text) => chip(text, () => {
    if (state.project.mode === 'start') write(text);
    else send(text);
  })));
}

const chip = (text, onclick) => h('button', { type: 'button', class: 'chip', text, onclick });
const sendable = (text) => chip(text, () => send(text));
const change = (text) => h('li', {}, icon('check'), h('span', { text }));

function add(...nodes) {
  log.append(...nodes);
  document.body.toggleAttribute('data-talking', true);
  log.scrollTop = log.scrollHeight;
}

/** Says a sentence to the project and shows the answer. */
export async function send(text) {
  const sentence = text.trim();
  if (!sentence) return;
  openTab('chat');
  said.push(sentence);
  back = 0;
  if (field.value.trim() === sentence) write('');
  const thinking = h('p', { class: 'thinking', role: 'img', 'aria-label': t('thinking') });
  const answer = h('div', { class: 'answer' }, thinking);
  add(h('p', { class: 'said', text: sentence }), answer);
  const before = state.plan;
  try {
    reply(answer, await api.say(sentence), before);
  } catch (error) {
    const text = error.status ? error.message : t('noServer');
    answer.replaceChildren(h('p', { class: 'wrong', text }));
  }
  log.scrollTop = log.scrollHeight;
}

function reply(answer, told, before) {
  const { applied, changes, summary, question, suggestions, notices, intent } = told;
  answer.replaceChildren(...[
    summary && h('p', { class: 'summary', text: summary }),
    changes.length && h('ul', { class: 'changes' }, ...changes.map(change)),
    question && h('p', { class: 'question', text: question }),
    ...notices.map((text) => h('p', { class: 'quiet', text })),
    suggestions.length && h('div', { class: 'chips' }, ...suggestions.map(sendable)),
    intent === 'upload' && !applied && h('div', { class: 'chips' }, chip(t('attach'), pickFiles)),
  ].filter(Boolean));
  if (applied && changes.length) awaitShot(answer, before);
  if (intent !== 'export' || question) return;
  if (applied) openTab('renders');
  else openExport();
}

/** Shows in the log what adding files has changed. */
export function showAdded(names, changes, suggestions) {
  const answer = h('div', { class: 'answer' });
  add(h('p', { class: 'said', text: names.join(', ') }), answer);
  const told = { applied: true, changes, suggestions, notices: [] };
  reply(answer, told, state.plan);
}

/** Says something in the log that nobody asked for now, with the picture that came of it. */
export function tell(text, wrong = false) {
  const answer = h('div', { class: 'answer' }, h('p', { class: wrong ? 'wrong' : null, text }));
  add(answer);
  if (!wrong) awaitShot(answer, state.plan);
}

// The answer may come before the new plan, or after it.
function awaitShot(answer, before) {
  shots.push({ answer, before });
  if (state.plan !== before) deliver();
}

function deliver() {
  const { plan, frame } = state;
  if (!plan?.frames) return;
  for (const { answer, before } of shots.splice(0)) {
    const changed = plan.runs.find((run) => stampAt(before, run.from) !== run.stamp);
    const here = before?.frames && stampAt(before, frame) !== stampAt(plan, frame);
    // A little into the run: titles have come in by then.
    const at = here ? frame : changed ? Math.min(changed.to - 1, changed.from + 15) : null;
    if (at === null) continue;
    answer.append(shot(plan, at));
  }
}

function shot(plan, at) {
  const time = timecode(plan, at);
  const src = api.frameAddress(stampAt(plan, at), at, { width: 320 });
  const onload = () => (log.scrollTop = log.scrollHeight);
  return h('button', {
    class: 'shot', title: t('goThere'), 'aria-label': t('goTo', { time }), onclick: () => seek(at),
  }, h('img', { alt: '', src, onload }), h('span', { text: time }));
}

/** Forgets an edit's selection where the element is gone. */
export function keepSelection() {
  const all = state.plan.tracks.flatMap((track) => track.segments);
  if (!all.some((one) => one.pointer === state.selection)) set({ selection: null });
}
