extension ReportStyle {
    /// Worst frames, charts and the table.
    static let values = #"""

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
        .chart.narrow { display: none; }
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
        .mark { display: inline-block; margin-left: 10px; padding: 1px 8px; white-space: nowrap;
          border-radius: 8px; font-size: 12px;
          color: var(--good); background: color-mix(in srgb, var(--good) 13%, transparent); }
        .notes { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; padding: 18px 20px; }
        .notes div { display: flex; gap: 12px; align-items: baseline; min-width: 0; }
        .notes ul { padding-left: 18px; }

        """#
}
