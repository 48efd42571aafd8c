/** Renders, past and under way: progress, cancel, play, download. */

import * as api from './api.js';
import { shortTime } from './clock.js';
import { $, announce, h, icon, toast } from './dom.js';
import { on, set, state } from './store.js';
import { eta } from './work.js';
import { t } from './words.js';

export function startRenders() {
  on(['renders', 'language'], () => {
    const list = state.renders.map((render) => row(render));
    $('renders').replaceChildren(list.length ? h('ul', {}, ...list) : h('p', { class: 'quiet', text: t('noRenders') }));
  });
  const dialog = $('watch-dialog');
  dialog.addEventListener('close', () => dialog.replaceChildren());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
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

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

function facts({ state: now, progress, eta: rest, bytes, seconds, created, error }) {
  if (now === 'waiting') return t('waiting');
  if (now === 'working') return [`${Math.floor(progress * 100)} %`, rest !== null && eta(rest)].filter(Boolean).join(' · ');
  if (now === 'failed') return error ?? t('failed');
  if (now === 'cancelled') return t('cancelled');
  const when = new Date(created).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  return [seconds !== null && shortTime(seconds * 1000), bytes !== null && megabytes(bytes), when].filter(Boolean).join(' · ');
}

/** A render as an element of a list, or of another kind. */
export function row(render, tag = 'li') {
  const { id, name, state: now, progress, url } = render;
  const under = now === 'waiting' || now === 'working';
  return h(tag, { class: `render ${now}` },
    h('div', { class: 'render-text' }, h('b', { text: name }), h('span', { class: 'quiet', text: facts(render) })),
    under ? h('button', { class: 'chip', text: t('cancel'), onclick: () => cancel(id) }) : null,
    now === 'done' && url ? h('button', {
      class: 'tool', title: t('watch'), 'aria-label': t('watchN', { name }), onclick: () => watch(render),
    }, icon('play')) : null,
    now === 'done' && url ? h('a', {
      class: 'tool', href: `${url}?download`, download: name, title: t('download'), 'aria-label': t('downloadN', { name }),
    }, icon('save')) : null,
    under ? h('progress', { max: 1, value: now === 'waiting' ? null : progress, 'aria-label': t('progressN', { name }) }) : null);
}

function watch({ name, url }) {
  const dialog = $('watch-dialog');
  const media = /\.(gif|webp|png|jpg)$/i.test(name)
    ? h('img', { src: url, alt: name }) : h('video', { src: url, controls: true, autoplay: true, playsinline: true });
  dialog.replaceChildren(
    h('div', { class: 'head' }, h('h2', { id: 'watch-title', text: name }), h('button', {
      class: 'tool', title: t('close'), 'aria-label': t('close'), onclick: () => dialog.close(),
    }, icon('close'))), media);
  dialog.showModal();
}
