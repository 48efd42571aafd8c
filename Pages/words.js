/** The page's words in English and Chinese, and how they get onto the page. */

import { $ } from './dom.js';
import { state } from './store.js';
import { english } from './words-en.js';
import { chinese } from './words-zh.js';

const ALL = { en: english, zh: chinese };

/** The language shown: the one chosen, else the browser's. */
export const language = () =>
  state.language ?? (/^zh/i.test(navigator.language) ? 'zh' : 'en');

/**
 * The words of a key, with `{name}` filled in.
 * @param {string} [otherwise] what to say where the key is not known; the key itself if left out
 */
export function t(key, values = {}, otherwise = key) {
  const words = ALL[language()][key] ?? ALL.en[key] ?? otherwise;
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

const KEYS = { ArrowLeft: '←', ArrowRight: '→' };

/** Names a control for everybody: label, and a tooltip with its key. */
export function label(node, key) {
  const shortcut = node.getAttribute('aria-keyshortcuts');
  node.dataset.tLabel = key;
  node.setAttribute('aria-label', t(key));
  if (node.matches('button, input')) {
    node.title = shortcut ? `${t(key)} (${KEYS[shortcut] ?? shortcut})` : t(key);
  }
}

/** Sets what an empty field says. */
export function hint(node, key) {
  node.dataset.tHint = key;
  node.placeholder = t(key);
}

/** Puts the words of the language on everything that the page brought along. */
export function applyWords() {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll('[data-t-label]')) label(node, node.dataset.tLabel);
  for (const node of document.querySelectorAll('[data-t-hint]')) hint(node, node.dataset.tHint);
  $('language').textContent = language() === 'zh' ? 'EN' : '中文';
  $('language').setAttribute('aria-label', language() === 'zh' ? 'English' : '切换到中文');
  $('language').lang = language() === 'zh' ? 'en' : 'zh-CN';
  const theme = `${t('theme')}: ${t(`theme.${state.theme}`)}`;
  $('theme').setAttribute('aria-label', theme);
  $('theme').title = theme;
}
