/// The setting of one request: what its steps share, and the notices that they give.
struct TextSetting {
    let request: TextRequest
    private let chooser: FaceChooser
    private let shaper: Shaper
    private let faces: [FontFace]

    /// The face that gives the line boxes their ascent and descent.
    private let mainFace: FontFace?

    /// Whether faces are slanted, by the index of the face.
    private let slants: [Double]
    var notices: [TypesettingNotice] = []
    private var missing: Set<UInt32> = []

    /// The tangent of 12 degrees, the lean of most italics.
    private static let slant = 0.2126

    init(_ typesetter: Typesetter, _ request: TextRequest) {
        let library = typesetter.library
        let candidates = library.candidates(
            family: request.family, weight: request.weight, italic: request.italic)
        self.request = request
        faces = typesetter.faces
        chooser = FaceChooser(
            candidates: candidates.map { ($0, typesetter.faces[$0]) }, language: request.language)
        shaper = Shaper(
            faces: typesetter.faces, language: request.language, isSpaced: request.spacing != 0)
        mainFace = candidates.first.map { typesetter.faces[$0] }
        slants = typesetter.faces.map {
            request.italic && !$0.description.isItalic ? Self.slant : 0
        }
        if !library.hasFamily(request.family), let mainFace {
            notices.append(.missingFamily(request.family, used: mainFace.description.family))
        }
    }

    /// Ascent plus descent of a line box, in em.
    var lineBox: Double { ascent + (mainFace?.descent ?? 0) }
    private var ascent: Double { mainFace?.ascent ?? 0 }

    /// Chooses faces for the characters of an explicit line and measures its clusters.
    mutating func measure(
        _ line: ExplicitLine
    ) -> (paragraph: Paragraph, breaker: LineBreaker) {
        var paragraph = Paragraph(
            line.characters, start: line.start, language: request.language)
        missing.formUnion(chooser.choose(for: &paragraph))
        let spacing = request.spacing / request.size
        var advances = [Double](repeating: 0, count: paragraph.clusters.count)
        var last: Int?
        for glyph in shaper.glyphs(paragraph, paragraph.clusters.indices) {
            advances[glyph.cluster] += glyph.advance + (glyph.cluster == last ? 0 : spacing)
            last = glyph.cluster
        }
        return (paragraph, LineBreaker(paragraph, advances: advances, spacing: spacing))
    }

    /// Places the glyphs of `lines`, the clusters of a paragraph each, at `scale` of the size.
    ///
    /// Lines beyond `capacity` are cut, and the last one then ends in an ellipsis; so it does where
    /// `isCut` says that the text goes on.
    mutating func place(
        _ lines: [(Paragraph, Range<Int>)], capacity: Int, isCut: Bool, at scale: Double
    ) -> TextLayout {
        let size = request.size * scale
        var set = lines.prefix(capacity).map { shapedLine($0.0, $0.1, size: size) }
        if lines.count > capacity || isCut, let last = lines.prefix(capacity).last {
            set[set.count - 1] = lineWithEllipsis(last.0, last.1, size: size)
            notices.append(.cut)
        }
        if scale < 1 { notices.append(.shrunk(scale)) }
        if !missing.isEmpty { notices.append(.missingGlyphs(missing.sorted())) }
        return layout(set, size: size)
    }

    private func layout(_ lines: [TextLine], size: Double) -> TextLayout {
        let width = max(lines.map(\.width).max() ?? 0, 0)
        let height = lineBox * size + Double(lines.count - 1) * request.lineHeight * size
        let placed = lines.enumerated().map { index, line in
            line.offset(
                x: (width - line.width) * leftShare,
                y: ascent * size + Double(index) * request.lineHeight * size)
        }
        let boxes = placed.flatMap(\.glyphs).compactMap { faces[$0.face].bounds(of: $0) }
        return TextLayout(
            request: request, lines: placed, size: size, blockWidth: width, blockHeight: height,
            inkBounds: boxes.first.map { boxes.reduce($0) { $0.union($1) } }, notices: notices)
    }

