/** What the page's dialogs share. */

import { h, icon } from './dom.js';
import { t } from './words.js';

/** A dialog also closes by a click beside it. */
export function closable(dialog) {
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
}

/** A dialog's title and its button to close; `aria-labelledby` of the dialog names the title. */
export function head(dialog, title) {
  const close = () => dialog.close();
  const [name, id] = [t('close'), dialog.getAttribute('aria-labelledby')];
  return h('div', { class: 'head' },
    h('h2', { id, text: title }),
    h('button', { class: 'tool', title: name, 'aria-label': name, onclick: close }, icon('close')));
}
