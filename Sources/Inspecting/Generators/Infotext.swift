import Foundation
import Planning

/// The text in which AUTOMATIC1111's WebUI and its kin record a generation.
///
///     infotext = prompt-lines [ "Negative prompt:" rest-of-line more-lines ] settings-line
///     settings = pair *( ", " pair )
///     pair     = key ": " value
struct Infotext {
    var prompt: String
    var negative: String?
    var settings: InfotextSettings

    /// The longest text that is read, in bytes: honest ones have a few thousand.
    static let largest = 1 << 20

    /// nil where no settings are found that a generator writes.
    init?(_ text: String) {
        guard text.utf8.count <= Self.largest else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let last = lines.last, last.trimmed.isEmpty { lines.removeLast() }
        lines = Self.withoutTemplates(lines)
        guard let last = lines.last else { return nil }
        let settings = InfotextSettings(last)
        guard settings.areGenerator else { return nil }
        self.settings = settings
        (prompt, negative) = Self.prompts(lines.dropLast())
    }

    /// Dynamic Prompts appends its templates, several lines each, behind the settings.
    private static func withoutTemplates(_ lines: ArraySlice<Substring>) -> ArraySlice<Substring> {
        let marks = ["Template:", "Negative Template:"]
        for index in lines.indices.dropFirst()
        where marks.contains(where: { lines[index].hasPrefix($0) }) {
            if InfotextSettings(lines[index - 1]).areGenerator { return lines[..<index] }
        }
        return lines
    }

    /// Only the start of a line counts: a prompt may speak of negative prompts itself.
    private static func prompts(_ lines: ArraySlice<Substring>) -> (String, String?) {
        let mark = "Negative prompt:"
        var (positive, negative): ([String], [String]?) = ([], nil)
        for line in lines.map(\.trimmed) {
            if negative == nil, line.hasPrefix(mark) {
                negative = [line.dropFirst(mark.count).trimmed]
            } else if negative == nil {
                positive.append(line)
            } else {
                negative?.append(line)
            }
        }
        return (
            positive.joined(separator: "\n").trimmed, negative?.joined(separator: "\n").trimmed
        )
    }
}
