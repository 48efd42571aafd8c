import Foundation
import Planning
import Testing

/// Sentences with what must come of them, and the drafts that they are said of.
enum Corpus {
    /// A file of the corpus that can't be used.
    struct Broken: Error, CustomStringConvertible {
        var description: String
    }

    static let names = [
        "english-dev", "english-test", "english-more", "english-late",
        "chinese-dev", "chinese-test", "chinese-more", "chinese-late",
    ]

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Corpus")

    static func entries(_ name: String) throws -> [CorpusEntry] {
        let file = folder.appending(path: "\(name).json")
        let items = try JSONDocument(parsing: Array(Data(contentsOf: file))).root.value.items
        return try items.enumerated().map { index, item in
            guard let entry = CorpusEntry(item) else {
                throw Broken(description: "entry \(index) of \(name) is not in the form")
            }
            return entry
        }
    }

    static func draft(_ name: String) throws -> Draft {
        let file = folder.appending(path: "drafts/\(name).json")
        return try Draft(parsing: Array(Data(contentsOf: file)))
    }
}
