package import Foundation

/// Reads subtitle files that lie beside a video: SubRip and WebVTT.
package enum CaptionFile {
    /// More are no subtitles.
    private static let mostBytes = 16 << 20

    /// Returns the captions of the file at `url` in the order of its blocks; nil where it can't be
    /// read or holds none.
    package static func read(_ url: URL) -> [FileLabels.Caption]? {
        guard let file = try? FileHandle(forReadingFrom: url) else { return nil }
        defer { try? file.close() }
        guard let data = try? file.read(upToCount: mostBytes) else { return nil }
        let text = String(decoding: data, as: UTF8.self)
            .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let captions = text.components(separatedBy: "\n\n").compactMap(caption)
        return captions.isEmpty ? nil : captions
    }

    /// Returns `text` without markup, entities and empty lines.
    static func plain(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            let next = rest.index(after: open)
            guard next < rest.endIndex, let close = rest[open...].firstIndex(of: ">"),
                rest[next].isLetter || rest[next].isNumber || rest[next] == "/"
            else {
                result.append("<")
                rest = rest[next...]
                continue
            }
            rest = rest[rest.index(after: close)...]
        }
        result += rest
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
            result = result.replacing(entity, with: character)
        }
        return result.split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    /// A block of lines of which one holds an arrow between two times.
    private static func caption(_ block: String) -> FileLabels.Caption? {
        let lines = block.components(separatedBy: "\n")
        guard let place = lines.firstIndex(where: { $0.contains("-->") }) else { return nil }
        let ends = lines[place].components(separatedBy: "-->")
        guard ends.count == 2, let start = time(ends[0]), let end = time(ends[1]) else {
            return nil
        }
        let text = plain(lines[(place + 1)...].joined(separator: "\n"))
        return text.isEmpty ? nil : FileLabels.Caption(start: start, end: end, text: text)
    }

    /// "1:02:03,456" or "02:03.456" in milliseconds; settings behind it are left out.
    private static func time(_ text: String) -> Int? {
        guard let word = text.split(whereSeparator: \.isWhitespace).first else { return nil }
        let parts = word.replacing(",", with: ".").split(separator: ":").map { Double($0) }
        guard !parts.isEmpty, parts.count <= 3 else { return nil }
        var seconds = 0.0
        for part in parts {
            guard let part, part >= 0, part < 1e6 else { return nil }
            seconds = 60 * seconds + part
        }
        return Int((seconds * 1000).rounded())
    }
}
