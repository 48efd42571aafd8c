/// The look of the report: one grid of 8 pixels, blue for A, orange for B.
enum ReportStyle {
    static let text = page + viewer + values + media

    private static let page = #"""

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
        .figures div { flex: 1 1 auto; max-width: 260px; padding: 12px 16px; border-radius: 12px;
          background: var(--panel); border: 1px solid var(--line); }
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
        .times:empty { display: none; }
        .times.many { display: flex; flex-wrap: wrap; gap: 6px; grid-column: 3 / -1; padding: 4px 0; }
        .time { padding: 1px 10px; border: 1px solid var(--line); border-radius: 10px;
          background: none; font-size: 13px; font-variant-numeric: tabular-nums; cursor: pointer; }
        .time:hover { border-color: var(--edge); background: var(--raised); }

        """#
}
