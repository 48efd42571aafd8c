import Foundation
import Planning
import Typesetting

/// The card for a file that broke after its plan was made, to be drawn where the file was.
///
/// It has the shape of the picture, since the clip's view is one of that.
struct BrokenSourceCard: Sendable {
    private let width: Int
    private let height: Int
    private let words: TextMasks?

    init(_ content: PictureContent, _ placement: Placement, _ typesetter: Typesetter) {
        func most(_ side: Animation) -> Double { side.keys.map(\.value).max() ?? 1 }
        let (full, high) = (Double(content.width), Double(content.height))
        let cover = max(most(placement.width) / full, most(placement.height) / high)
        let scale = min(cover, Self.longestSide / max(full, high))
        width = max(Int((full * scale).rounded()), 2)
        height = max(Int((high * scale).rounded()), 2)
        let name = URL(filePath: content.path).lastPathComponent
        words = PlaceholderCard.words(name, width: width, height: height, typesetter)
    }

    private static let longestSide = 4096.0

    /// Draws the card; `materials` are those of the clip's effects.
    func prepared(_ materials: [EffectMaterial]) -> PreparedClip {
        let card = PlaceholderCard(width: width, height: height, words: words)
        let raster = GeneratedRaster(width: width, height: height).make(card)
        return .picture(raster, backdrop: nil, materials: materials)
    }
}
