/** Which page it is: nothing yet, a lone draft, or a project. */

import { $ } from './dom.js';
import { on, state } from './store.js';
import { allowTab, openTab } from './tabs.js';
import { hint, label } from './words.js';

export function startModes() {
  on('project', () => {
    const { project } = state;
    const was = document.body.dataset.mode;
    document.body.dataset.mode = project.mode;
    $('project-name').textContent = project.name || 'Explainer';
    $('project-name').title = project.path ?? '';
    document.title = project.name ? `${project.name} · Explainer` : 'Explainer';
    allowTab('chat', project.mode !== 'draft');
    const starting = project.mode === 'start';
    label($('sentence'), starting ? 'startSentence' : 'sentence');
    hint($('sentence'), starting ? 'startHint' : 'sentenceHint');
    if (starting && was !== 'start') {
      openTab('chat');
      $('sentence').focus();
    }
  });
}
