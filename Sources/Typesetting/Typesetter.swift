/// Sets text: chooses faces, shapes, breaks lines, places glyphs and draws their coverage.
///
/// Not thread-safe: one for each task. All faces of the library are opened once, at the start.
package final class Typesetter {
    let library: FontLibrary
    let freeType: FreeType
    let faces: [FontFace]

    /// - Throws: `TypesettingError` where a file of the library can't be opened any more.
    package init(_ library: FontLibrary) throws {
        let freeType = try FreeType()
        self.library = library
        self.freeType = freeType
        faces = try library.faces.map { try FontFace(path: $0.path, freeType: freeType) }
    }

    /// The largest number of grapheme clusters in a text.
    private static let clusterLimit = 20_000

    /// Returns the lines of `request`.
    ///
    /// The same request gives the same layout everywhere.
    package func layout(_ request: TextRequest) -> TextLayout {
        let request = request.clamped
        var setting = TextSetting(self, request)
        let (lines, isCut) = explicitLines(request.text, limit: Self.clusterLimit)
        let measured = lines.map { setting.measure($0) }
        let fitter = TextFitter(
            breakers: measured.map(\.breaker), request: request, lineBox: setting.lineBox)
        let fit = fitter.fit()
        let ranges = zip(measured, fit.lines).flatMap { pair in
            pair.1.ranges.map { (pair.0.paragraph, pair.0.paragraph.trimmed($0)) }
        }
        let capacity = fitter.lineCapacity(scale: fit.scale)
        let count = min(fit.lineCount, capacity)
        if count > fitter.lineLimit {
            setting.notices.append(.moreLines(limit: fitter.lineLimit, lines: count))
        }
        return setting.place(ranges, capacity: capacity, isCut: isCut, at: fit.scale)
    }
}
