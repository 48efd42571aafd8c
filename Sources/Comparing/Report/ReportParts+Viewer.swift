import Foundation

extension ReportParts {
    private var hasVideos: Bool {
        input.urlA != nil && input.urlB != nil && input.comparison.file.a.video != nil
            && input.comparison.file.b.video != nil
    }

    /// Both videos or stills, one beside or over the other; the script shows and drives it.
    var viewer: String {
        guard hasVideos || !shown.isEmpty else { return "" }
        let facts = input.comparison.file.a
        let ratio = "\(facts.width ?? 16) / \(facts.height ?? 9)"
        func layer(_ side: String, _ url: String?) -> String {
            let video =
                hasVideos
                ? """
                <video src="\(HTML.escaped(url ?? ""))" preload="auto" playsinline \
                \(side == "b" ? "muted" : "")></video>
                """ : ""
            let letter = side.uppercased()
            return """
                <div class="layer \(side)">\(video)<img alt="Frame of \(letter)" hidden>\
                <b class="badge \(side)">\(letter)</b></div>
                """
        }
        return """
            <h2 class="section screen">Look at both</h2>
            <section class="card viewer screen" id="viewer" data-mode="side" hidden \
            style="--ratio: \(ratio)">
            <div class="bar"><div class="segments" role="group" aria-label="View">
            \(Self.modes.map { mode, name, pressed in
                """
                <button type="button" data-mode="\(mode)" aria-pressed="\(pressed)">\
                \(name)</button>
                """
            }.joined(separator: "\n"))
            </div><span class="spring"></span>\(sources)</div>
            <p class="missing" hidden>The videos can't be played: they don't lie where they did when \
            this report was written, or this browser can't decode \
            them.\(shown.isEmpty ? "" : " The worst frames are still here.")</p>
            <div class="stage" id="stage"><div class="mix">\(layer("a", input.urlA))\
            \(layer("b", input.urlB))</div>
            <img class="heat" alt="Where both differ" hidden>
            <div class="handle" role="slider" tabindex="0" aria-label="Border between A and B" \
            aria-valuemin="0" aria-valuemax="100" aria-valuenow="50"></div></div>
            \(Self.transport)
            \(Self.heatFilter)
            </section>
            """
    }

    private static let modes = [
        ("side", "Side by side", true), ("flicker", "Flicker", false), ("slider", "Slider", false),
        ("heat", "Difference", false),
    ]

    private var sources: String {
        guard hasVideos, !shown.isEmpty else { return "" }
        return """
            <div class="segments" role="group" aria-label="Pictures">
            <button type="button" data-source="video" aria-pressed="true">Videos</button>
            <button type="button" data-source="still" aria-pressed="false">Worst frames</button></div>
            """
    }

    private static let transport = """
        <div class="bar transport">
        <button type="button" id="back" aria-label="One frame back" title="One frame back (←)">\
        <svg viewBox="0 0 20 20"><path d="M13 4 6 10l7 6zM4 4h2v12H4z"/></svg></button>
        <button type="button" id="play" aria-label="Play" title="Play or pause (space)">\
        <svg viewBox="0 0 20 20"><path class="on" d="M5 3l12 7-12 7z"/>\
        <path class="off" d="M5 3h4v14H5zm6 0h4v14h-4z"/></svg></button>
        <button type="button" id="forth" aria-label="One frame forward" \
        title="One frame forward (→)"><svg viewBox="0 0 20 20">\
        <path d="M7 4l7 6-7 6zM14 4h2v12h-2z"/></svg></button>
        <input type="range" id="seek" min="0" max="1" step="0.001" value="0" aria-label="Position">
        <output id="clock">0:00.00</output>
        <select id="speed" aria-label="Speed"><option value="0.1">0.1×</option>\
        <option value="0.25">¼×</option><option value="0.5">½×</option>\
        <option value="1" selected>1×</option></select>
        <select id="sound" aria-label="Sound"><option value="a">Sound of A</option>\
        <option value="b">Sound of B</option><option value="">Muted</option></select>
        </div>
        """

    /// Dark where both are alike, over violet and orange to white.
    private static let heatFilter = """
        <svg class="defs" aria-hidden="true"><filter id="heat" color-interpolation-filters="sRGB">\
        <feColorMatrix values="2.4 4.8 1.6 0 0 2.4 4.8 1.6 0 0 2.4 4.8 1.6 0 0 0 0 0 0 1"/>\
        <feComponentTransfer><feFuncR type="table" tableValues="0.02 0.34 0.80 0.98 1"/>\
        <feFuncG type="table" tableValues="0.02 0.06 0.22 0.62 1"/>\
        <feFuncB type="table" tableValues="0.06 0.43 0.33 0.08 0.75"/></feComponentTransfer>\
        </filter></svg>
        """

    /// Stills of which both pictures can be shown.
    private var shown: [(still: ReportInput.Still, a: String, b: String)] {
        input.stills.compactMap { still in
            guard let a = HTML.picture(still.a), let b = HTML.picture(still.b) else { return nil }
            return (still, a, b)
        }
    }

    var stills: String {
        let shown = shown
        guard !shown.isEmpty else { return "" }
        let figures = shown.enumerated().map { index, item in
            let moment = Wording.moment(item.still.time)
            let ssim = item.still.ssim.map { ", SSIM \(Wording.fixed($0, digits: 4))" } ?? ""
            let heat = HTML.picture(item.still.heat).map {
                #"<img class="h" src="\#($0)" alt="Where both differ at \#(moment)">"#
            }
            return """
                <figure class="card still" data-time="\(HTML.number(item.still.time, digits: 3))">
                <button type="button" data-still="\(index)" aria-label="Look at \(moment)">
                <img class="a" src="\(item.a)" alt="A at \(moment)"><img class="b" src="\(item.b)" \
                alt="B at \(moment)">\(heat ?? "")</button>
                <figcaption>\(moment)\(ssim)<span class="quiet">A, B\
                \(heat == nil ? "" : ", difference")</span></figcaption></figure>
                """
        }
        return """
            <h2 class="section">Worst frames</h2>
            <div class="stills">\(figures.joined(separator: "\n"))</div>
            """
    }

    /// What the script needs, as JSON.
    func data(charts: String) -> String {
        let alignment = input.comparison.alignment
        return """
            {"offset":\(HTML.number(alignment.offset_ms / 1000, digits: 5)),\
            "speed":\(HTML.number(1 + alignment.drift_ppm / 1e6, digits: 8)),\
            "fps":\(HTML.number(input.comparison.file.a.fps ?? 25, digits: 5)),\
            "seconds":\(HTML.number(input.comparison.file.a.seconds, digits: 3)),\
            "charts":\(charts)}
            """
    }
}
