import Foundation
import Inspecting
import Planning
import TestSupport
import Testing

/// The facts that an independent reader found in the shared pictures.
struct ExpectedFacts {
    var file: String
    var values: JSONObject

    /// All pictures; empty where they are not beside this checkout.
    static let all: [ExpectedFacts] = {
        do { return try load() } catch {
            Issue.record(error)
            return []
        }
    }()

    private static func load() throws -> [ExpectedFacts] {
        guard let url = Fixtures.shared("images/expected.json") else { return [] }
        let document = try JSONDocument(parsing: [UInt8](try Data(contentsOf: url)))
        return (document.root.object?["files"]?.array ?? []).compactMap { node in
            guard let values = node.object, let file = values["file"]?.text else { return nil }
            return ExpectedFacts(file: file, values: values)
        }
    }

    /// Those that record a generation.
    static let generated = all.filter { $0.values["generation"] != nil }

    func bytes() throws -> [UInt8] {
        let url = try #require(Fixtures.shared("images/\(file)"))
        return [UInt8](try Data(contentsOf: url))
    }

    func facts() throws -> PictureFacts {
        try PictureInspector.facts(of: try bytes(), file: file)
    }

    func text(_ key: String) -> String? { values[key]?.text }
    func integer(_ key: String) -> Int? { values[key]?.integer }

    /// A member of "generation" or "camera".
    func inner(_ object: String, _ key: String) -> JSONNode? { values[object]?.object?[key] }
}

extension ExpectedFacts: CustomTestStringConvertible {
    var testDescription: String { file }
}

extension JSONNode {
    var object: JSONObject? { if case .object(let object) = value { object } else { nil } }
    var array: [JSONNode]? { if case .array(let items) = value { items } else { nil } }
    var text: String? { if case .string(let text) = value { text } else { nil } }
    var integer: Int? { if case .number(let number) = value { number.integer } else { nil } }
    var double: Double? { if case .number(let number) = value { number.double } else { nil } }

    /// A number as it is written.
    var literal: String? { if case .number(let number) = value { number.text } else { nil } }
}
