extension ReportStyle {
    /// Narrow screens and paper.
    static let media = #"""

        @media screen and (max-width: 720px) {
          main { padding: 20px 14px 48px; }
          .findings li { grid-template-columns: 76px 1fr auto; }
          .findings .message, .times.many { grid-column: 1 / -1; grid-row: 2; }
          .times.many { grid-row: 3; }
          .figures div { max-width: none; }
          .segments { width: 100%; }
          .segments button { flex: 1 1 auto; padding: 4px 6px; font-size: 13px; }
          .chart.wide { display: none; }
          .chart.narrow { display: block; }
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
