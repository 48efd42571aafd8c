/** Starts the page: modules first, then the project, its plan, and the server's events. */

import * as api from './api.js';
import { keepSelection, startChat, tell } from './chat.js';
import { rate } from './clock.js';
import { $, toast } from './dom.js';
import { startExporting } from './exporting.js';
import { startFiles } from './files.js';
import { startInspector } from './inspector.js';
import { startKeys } from './keys.js';
import { peakLevels, startMeters } from './meters.js';
import { startOverlays } from './overlays.js';
import { pause, play, seek, startPlayer } from './player.js';
import { startProblems } from './problems.js';
import { merge, reloadRenders, startRenders } from './renders.js';
import { latencies, shown } from './screen.js';
import { startScrubber } from './scrubber.js';
import { startSettings } from './settings.js';
import { startModes } from './start.js';
import { on, set, state } from './store.js';
import { startTabs } from './tabs.js';
import { startTimeline } from './timeline.js';
import { startTransport } from './transport.js';
import { startWaveform } from './waveform.js';
import { worked } from './work.js';
import { t } from './words.js';

let fetching = false;
let again = false;

/** Fetches the plan; a call while one is under way leads to one more, not to many. */
async function reloadPlan() {
  if (!state.project || state.project.mode === 'start') return;
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  const { aspect } = state;
  try {
    const plan = await api.plan(aspect);
    if (aspect === state.aspect) takePlan(plan);
    else again = true;
  } catch (error) {
    toast(error.status ? error.message : t('noServer'), 'error');
  }
  fetching = false;
  if (again) {
    again = false;
    reloadPlan();
  }
}

// The playhead keeps its time, also where the frame rate changes.
function takePlan(plan) {
  const old = state.plan;
  const frame = old?.frames && rate(old) !== rate(plan)
    ? Math.round((state.frame / rate(old)) * rate(plan)) : state.frame;
  set({ plan, frame });
  if (state.selection) keepSelection();
}

async function reloadProject() {
  try {
    const project = await api.project();
    const first = !state.plan && project.mode !== 'start';
    set({ project });
    if (first) reloadPlan();
  } catch (error) {
    toast(error.status ? error.message : t('noServer'), 'error');
  }
}

function linked(connected) {
  const back = connected && !state.connected;
  set({ connected });
  $('link').textContent = connected ? '' : t('reconnecting');
  if (!back) return;
  // What happened meanwhile was not heard.
  reloadProject();
  reloadPlan();
  reloadRenders();
}

startSettings();
startTabs();
startModes();
startPlayer(reloadPlan);
startTransport();
startMeters();
startOverlays();
startProblems();
startWaveform();
startScrubber();
startTimeline();
startInspector();
startChat();
startFiles();
startRenders();
startExporting();
startKeys();
on('aspect', reloadPlan);

reloadProject();
reloadRenders();
api.listen({
  plan: () => {
    reloadPlan();
    // What can be undone has changed with it.
    reloadProject();
  },
  project: reloadProject,
  work: async (event) => {
    worked(event);
    if (event.state === 'done') {
      tell(event.message ?? t('explainerDone'));
      await reloadProject();
      reloadPlan();
    } else if (event.state === 'failed') tell(event.message ?? t('failed'), true);
  },
  render: ({ render }) => merge(render),
}, linked);

/** For tests: what the page shows, and the moves that matter. */
window.explainer = {
  state: () => ({
    mode: state.project?.mode ?? null,
    frame: state.frame,
    shownFrame: { ...shown },
    planVersion: state.plan?.version ?? null,
    frames: state.plan?.frames ?? 0,
    aspect: state.aspect,
    playing: state.playing,
    rate: state.rate,
    loop: state.loop,
    selection: state.selection,
    meters: peakLevels(),
  }),
  scrubLatencies: latencies,
  seek,
  play,
  pause,
};
