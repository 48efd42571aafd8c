/** Which page it is: nothing yet, a lone draft, or a project. */

import { $ } from './dom.js';
import { on, state } from './store.js';
import { allowTab, openTab } from './tabs.js';
import { label } from './words.js';

export function startModes() {
  on('project', () => {
    const { project } = state;
    const was = document.body.dataset.mode;
    document.body.dataset.mode = project.mode;
    $('project-name').textContent = project.name || 'Explainer';
    $('project-name').title = project.path ?? '';
    document.title = project.name ? `${project.name} · Explainer` : 'Explainer';
    allowTab('chat', project.mode !== 'draft');
    label($('sentence'), project.mode === 'start' ? 'startSentence' : 'sentence');
    if (project.mode === 'start' && was !== 'start') {
      openTab('chat');
      $('sentence').focus();
    }
  });
}
