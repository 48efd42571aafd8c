/** Details: the selected segment as it stands in the file, and all that was noticed. */

import * as api from './api.js';
import { shortTime } from './clock.js';
import { $, h, icon, toast } from './dom.js';
import { seek } from './player.js';
import { line, selectAt } from './problems.js';
import { on, state } from './store.js';
import { openTab } from './tabs.js';
import { t } from './words.js';

const view = $('details');
const source = h('section', { class: 'source' });
const checks = h('section', { class: 'checks' });
let asked = 0;

export function startInspector() {
  view.append(source, checks);
  on('selection', () => {
    if (state.selection) openTab('details');
    inspect();
  });
  on(['plan', 'language'], () => (inspect(), list()));
}

const selected = () => state.plan?.tracks.flatMap((track) => track.segments)
  .find((one) => one.pointer === state.selection);

async function inspect() {
  const mine = (asked += 1);
  if (!state.selection) {
    source.replaceChildren(h('p', { class: 'quiet', text: t('nothingSelected') }));
    return;
  }
  try {
    const found = await api.segment(state.selection);
    if (mine === asked) fill(found);
  } catch (error) {
    if (mine === asked) source.replaceChildren(h('p', { class: 'quiet', text: error.message }));
  }
}

const span = ({ start, end }) => `${shortTime(start, true)} – ${shortTime(end, true)}`;

function fill({ file, line: row, column, json }) {
  const one = selected();
  const place = `${file}:${row}:${column}`;
  source.replaceChildren(
    h('h3', { text: one?.label ?? one?.text ?? state.selection }),
    h('p', { class: 'quiet', text: one && [span(one), one.source].filter(Boolean).join(' · ') }),
    h('div', { class: 'place' },
      h('code', { text: place }),
      copier(t('copyPlace'), place), copier(t('copyJSON'), json, 'JSON')),
    h('pre', { tabindex: '0', 'aria-label': t('json') }, h('code', {}, ...coloured(json))));
}

function copier(label, text, word) {
  return h('button', {
    class: 'tool word', title: label, 'aria-label': label,
    onclick: async () => {
      try {
        await navigator.clipboard.writeText(text);
        toast(t('copied'));
      } catch {
        toast(t('noClipboard'), 'error');
      }
    },
  }, icon('copy'), word ?? null);
}

const TOKEN = /("(?:\\.|[^"\\])*"(?:\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b)/;

// Keys, strings and numbers in their colours; all of it stays text.
function coloured(json) {
  return json.split(TOKEN).map((part) => {
    if (!part) return '';
    const kind = part.startsWith('"') ? (part.endsWith(':') ? 'key' : 'string')
      : /^-?\d|^(true|false|null)$/.test(part) ? 'value' : null;
    return kind ? h('span', { class: kind, text: part }) : part;
  });
}

function list() {
  const { problems = [], findings = [], notices = [] } = state.plan ?? {};
  const sections = [['problemsTitle', 'problem', problems], ['findingsTitle', 'finding', findings],
    ['noticesTitle', 'notice', notices]];
  const count = sections.reduce((sum, [, , all]) => sum + all.length, 0);
  $('details-count').hidden = !count;
  $('details-count').textContent = count;
  const filled = sections.filter(([, , all]) => all.length);
  checks.replaceChildren(...filled.flatMap(([title, kind, all]) => [
    h('h3', { text: t(title) }),
    h('ul', {}, ...all.map((one) => line(one, kind, () => {
      selectAt(one.pointer);
      if (one.from !== undefined) seek(one.from);
    }))),
  ]));
}
