import CHarfBuzz

extension Shaper {
    /// Asks for half widths where two full-width marks in a row would leave a hole.
    ///
    /// As in the Requirements for Chinese Text Layout, 3.1.6: a closing mark gives up its empty
    /// right half before another mark, an opening one its left half after an opening one. It
    /// depends on the paragraph alone, so a line is as long as it was measured wherever it breaks.
    func punctuationFeatures(_ paragraph: Paragraph, _ clusters: Range<Int>) -> [hb_feature_t] {
        clusters.compactMap { index in
            let scalars = paragraph.clusters[index].scalars
            let range = (start: UInt32(scalars.lowerBound), end: UInt32(scalars.upperBound))
            if isTightened(paragraph, index) {
                return hb_feature_t(tag: CHB_TAG_HALT, value: 1, start: range.start, end: range.end)
            }
            // Noto's Chinese face has one glyph for "·", "•" and "・"; its Japanese form is the
            // narrow bullet.
            guard paragraph.clusters[index].text == "・" else { return nil }
            return hb_feature_t(tag: CHB_TAG_LOCL, value: 0, start: range.start, end: range.end)
        }
    }

    private func isTightened(_ paragraph: Paragraph, _ index: Int) -> Bool {
        switch side(paragraph, index) {
        case .closing: side(paragraph, index + 1) != nil
        case .opening: side(paragraph, index - 1) == .opening
        case nil: false
        }
    }

    private enum Side { case opening, closing }

    /// Returns on which side of its text a full-width mark stands, nil for all else.
    private func side(_ paragraph: Paragraph, _ index: Int) -> Side? {
        guard paragraph.clusters.indices.contains(index),
            faces[paragraph.clusters[index].face].scale < 1
        else { return nil }
        let mark = paragraph.clusters[index].text
        if "（《〈「『【〔〖［｛“‘".contains(mark) { return .opening }
        if "）》〉」』】〕〗］｝”’".contains(mark) { return .closing }
        // Only mainland Chinese sets all of these in the lower left of their square.
        return "，。、．；：！？".contains(mark) && isMainlandChinese ? .closing : nil
    }

    private var isMainlandChinese: Bool {
        let tag = language.lowercased()
        return tag.hasPrefix("zh")
            && !["tw", "hk", "mo", "hant"].contains { tag.hasSuffix("-\($0)") }
    }
}
