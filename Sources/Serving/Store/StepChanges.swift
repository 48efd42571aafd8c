import Foundation

/// Lines of words, as one column holds them.
enum StepChanges {
    static func encode(_ changes: [String]) throws -> String {
        String(decoding: try JSONEncoder().encode(changes), as: UTF8.self)
    }

    static func decode(_ column: String) throws -> [String] {
        try JSONDecoder().decode([String].self, from: Data(column.utf8))
    }
}
