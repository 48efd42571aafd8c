import Foundation
import Planning

/// China's label (GB 45438-2025) where it is not in XMP: a PNG text, an EXIF comment, a bare
/// segment of JPEG.
enum AIGCStatement {
    /// Returns the label and its carrier.
    static func read(_ statements: Statements) -> (label: AIGCLabel, carrier: String)? {
        for statement in statements.all {
            guard let json = statement.json else { continue }
            let inner = json.members("AIGC") ?? json.words("AIGC").flatMap(MetadataJSON.object)
            let isOwn = statement.keyword == "AIGC"
            guard let fields = inner ?? (isOwn ? json : nil), let label = label(fields) else {
                continue
            }
            return (label, statement.carrier)
        }
        return nil
    }

    /// The label is taken where a field is present that the standard names.
    private static func label(_ json: JSONObject) -> AIGCLabel? {
        let known = [
            "Label", "ContentProducer", "ProduceID", "ReservedCode1", "ContentPropagator",
            "PropagateID", "ReservedCode2",
        ]
        guard known.contains(where: { json[$0] != nil }) else { return nil }
        let fields = json.keys.prefix(16).compactMap { key -> AIGCLabel.Field? in
            guard let node = json[key], let name = MetadataText.name(key) else { return nil }
            let value = node.words ?? node.whole.map(String.init)
            return value.map { AIGCLabel.Field(name, MetadataText.name($0) ?? "") }
        }
        return AIGCLabel(fields: fields)
    }
}
