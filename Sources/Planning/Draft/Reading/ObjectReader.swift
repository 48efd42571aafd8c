import Foundation

/// Reads the fields of one JSON object: forgiving on spelling, strict on meaning.
///
/// What is wrong goes to the log and reads as absent, so that one pass finds all that is wrong.
struct ObjectReader {
    let object: JSONObject

    /// The JSON Pointer of the object in the whole text.
    let pointer: String

    /// The JSON Pointer of the object that owns `places`.
    private let owner: String

    /// The keys from the owner to this object, each with a slash after it.
    private let prefix: String

    /// Where the object began.
    let line: Int
    let column: Int

    var log: DraftLog
    var places: FieldPlaces

    /// Every key that was asked for: the rest is unknown.
    private var known: Set<String> = []

    /// The order of asking, for suggestions.
    private var vocabulary: [String] = []

    /// A reader of an object that owns its places.
    init(_ object: JSONObject, node: JSONNode, pointer: String, log: DraftLog) {
        self.object = object
        self.pointer = pointer
        self.log = log
        (owner, prefix) = (pointer, "")
        (line, column) = (Int(node.line), Int(node.column))
        places = FieldPlaces(line: line, column: column)
    }

    /// A reader of an object inside `parent`'s, which lends its log and places.
    private init(_ object: JSONObject, of found: Found, key: String, parent: inout ObjectReader) {
        self.object = object
        pointer = found.place.pointer
        (owner, prefix) = (parent.owner, parent.prefix + key + "/")
        (line, column) = (found.place.line, found.place.column)
        log = DraftLog()
        places = FieldPlaces()
        swap(&log, &parent.log)
        swap(&places, &parent.places)
    }

    /// A value that is there, and where.
    struct Found {
        var node: JSONNode
        var place: DraftPlace
        var isAlias: Bool
    }

    /// The names of one value, in the order in which they are tried.
    struct Field: ExpressibleByStringLiteral {
        var key: String
        /// Other names on the object itself.
        var aliases: [String] = []
        /// Names inside the object's `m`.
        var mirrors: [String] = []

        init(_ key: String, aliases: [String] = [], mirrors: [String] = []) {
            (self.key, self.aliases, self.mirrors) = (key, aliases, mirrors)
        }

        init(stringLiteral key: String) { self.key = key }
    }

    /// Returns the first of the field's names that is there and not null.
    mutating func find(_ field: Field) -> Found? {
        var found: Found?
        for name in [field.key] + field.aliases {
            know(name)
            guard let node = object[name], node.value != .null else { continue }
            let place = place(of: name, at: node)
            if let found {
                if found.node != node {
                    log.notice("\(name) is left out: \(field.key) comes first", at: place)
                }
                continue
            }
            found = Found(node: node, place: place, isAlias: name != field.key)
        }
        if found == nil, case .object(let mirror)? = object["m"]?.value {
            found =
                field.mirrors.lazy.compactMap { [self] name in
                    guard let node = mirror[name], node.value != .null else { return nil }
                    return Found(node: node, place: place(of: "m/\(name)", at: node), isAlias: true)
                }.first
        }
        if let found { record(field.key, found.place) }
        return found
    }

    /// Remembers where `key` stood.
    mutating func record(_ key: String, _ place: DraftPlace) {
        var relative = place
        relative.pointer = String(place.pointer.dropFirst(owner.count + 1))
        places.record(prefix + key, at: relative)
    }

    private func place(of path: String, at node: JSONNode) -> DraftPlace {
        DraftPlace(
            pointer: "\(pointer)/\(path)", line: Int(node.line), column: Int(node.column))
    }

    private mutating func know(_ name: String) {
        if known.insert(name).inserted { vocabulary.append(name) }
    }

    /// The place of a field that is not there.
    func place(ofMissing key: String) -> DraftPlace {
        DraftPlace(pointer: "\(pointer)/\(key)", line: line, column: column)
    }

    /// Logs that `found` is not what was expected.
    mutating func reject(_ found: Found, expected: String) {
        log.add(.value(expected: expected, found: found.node.summary), at: found.place)
    }

    /// Reads an object with `body`; a value of another type is an error.
    mutating func object<Value>(
        _ key: String, expected: String = "an object", _ body: (inout ObjectReader) -> Value
    ) -> Value? {
        guard let found = find(Field(key)) else { return nil }
        return object(in: found, key: key, expected: expected, body)
    }

    /// Reads the object in `found`, which stands under `key`.
    mutating func object<Value>(
        in found: Found, key: String, expected: String = "an object",
        _ body: (inout ObjectReader) -> Value
    ) -> Value? {
        guard case .object(let object) = found.node.value else {
            reject(found, expected: expected)
            return nil
        }
        var reader = ObjectReader(object, of: found, key: key, parent: &self)
        let value = body(&reader)
        swap(&log, &reader.log)
        swap(&places, &reader.places)
        return value
    }

    /// Reads the object in `found` as one with places of its own.
    mutating func owned<Value>(
        _ found: Found, expected: String, _ body: (inout ObjectReader) -> Value
    ) -> Value? {
        guard case .object(let object) = found.node.value else {
            reject(found, expected: expected)
            return nil
        }
        var lent = DraftLog()
        swap(&lent, &log)
        var reader = ObjectReader(
            object, node: found.node, pointer: found.place.pointer, log: lent)
        lent = DraftLog()
        let value = body(&reader)
        swap(&log, &reader.log)
        return value
    }

    /// Returns the members of an array with their places; a value of another type is an error.
    mutating func array(_ key: String, expected: String = "an array") -> [Found]? {
        guard let found = find(Field(key)) else { return nil }
        return items(of: found, expected: expected)
    }

    /// Returns the members of the array in `found` with their places.
    mutating func items(of found: Found, expected: String) -> [Found]? {
        guard case .array(let nodes) = found.node.value else {
            reject(found, expected: expected)
            return nil
        }
        return nodes.enumerated().map { index, node in
            let place = DraftPlace(
                pointer: "\(found.place.pointer)/\(index)", line: Int(node.line),
                column: Int(node.column))
            return Found(node: node, place: place, isAlias: false)
        }
    }

    /// Returns all members that were not asked for, after a notice for each.
    mutating func unknown(keeping quiet: [String] = []) -> JSONObject {
        var rest = JSONObject()
        for key in object.keys where !known.contains(key) {
            guard let node = object[key] else { continue }
            rest.set(key, node)
            guard !quiet.contains(key), node.value != .null else { continue }
            log.notice(
                "unknown key \(JSONWriter.quoted(key)) is kept and not used",
                at: place(of: JSONPointer.escape(key), at: node),
                hint: Spelling.hint(for: key, among: vocabulary.filter { $0.count > 1 }))
        }
        return rest
    }
}
