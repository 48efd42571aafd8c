/** The tabs beside the player: chat, details, renders. */

import { $ } from './dom.js';

const tabs = [...$('tabs').children];
const viewOf = (tab) => $(tab.getAttribute('aria-controls'));

export function startTabs() {
  for (const tab of tabs) tab.addEventListener('click', () => choose(tab));
  $('tabs').addEventListener('keydown', (event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const there = tabs.filter((tab) => !tab.hidden);
    const next = there.at((there.indexOf(document.activeElement) + way) % there.length);
    choose(next);
    next.focus();
  });
}

function choose(chosen) {
  for (const tab of tabs) {
    tab.setAttribute('aria-selected', tab === chosen);
    tab.tabIndex = tab === chosen ? 0 : -1;
    viewOf(tab).hidden = tab !== chosen;
  }
}

/** Opens a tab by the id of its view. */
export const openTab = (id) => choose(tabs.find((tab) => viewOf(tab).id === id));

/** Shows or hides a tab. */
export function allowTab(id, allowed) {
  const tab = tabs.find((one) => viewOf(one).id === id);
  tab.hidden = !allowed;
  const chosen = tab.getAttribute('aria-selected') === 'true';
  if (!allowed && chosen) choose(tabs.find((one) => !one.hidden));
}
