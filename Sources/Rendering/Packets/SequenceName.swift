import Foundation

/// The names of the files of a sequence: `frames/%04d.png`, or `%d` for numbers without zeros.
package struct SequenceName: Hashable, Sendable {
    /// The number of the first picture.
    package static let firstNumber = 1

    /// The folder of all files.
    package let folder: String

    private let prefix: String
    private let digits: Int
    private let suffix: String

    /// Takes a path whose last part holds one `%d` or `%0Nd`, N from 1 to 9; nil for others.
    package init?(pattern path: String) {
        let url = URL(filePath: path)
        let name = url.lastPathComponent
        let places = name.matches(of: /%(?:0([1-9]))?d/)
        guard let place = places.first, places.count == 1 else { return nil }
        folder = url.deletingLastPathComponent().path
        guard !folder.contains(/%(?:0[1-9])?d/) else { return nil }
        prefix = String(name[..<place.range.lowerBound])
        digits = place.output.1.flatMap { Int($0) } ?? 1
        suffix = String(name[place.range.upperBound...])
    }

    /// Files named by their number alone, with enough digits for `count` pictures, at least four.
    package init(folder: String, ending: String, count: Int) {
        self.folder = folder
        prefix = ""
        digits = max(4, String(count).count)
        suffix = ".\(ending)"
    }

    /// The name of the file with `number`, inside the folder.
    package func name(of number: Int) -> String {
        let text = String(number)
        let zeros = String(repeating: "0", count: max(digits - text.count, 0))
        return prefix + zeros + text + suffix
    }

    /// The whole as people write it.
    package var pattern: String {
        let name = prefix + (digits > 1 ? "%0\(digits)d" : "%d") + suffix
        return URL(filePath: folder).appending(path: name).path
    }

    /// The paths of `count` pictures.
    package func files(count: Int) -> [String] {
        (Self.firstNumber..<Self.firstNumber + count).map { "\(folder)/\(name(of: $0))" }
    }

    /// Whether one of `count` pictures would stand at `path`.
    package func covers(_ path: String, count: Int) -> Bool {
        let url = URL(filePath: path)
        let name = url.lastPathComponent
        guard url.deletingLastPathComponent().path == folder, name.hasPrefix(prefix),
            name.hasSuffix(suffix),
            let number = Int(name.dropFirst(prefix.count).dropLast(suffix.count))
        else { return false }
        let numbers = Self.firstNumber..<Self.firstNumber + count
        return numbers.contains(number) && self.name(of: number) == name
    }
}
