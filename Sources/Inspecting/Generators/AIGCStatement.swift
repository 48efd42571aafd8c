import Foundation
import Planning

/// China's label (GB 45438-2025) where it is not in XMP: a PNG text, an EXIF comment, a bare
/// segment of JPEG.
enum AIGCStatement {
    /// Returns the label and its carrier.
    static func read(_ statements: Statements) -> (label: AIGCLabel, carrier: String)? {
        for statement in statements.all {
            guard statement.keyword == "AIGC" || statement.json?["AIGC"] != nil,
                let label = AIGCLabel.read(json: statement.text)
            else { continue }
            return (label, statement.carrier)
        }
        return nil
    }
}
