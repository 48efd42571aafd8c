import CHarfBuzz

/// Turns runs of code points into glyphs with HarfBuzz.
///
/// Lengths are em of the requested size.
struct Shaper {
    /// All faces of the library.
    var faces: [FontFace]
    var language: String

    /// Whether letters are spaced; they are then never joined into ligatures (CSS Text 3, 8.2).
    var isSpaced: Bool

    /// Returns the glyphs of the clusters in `range` as they are drawn, from left to right.
    func glyphs(_ paragraph: Paragraph, _ range: Range<Int>) -> [ShapedGlyph] {
        visualOrder(runs(paragraph, range)) { $0.level }.flatMap { run in
            run.isMissing ? boxes(paragraph, run) : shape(paragraph, run)
        }
    }

    /// Clusters in a row that HarfBuzz can take at once.
    private struct Run {
        var clusters: Range<Int>
        var face: Int
        var level: UInt8
        var script: hb_script_t
        var isMissing: Bool
    }

    private func runs(_ paragraph: Paragraph, _ range: Range<Int>) -> [Run] {
        var runs: [Run] = []
        for index in range {
            let cluster = paragraph.clusters[index]
            if let last = runs.last, last.face == cluster.face, last.level == cluster.level,
                last.script == cluster.script, last.isMissing == cluster.isMissing
            {
                runs[runs.count - 1].clusters = last.clusters.lowerBound..<index + 1
            } else {
                runs.append(
                    Run(
                        clusters: index..<index + 1, face: cluster.face, level: cluster.level,
                        script: cluster.script, isMissing: cluster.isMissing))
            }
        }
        return runs
    }

    /// One box for each cluster, however many code points it has.
    private func boxes(_ paragraph: Paragraph, _ run: Run) -> [ShapedGlyph] {
        let face = faces[run.face]
        let advance = Double(hb_font_get_glyph_h_advance(face.font, 0)) / face.unitsPerEm
        let boxes = run.clusters.map {
            ShapedGlyph(
                face: run.face, glyph: 0, cluster: $0, advance: advance * face.scale,
                offsetX: 0, offsetY: 0)
        }
        return run.level % 2 == 1 ? boxes.reversed() : boxes
    }

    private func shape(_ paragraph: Paragraph, _ run: Run) -> [ShapedGlyph] {
        guard let buffer = hb_buffer_create() else { return [] }
        defer { hb_buffer_destroy(buffer) }
        let first = paragraph.clusters[run.clusters.lowerBound].scalars.lowerBound
        let end = paragraph.clusters[run.clusters.upperBound - 1].scalars.upperBound
        // The whole paragraph is given, for letters join across the ends of a run.
        hb_buffer_add_utf32(
            buffer, paragraph.scalars, Int32(paragraph.scalars.count), UInt32(first),
            Int32(end - first))
        hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE)
        hb_buffer_set_direction(
            buffer, run.level % 2 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        hb_buffer_set_script(buffer, run.script)
        hb_buffer_set_language(buffer, hb_language_from_string(language, -1))
        let features = ligatureFeatures + punctuationFeatures(paragraph, run.clusters)
        hb_shape(faces[run.face].font, buffer, features, UInt32(features.count))
        return read(buffer, paragraph, run)
    }

    private var ligatureFeatures: [hb_feature_t] {
        guard isSpaced else { return [] }
        return [CHB_TAG_LIGA, CHB_TAG_CLIG].map {
            hb_feature_t(tag: $0, value: 0, start: 0, end: .max)
        }
    }

    private func read(
        _ buffer: OpaquePointer, _ paragraph: Paragraph, _ run: Run
    ) -> [ShapedGlyph] {
        var count: UInt32 = 0
        guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
            let positions = hb_buffer_get_glyph_positions(buffer, &count)
        else { return [] }
        let em = faces[run.face].scale / faces[run.face].unitsPerEm
        return (0..<Int(count)).map { index in
            let position = positions[index]
            return ShapedGlyph(
                face: run.face, glyph: infos[index].codepoint,
                cluster: paragraph.clusterOfScalar[Int(infos[index].cluster)],
                advance: Double(position.x_advance) * em,
                offsetX: Double(position.x_offset) * em,
                offsetY: Double(position.y_offset) * em)
        }
    }
}

/// A glyph as HarfBuzz gives it, in em of the requested size, y up.
struct ShapedGlyph {
    /// The index of the face in the library.
    var face: Int
    var glyph: UInt32

    /// The cluster that it belongs to; of several joined into one glyph the first.
    var cluster: Int
    var advance: Double
    var offsetX: Double
    var offsetY: Double
}
