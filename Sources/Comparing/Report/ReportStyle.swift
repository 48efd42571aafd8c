/// The look of the report: one grid of 8 pixels, blue for A, orange for B.
enum ReportStyle {
    static let text = #"""

        :root {
          color-scheme: light dark;
          --ground: light-dark(#f2f3f6, #0f1117);
          --panel: light-dark(#fff, #171a23);
          --raised: light-dark(#eceef3, #20242f);
          --line: light-dark(#dfe2e9, #272c38);
          --edge: light-dark(#7d8597, #6d7588);
          --ink: light-dark(#171a21, #f0f1f5);
          --quiet: light-dark(#5a6273, #a1a8b9);
          --a: light-dark(#1f63c9, #82b4ff);
          --b: light-dark(#b4550b, #ffb070);
          --both: light-dark(#5b4bb3, #b3a6ff);
          --good: light-dark(#18794e, #6fd3a3);
          --error: light-dark(#b3261a, #ff9384);
          --warning: light-dark(#855b00, #f0cb6a);
          --on: light-dark(#fff, #12151c);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK SC",
            sans-serif;
        }
        *, ::before, ::after { box-sizing: border-box; }
        [hidden] { display: none !important; }
        body { margin: 0; background: var(--ground); color: var(--ink); }
        main { max-width: 1180px; margin: 0 auto; padding: 32px 24px 64px; }
        h1, h2, p, ul, dl, dd, figure { margin: 0; padding: 0; }
        h1 { font-size: 22px; line-height: 1.3; letter-spacing: -.01em; overflow-wrap: anywhere; }
        h2.section { margin: 40px 0 12px; font-size: 17px; }
        button, select, input { font: inherit; color: inherit; }
        :focus-visible { outline: 2px solid var(--a); outline-offset: 2px; }
        .quiet, small { color: var(--quiet); font-weight: 400; }
        .card { border: 1px solid var(--line); border-radius: 12px; background: var(--panel); }
        .badge { display: inline-grid; place-items: center; flex: none; width: 22px; height: 22px;
          border-radius: 6px; font-size: 13px; line-height: 1; color: var(--on); }
        .badge.a, i.a { background: var(--a); }
        .badge.b, i.b { background: var(--b); }
        i.a, i.b { display: inline-block; width: 10px; height: 10px; margin-right: 6px;
          border-radius: 3px; }
        .sides { display: flex; flex-wrap: wrap; gap: 4px 32px; margin-top: 12px; }
        .sides div { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px;
          min-width: 0; }
        .name { font-weight: 600; overflow-wrap: anywhere; }

        .verdict { margin-top: 24px; padding: 24px 28px; border-radius: 16px;
          background: var(--panel); border: 1px solid var(--line);
          border-left: 6px solid var(--mood); }
        .verdict { --mood: var(--warning); }
        .verdict.same { --mood: var(--good); }
        .verdict.a { --mood: var(--a); }
        .verdict.b { --mood: var(--b); }
        .verdict h2 { font-size: 30px; line-height: 1.2; letter-spacing: -.02em; }
        .verdict p { margin-top: 8px; max-width: 70ch; font-size: 17px; }
        .chips { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 14px; }
        .chips:empty { display: none; }
        .chip { display: inline-block; padding: 1px 10px; border-radius: 10px; font-size: 13px;
          font-weight: 600; white-space: nowrap; --tone: var(--quiet); color: var(--tone);
          background: color-mix(in srgb, var(--tone) 13%, transparent); }
        .chip.error { --tone: var(--error); }
        .chip.warning { --tone: var(--warning); }

        .figures { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 12px; }
        .figures div { flex: 1 1 auto; padding: 12px 16px; border-radius: 12px; background: var(--panel);
          border: 1px solid var(--line); }
        .figures dt { font-size: 13px; color: var(--quiet); }
        .figures dd { font-size: 20px; font-weight: 600; white-space: nowrap;
          font-variant-numeric: tabular-nums; letter-spacing: -.01em; }
        .figures small { font-size: 13px; letter-spacing: 0; }

        .findings { list-style: none; }
        .findings li { display: grid; gap: 2px 16px; align-items: baseline; padding: 11px 20px;
          grid-template-columns: 76px 150px 1fr auto; border-top: 1px solid var(--line); }
        .findings li:first-child { border-top: 0; }
        .findings span { overflow-wrap: anywhere; }
        .findings .chip { justify-self: start; }
        .time { padding: 1px 10px; border: 1px solid var(--line); border-radius: 10px;
          background: none; font-size: 13px; font-variant-numeric: tabular-nums; cursor: pointer; }
        .time:hover { border-color: var(--edge); background: var(--raised); }

        .viewer { padding: 12px; overflow: hidden; }
        .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
        .spring { flex: 1; }
        .segments { display: flex; padding: 3px; border-radius: 10px; background: var(--raised); }
        .segments button { padding: 4px 14px; border: 0; border-radius: 8px; background: none;
          color: var(--quiet); font-size: 14px; cursor: pointer; }
        .segments button:hover { color: var(--ink); }
        .segments [aria-pressed="true"] { background: var(--panel); color: var(--ink);
          font-weight: 600; box-shadow: 0 1px 3px #0003; }
        .missing { padding: 12px 4px 0; color: var(--warning); }
        .stage { position: relative; margin: 12px auto; overflow: hidden; border-radius: 8px;
          background: #08090d; touch-action: none; }
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

        .stills { display: grid; gap: 12px;
          grid-template-columns: repeat(auto-fill, minmax(min(100%, 540px), 1fr)); }
        .still { overflow: hidden; }
        .still button { display: grid; grid-template-columns: repeat(auto-fit, minmax(0, 1fr));
          grid-auto-flow: column; gap: 2px; width: 100%; padding: 0; border: 0;
          background: var(--line); cursor: zoom-in; }
        .still img { display: block; width: 100%; height: auto; }
        .still figcaption { display: flex; justify-content: space-between; padding: 8px 14px;
          font-size: 14px; font-variant-numeric: tabular-nums; }

        .plot { padding: 12px 16px 6px; margin-top: 12px; }
        .plot figcaption { display: flex; align-items: baseline; gap: 8px; font-weight: 600; }
        .plot output { flex: 1; font-weight: 400; font-size: 14px; color: var(--quiet);
          font-variant-numeric: tabular-nums; text-align: right; }
        .key { margin-left: auto; font-weight: 400; font-size: 14px; white-space: nowrap; }
        .key i.b { margin-left: 10px; }
        .chart { display: block; width: 100%; height: auto; cursor: crosshair; overflow: visible; }
        .chart text { fill: var(--quiet); font-size: 13px; font-variant-numeric: tabular-nums; }
        .chart .grid { stroke: var(--line); }
        .chart polyline { fill: none; stroke-width: 1.75; stroke-linejoin: round; }
        .chart .a { stroke: var(--a); }
        .chart .b { stroke: var(--b); }
        .chart .both { stroke: var(--both); }
        .chart .playhead { stroke: var(--ink); stroke-opacity: .45; }

        .values { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: 7px 20px; border-top: 1px solid var(--line); text-align: left;
          font-weight: 400; vertical-align: baseline; }
        thead th { border-top: 0; font-weight: 600; }
        th:first-child { width: 34%; color: var(--quiet); }
        thead th:first-child { color: var(--ink); }
        .group th { padding-top: 18px; font-weight: 600; color: var(--ink); }
        td { overflow-wrap: anywhere; }
        td[colspan] { text-align: center; padding-right: 25%; }
        .better { font-weight: 600; }
        .mark { margin-left: 10px; padding: 1px 8px; border-radius: 8px; font-size: 12px;
          color: var(--good); background: color-mix(in srgb, var(--good) 13%, transparent); }
        .notes { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; padding: 18px 20px; }
        .notes div { display: flex; gap: 12px; align-items: baseline; min-width: 0; }
        .notes ul { padding-left: 18px; }

        @media screen and (max-width: 720px) {
          main { padding: 20px 14px 48px; }
          .findings li { grid-template-columns: auto 1fr auto; }
          .findings li > span:nth-of-type(2) { grid-column: 1 / -1; }
          .notes { grid-template-columns: 1fr; }
          th, td { padding: 7px 12px; }
        }
        @media print {
          :root { color-scheme: light; }
          @page { margin: 12mm; }
          body { background: #fff; }
          main { max-width: none; padding: 0; zoom: .7; }
          .screen, .playhead, .plot output { display: none !important; }
          .card, .verdict, .figures div, tr, .findings li { break-inside: avoid; }
          .findings, .values { break-inside: auto; }
          h2.section { break-after: avoid; }
          .stills { grid-template-columns: 1fr 1fr; }
          .time { border: 0; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }


        """#
}
