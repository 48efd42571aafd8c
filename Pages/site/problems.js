/** Problems of the file, in a banner above the last good version, and where they belong. */

import { $, announce, h, icon } from './dom.js';
import { on, set, state } from './store.js';
import { t } from './words.js';

/** The pointer of the segment or track that a pointer leads into, or null. */
export function elementOf(plan, pointer) {
  const all = plan.tracks.flatMap((track) => [track, ...track.segments]);
  const known = new Set(all.map((one) => one.pointer));
  for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) {
    if (known.has(at)) return at;
  }
  return null;
}

/** Selects the segment that a pointer leads into, if it is one. */
export function selectAt(pointer) {
  const element = elementOf(state.plan, pointer ?? '');
  const segments = state.plan.tracks.flatMap((track) => track.segments);
  if (segments.some((one) => one.pointer === element)) set({ selection: element });
}

/** A line of a list of problems, notices or findings. `kind` names its icon's colour. */
export function line(one, kind, choose) {
  const file = state.project?.draft ?? 'draft.json';
  const place = one.line ? `${file}:${one.line}:${one.column}` : null;
  return h('li', { class: `trouble ${kind}` },
    h('button', { onclick: choose }, icon('warn'),
      h('span', { class: 'message', text: one.message }),
      place ? h('code', { text: place }) : null));
}

export function startProblems() {
  let last = '';
  on(['plan', 'language', 'project'], () => {
    const { problems = [], frames = 0 } = state.plan ?? {};
    const key = JSON.stringify([problems, state.language, Boolean(frames)]);
    if (key === last) return;
    last = key;
    const banner = $('problems');
    banner.hidden = !problems.length;
    if (problems.length) announce(problems.map((one) => one.message).join(' '));
    banner.replaceChildren(
      h('p', { class: 'banner-title' },
        t(problems.length === 1 ? 'problem' : 'problems', { n: problems.length }),
        frames ? h('span', { class: 'quiet', text: t('lastGood') }) : null),
      h('ul', {}, ...problems.map((one) => line(one, 'problem', () => selectAt(one.pointer)))));
  });
}
