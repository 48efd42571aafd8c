extension ReportStyle {
    /// Both pictures and what drives them.
    static let viewer = #"""

        .viewer { padding: 12px; overflow: hidden; }
        .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
        .spring { flex: 1; }
        .segments { display: flex; padding: 3px; border-radius: 10px; background: var(--raised); }
        .segments button { padding: 4px 14px; white-space: nowrap; border: 0; border-radius: 8px; background: none;
          color: var(--quiet); font-size: 14px; cursor: pointer; }
        .segments button:hover { color: var(--ink); }
        .segments [aria-pressed="true"] { background: var(--panel); color: var(--ink);
          font-weight: 600; box-shadow: 0 1px 3px #0003; }
        .missing { padding: 12px 4px 0; color: var(--warning); }
        .stage { position: relative; margin: 12px auto; overflow: hidden; border-radius: 8px;
          background: #08090d; touch-action: none; }
        .viewer[data-mode="side"] .stage { max-width: calc(132vh * (var(--ratio))); }
        .viewer[data-mode="side"] .stage { max-width: calc(132vh * (var(--ratio))); }
        .mix { display: grid; grid-template-columns: 1fr 1fr; gap: 4px; isolation: isolate; }
        .layer { position: relative; min-width: 0; aspect-ratio: var(--ratio); background: #08090d; }
        .layer video, .layer img, .stage .heat { position: absolute; inset: 0; width: 100%;
          height: 100%; object-fit: contain; }
        .layer .badge { position: absolute; top: 8px; left: 8px; opacity: .92; }
        .viewer:not([data-mode="side"]) .stage { aspect-ratio: var(--ratio);
          max-width: calc(66vh * (var(--ratio))); }
        .viewer:not([data-mode="side"]) .mix { display: block; position: absolute; inset: 0; }
        .viewer:not([data-mode="side"]) .layer { position: absolute; inset: 0; }
        [data-mode="flicker"] .layer.b { visibility: hidden; }
        [data-mode="flicker"] .flip .layer.b { visibility: visible; }
        [data-mode="slider"] .layer.b { clip-path: inset(0 0 0 var(--cut, 50%)); }
        [data-mode="slider"] .layer.b .badge { left: auto; right: 8px; }
        [data-mode="slider"] .stage { cursor: ew-resize; }
        .handle { display: none; position: absolute; top: 0; bottom: 0; left: var(--cut, 50%);
          width: 2px; margin-left: -1px; background: #fff; box-shadow: 0 0 4px #000a; }
        .handle::after { content: "↔"; position: absolute; top: 50%; left: -15px; width: 32px;
          height: 32px; margin-top: -16px; border-radius: 16px; background: #fff; color: #111;
          text-align: center; line-height: 30px; box-shadow: 0 1px 6px #0008; }
        [data-mode="slider"] .handle { display: block; }
        [data-mode="heat"] .mix { filter: url(#heat); }
        [data-mode="heat"] .layer.b { mix-blend-mode: difference; background: none; }
        [data-mode="heat"] .badge { display: none; }
        .defs { position: absolute; width: 0; height: 0; }
        .transport button { display: grid; place-items: center; width: 36px; height: 36px;
          border: 0; border-radius: 8px; background: none; cursor: pointer; }
        .transport button:hover { background: var(--raised); }
        .transport svg { width: 20px; height: 20px; fill: currentColor; }
        .transport .off, .playing .transport .on { display: none; }
        .playing .transport .off { display: inline; }
        .transport input { flex: 1; min-width: 120px; accent-color: var(--a); }
        .transport select { height: 32px; padding: 0 6px; border: 1px solid var(--line);
          border-radius: 8px; background: var(--panel); font-size: 14px; }
        #clock { min-width: 132px; text-align: right; font-variant-numeric: tabular-nums; }
        .stills-only :is(#play, #speed, #sound, #seek) { display: none; }
        .stills-only #clock { flex: 1; text-align: left; }

        """#
}
