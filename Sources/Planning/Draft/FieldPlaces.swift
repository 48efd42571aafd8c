import Foundation

/// Where the fields of one object of a draft stood in its text.
///
/// Pointers are relative to the object, so they stay true when tracks and segments move.
package struct FieldPlaces: Sendable {
    /// Where the object itself began; zeros where it did not come from text.
    package var line = 0
    package var column = 0

    private var fields: [String: DraftPlace] = [:]

    package init() {}

    init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Remembers that the field `key` (`kb/from/z`) stood at the relative pointer of `place`.
    mutating func record(_ key: String, at place: DraftPlace) {
        fields[key] = place
    }

    /// Returns the place of `key` in the object at `pointer`.
    ///
    /// An aliased field is at its alias; a missing one at its own path, with the position of the
    /// innermost object that would hold it.
    package func place(of key: String = "", in pointer: String) -> DraftPlace {
        guard !key.isEmpty else {
            return DraftPlace(pointer: pointer, line: line, column: column)
        }
        if let field = fields[key] {
            return DraftPlace(
                pointer: "\(pointer)/\(field.pointer)", line: field.line, column: field.column)
        }
        let parent = key.lastIndex(of: "/").map { String(key[..<$0]) } ?? ""
        var place = place(of: parent, in: pointer)
        let last = key.lastIndex(of: "/").map { key[key.index(after: $0)...] } ?? key[...]
        place.pointer += "/\(last)"
        return place
    }
}

/// A value that goes along with another and takes no part in its equality.
@propertyWrapper
package struct Aside<Value: Sendable>: Hashable, Sendable {
    package var wrappedValue: Value

    package init(wrappedValue: Value) {
        self.wrappedValue = wrappedValue
    }

    package static func == (a: Aside, b: Aside) -> Bool { true }

    package func hash(into hasher: inout Hasher) {}
}
