import Foundation

/// A sentence as it stands on a command line, or comes from standard input.
struct SentenceInput {
    private let words: [String]

    /// A first `--` ends the options and says nothing.
    init(_ words: [String]) { self.words = words.first == "--" ? Array(words.dropFirst()) : words }

    private static let largest = 1_000_000

    /// - Throws: where standard input holds no text of at most 1 MB.
    func text() throws -> String {
        guard words == ["-"] else { return words.joined(separator: " ") }
        let data: Data
        do {
            data = try FileHandle.standardInput.read(upToCount: Self.largest + 1) ?? Data()
        } catch {
            throw Failure("standard input: can't read: \(error.localizedDescription)", .failed)
        }
        guard data.count <= Self.largest else {
            throw Failure("standard input: more than 1 MB is no sentence", .input)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure("standard input: this is not UTF-8 text", .input)
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