    /// The share of a line's free width that lies to its left.
    private var leftShare: Double {
        switch request.alignment {
        case .left: 0
        case .center: 0.5
        case .right: 1
        }
    }

    /// Shapes a line by itself; its origin is the left end of its baseline.
    private func shapedLine(_ paragraph: Paragraph, _ range: Range<Int>, size: Double) -> TextLine {
        var line = TextLine(
            text: paragraph.text(range), glyphs: [], clusters: [], x: 0, baseline: 0, width: 0)
        let spacing = request.spacing / request.size * size
        var last: Int?
        for glyph in shaper.glyphs(paragraph, range) {
            if let last, last != glyph.cluster { line.width += spacing }
            line.add(
                advance: glyph.advance * size, of: paragraph.clusters[glyph.cluster],
                goesOn: glyph.cluster == last)
            last = glyph.cluster
            line.glyphs.append(
                PlacedGlyph(
                    face: glyph.face, glyph: glyph.glyph, x: line.width + glyph.offsetX * size,
                    y: -glyph.offsetY * size, advance: glyph.advance * size,
                    size: size * faces[glyph.face].scale, slant: slants[glyph.face]))
            line.width += glyph.advance * size
        }
        return line
    }

    /// Returns `range` up to the end of its last whole word, or all of it where that costs too
    /// much.
    private func wholeWords(_ paragraph: Paragraph, _ range: Range<Int>) -> Range<Int> {
        let clusters = paragraph.clusters
        guard range.upperBound < clusters.count,
            !clusters[range.upperBound].isSpace, !clusters[range.upperBound - 1].mayBreakAfter,
            let last = clusters[range].lastIndex(where: \.mayBreakAfter)
        else { return range }
        let shortened = paragraph.trimmed(range.lowerBound..<last + 1)
        return shortened.count * 3 >= range.count * 2 ? shortened : range
    }

    /// Returns the start of `range` that leaves room for an ellipsis, with the ellipsis.
    private mutating func lineWithEllipsis(
        _ paragraph: Paragraph, _ range: Range<Int>, size: Double
    ) -> TextLine {
        var kept = range
        while true {
            kept = paragraph.trimmed(kept)
            let characters = kept.map { paragraph.clusters[$0].text } + ["…"]
            var shortened = Paragraph(characters, language: request.language)
            for index in shortened.clusters.indices where !kept.isEmpty {
                let own = min(kept.lowerBound + index, kept.upperBound - 1)
                shortened.clusters[index].offset = paragraph.clusters[own].offset
            }
            let absent = chooser.choose(for: &shortened)
            let line = shapedLine(shortened, shortened.clusters.indices, size: size)
            if line.width <= request.maxWidth || kept.isEmpty {
                let whole = wholeWords(paragraph, kept)
                guard whole == kept else {
                    kept = whole
                    continue
                }
                missing.formUnion(absent)
                return line
            }
            kept = kept.lowerBound..<kept.upperBound - 1
        }
    }
}

extension TextLine {
    /// Takes a glyph's advance into the box of its cluster.
    fileprivate mutating func add(
        advance: Double, of cluster: Paragraph.Cluster, goesOn: Bool
    ) {
        if goesOn, !clusters.isEmpty {
            clusters[clusters.count - 1].width += advance
        } else {
            clusters.append(
                ClusterBox(
                    offset: cluster.offset, isSpace: cluster.isSpace, x: width, width: advance))
        }
    }

    /// The line with its glyphs moved to where its origin is.
    fileprivate func offset(x dx: Double, y dy: Double) -> TextLine {
        var result = self
        result.x += dx
        result.baseline += dy
        for index in result.glyphs.indices {
            result.glyphs[index].x += dx
            result.glyphs[index].y += dy
        }
        for index in result.clusters.indices { result.clusters[index].x += dx }
        return result
    }
}
