import Planning

/// Reading the label that GB 45438-2025 asks for, wherever a program put it.
extension AIGCLabel {
    /// The largest text that may hold a label, in bytes of UTF-8.
    package static let largestText = 1 << 20

    private static let mostFields = 32

    /// The fields that no other format is known to use.
    private static let ownFields: Set<String> = [
        "ContentProducer", "ProduceID", "ReservedCode1", "ContentPropagator", "PropagateID",
        "ReservedCode2",
    ]

    /// Reads `{"Label":"1","ContentProducer":…}`, the same as the member "AIGC" of an object, or
    /// with the word AIGC before it.
    ///
    /// - Returns: nil where `json` is something else: no JSON object, or one without a field of the
    ///   standard. A bare "Label" is one where its value is 1, 2 or 3.
    package static func read(json: String) -> AIGCLabel? {
        guard json.utf8.count <= largestText else { return nil }
        var text = json.withoutBlanksAround
        if text.hasPrefix("AIGC") { text = String(text.dropFirst(4)).withoutBlanksAround }
        guard text.hasPrefix("{"), case .object(let object)? = value(of: text) else { return nil }
        switch object["AIGC"]?.value {
        case .object(let inner): return label(inner)
        case .string(let inner):
            guard case .object(let object)? = value(of: inner) else { return nil }
            return label(object)
        default: return label(object)
        }
    }

    private static func value(of text: String) -> JSONValue? {
        do {
            return try JSONDocument(parsing: Array(text.utf8)).root.value
        } catch {
            return nil  // Text that is no JSON is no label; it is no error either.
        }
    }

    private static func label(_ object: JSONObject) -> AIGCLabel? {
        let fields = object.keys.prefix(mostFields).compactMap { key in
            object[key].flatMap { text(of: $0.value) }.map { Field(key, $0) }
        }
        let isLabel = fields.contains {
            ownFields.contains($0.name) || $0.name == "Label" && ["1", "2", "3"].contains($0.value)
        }
        return isLabel ? AIGCLabel(fields: fields) : nil
    }

    private static func text(of value: JSONValue) -> String? {
        switch value {
        case .string(let text): String(text.unicodeScalars.prefix(2000))
        case .number(let number): number.text
        case .bool(let flag): "\(flag)"
        default: nil
        }
    }
}
