import Foundation

/// A sentence that asks for a new video rather than a change of one.
package enum ExplainingWish {
    private static let beginnings = [
        "explain", "make an explainer", "make a video", "讲解", "解释", "说明", "生成",
    ]

    /// Whether `sentence` is one.
    package static func isIn(_ sentence: String) -> Bool {
        let start = sentence.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        return beginnings.contains(where: start.hasPrefix)
    }
}
