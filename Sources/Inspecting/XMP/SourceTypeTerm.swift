/// A term of IPTC's digital source types in plain words.
package struct SourceTypeTerm: Hashable, Sendable {
    /// As "trainedAlgorithmicMedia".
    package var term: String

    package var statement: Statement

    /// What the file declares, to stand after "the file declares that this picture was", as "made
    /// by a model that was trained on many examples".
    package var english: String

    /// The same in Simplified Chinese, to stand after "文件声明这张图".
    package var chinese: String

    /// What a term says about generative AI.
    package enum Statement: String, Hashable, Sendable, CaseIterable {
        case generative
        /// Generative AI made a part of it.
        case partlyGenerative
        /// The parts may or may not be generative.
        case unknown
        /// Declared to be made otherwise.
        case notGenerative
        /// The term does not speak of it: retired, or of no picture's making.
        case silent
    }

    /// Returns the entry for `term`, which may be a whole URI; nil where the table has none.
    package static func find(_ term: String) -> SourceTypeTerm? {
        self.term(in: term).flatMap { table[$0] }
    }

    /// Returns what stands behind the last "/" of `uri` without space around it; nil where that is
    /// nothing.
    static func term(in uri: String) -> String? {
        let last =
            uri.withoutBlanksAround.split(separator: "/").last.map {
                String($0).withoutBlanksAround
            } ?? ""
        return last.isEmpty ? nil : last
    }

    private static let table = Dictionary(uniqueKeysWithValues: all.map { ($0.term, $0) })

    init(_ term: String, _ statement: Statement, _ english: String, _ chinese: String) {
        self.term = term
        self.statement = statement
        self.english = english
        self.chinese = chinese
    }
}
