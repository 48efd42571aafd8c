/** The loudness of the whole sound: asked for once a sound, drawn in bars. */

import * as api from './api.js';
import { on, set, state } from './store.js';

export function startWaveform() {
  let stamp = null;
  on('plan', async () => {
    const next = state.plan.sound?.stamp ?? null;
    if (next === stamp) return;
    stamp = next;
    try {
      const peaks = next && (await api.peaks(next));
      if (stamp === next) set({ peaks });
    } catch {
      // Gone already: the next plan names another sound.
      stamp = null;
    }
  });
}

/**
 * Draws a stretch of the loudness as bars about a middle line, in the context's fill.
 * @param {{from: number, to: number, width: number, height: number}} box from and to in
 *   milliseconds of the timeline
 */
export function drawPeaks(context, { perSecond, values }, { from, to, width, height }) {
  const step = 3;
  const window = (milliseconds) => (milliseconds / 1000) * perSecond;
  for (let left = 0; left < width; left += step) {
    const first = Math.floor(window(from + (left / width) * (to - from)));
    const end = Math.ceil(window(from + ((left + step) / width) * (to - from)));
    let peak = 0;
    for (let at = first; at < end; at += 1) peak = Math.max(peak, values[at] ?? 0);
    const bar = Math.max(1.5, (peak / 255) * (height - 4));
    context.fillRect(left, (height - bar) / 2, step - 1, bar);
  }
}
