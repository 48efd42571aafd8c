import Foundation
import TestSupport

/// The text of one Swift file of this checkout, as lines.
struct SourceFile {
    /// The path relative to the checkout, for messages.
    var path: String

    var lines: [Substring]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
    }

    /// Returns every Swift file below `folder`, which is relative to the checkout.
    static func all(below folder: String) throws -> [SourceFile] {
        let paths = try FileManager.default.subpathsOfDirectory(
            atPath: Fixtures.checkout.appending(path: folder).path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let path = "\(folder)/\(name)"
            let url = Fixtures.checkout.appending(path: path)
            return SourceFile(path: path, text: try String(contentsOf: url, encoding: .utf8))
        }
    }

    /// The modules that the file imports.
    var imports: Set<String> { Set(lines.compactMap(Self.importedModule)) }

    /// Returns the module of an import line, nil where `line` is none.
    ///
    /// Takes attributes, access levels and the form that names one declaration:
    /// `@preconcurrency package import struct Foundation.URL`.
    static func importedModule(in line: Substring) -> String? {
        let words = line.split(separator: " ").prefix { !$0.hasPrefix("//") }
        guard let keyword = words.firstIndex(of: "import"),
            words[..<keyword].allSatisfy(isImportModifier)
        else { return nil }
        let path = words[(keyword + 1)...].first { !declarationKinds.contains($0) }
        return path?.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.first.map(String.init)
    }

    private static func isImportModifier(_ word: Substring) -> Bool {
        word.hasPrefix("@")
            || ["public", "package", "internal", "fileprivate", "private"].contains(word)
    }

    private static let declarationKinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
}
