/** Renders, past and under way: progress, cancel, play, download. */

import * as api from './api.js';
import { shortTime } from './clock.js';
import { closable, head } from './dialogs.js';
import { $, announce, h, icon, toast } from './dom.js';
import { on, set, state } from './store.js';
import { eta } from './work.js';
import { t } from './words.js';

export function startRenders() {
  on(['renders', 'language'], () => {
    const list = state.renders.map((render) => row(render));
    const view = $('renders');
    const key = view.contains(document.activeElement) && document.activeElement.dataset.key;
    const none = h('p', { class: 'quiet', text: t('noRenders') });
    view.replaceChildren(list.length ? h('ul', {}, ...list) : none);
    if (key) (view.querySelector(`[data-key="${key}"]`) ?? view).focus();
  });
  const dialog = $('watch-dialog');
  dialog.addEventListener('close', () => dialog.replaceChildren());
  closable(dialog);
}

/** Fetches the whole list. */
export async function reloadRenders() {
  try {
    set({ renders: await api.renders() });
  } catch {
    // The list stays as it is; events bring what is new.
  }
}

/** Takes a render's new state. */
export function merge(render) {
  const at = state.renders.findIndex((one) => one.id === render.id);
  const was = state.renders[at]?.state;
  if (was !== render.state && ['done', 'failed'].includes(render.state)) {
    const text = t(render.state === 'done' ? 'renderDone' : 'renderFailed', { name: render.name });
    announce(text);
    toast(text, render.state === 'done' ? 'note' : 'error');
  }
  set({ renders: at < 0 ? [render, ...state.renders] : state.renders.with(at, render) });
}

async function cancel(id) {
  try {
    merge(await api.cancelRender(id));
  } catch (error) {
    toast(error.message, 'error');
  }
}

/** A share, 0…1, in words. */
export const percent = (share) => `${Math.floor(share * 100)} %`;

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
const listed = (...facts) => facts.filter(Boolean).join(' · ');

function facts({ state: now, progress, eta: rest, bytes, seconds, created, error }) {
  if (now === 'waiting') return t('waiting');
  if (now === 'working') return listed(percent(progress), rest != null && eta(rest));
  if (now === 'failed') return error ?? t('failed');
  if (now === 'cancelled') return t('cancelled');
  const { lang } = document.documentElement;
  const when = new Date(created).toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short' });
  const length = seconds != null && shortTime(seconds * 1000);
  return listed(length, bytes != null && megabytes(bytes), when);
}

/** A render as an element of a list, or of another kind. */
export function row(render, tag = 'li') {
  const { name, state: now, url } = render;
  const under = now === 'waiting' || now === 'working';
  return h(tag, { class: `render ${now}` },
    h('div', { class: 'render-text' },
      h('b', { text: name }),
      h('span', { class: 'quiet', text: facts(render) })),
    ...(under ? working(render) : now === 'done' && url ? finished(render) : []));
}

const working = ({ id, name, state: now, progress }) => [
  h('button', {
    class: 'chip', text: t('cancel'), data: { key: `cancel ${id}` }, onclick: () => cancel(id),
  }),
  h('progress', {
    max: 1, value: now === 'waiting' ? null : progress, 'aria-label': t('progressN', { name }),
  }),
];

const finished = (render) => [
  h('button', {
    class: 'tool', title: t('watch'), 'aria-label': t('watchN', render),
    data: { key: `watch ${render.id}` }, onclick: () => watch(render),
  }, icon('play')),
  h('a', {
    class: 'tool', title: t('download'), 'aria-label': t('downloadN', render),
    data: { key: `save ${render.id}` }, href: `${render.url}?download`, download: render.name,
  }, icon('save')),
];

function watch({ name, url }) {
  const dialog = $('watch-dialog');
  const still = /\.(gif|webp|png|jpg)$/i.test(name);
  dialog.replaceChildren(head(dialog, name), still
    ? h('img', { src: url, alt: name })
    : h('video', { src: url, controls: true, autoplay: true, playsinline: true }));
  dialog.showModal();
}
