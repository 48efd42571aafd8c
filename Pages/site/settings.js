/** Language and light: chosen by the browser, changed by the reader. */

import { $, forgetColours } from './dom.js';
import { on, set, state } from './store.js';
import { applyWords, language } from './words.js';

const THEMES = ['auto', 'dark', 'light'];

export function startSettings() {
  $('language').addEventListener('click', () => {
    set({ language: language() === 'zh' ? 'en' : 'zh' });
  });
  $('theme').addEventListener('click', () => {
    set({ theme: THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length] });
  });
  on('language', applyWords);
  on('theme', light);
  // Canvases take their colours from the style sheet, so they are drawn again.
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => {
    forgetColours();
    set({ light: {} });
  });
  light();
}

function light() {
  if (state.theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = state.theme;
  forgetColours();
  applyWords();
  set({ light: {} });
}
