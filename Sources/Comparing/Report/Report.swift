import Foundation

/// One page of HTML that needs nothing else but, for playing, the two videos beside it.
package enum Report {
    /// Returns the page.
    package static func html(_ input: ReportInput) -> String {
        let parts = ReportParts(input)
        let charts = ReportCharts(input).html()
        let title = HTML.escaped(input.title)
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
            img-src data:; media-src 'self' file:; style-src 'unsafe-inline'; \
            script-src 'unsafe-inline'">
            <link rel="icon" href="data:,">
            <title>\(title)</title>
            <style>\(ReportStyle.text)</style>
            </head>
            <body>
            <main>
            \(parts.head)
            \(parts.verdict)
            \(parts.figures)
            \(parts.findings)
            \(parts.viewer)
            \(parts.stills)
            <h2 class="section">Over time</h2>
            \(charts.section)
            <h2 class="section">All values</h2>
            <section class="card values">\(ReportTable(input.comparison).html())</section>
            \(parts.notes)
            </main>
            <script type="application/json" id="data">\(parts.data(charts: charts.json))</script>
            <script>\(ReportScript.text)</script>
            </body>
            </html>

            """
    }
}
