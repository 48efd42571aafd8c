import Foundation
import Planning

/// The canvas in units of 1/1080 of its shorter side, and its shape: layouts are written in these
/// units and differ by shape.
package struct Stage: Hashable, Sendable {
    /// In units: 1920 by 1080 for 16:9, 1080 by 1920 for 9:16.
    package var width: Double
    package var height: Double

    /// - Parameters: pixelWidth, pixelHeight: the canvas; at least 1 each.
    package init(pixelWidth: Int, pixelHeight: Int) {
        let unit = Double(min(pixelWidth, pixelHeight)) / 1080
        width = Double(pixelWidth) / unit
        height = Double(pixelHeight) / unit
    }

    package enum Shape: Hashable, Sendable { case wide, square, tall }

    package var shape: Shape {
        if width > height * CaptionRules.clearly { return .wide }
        return height > width * CaptionRules.clearly ? .tall : .square
    }

    package var aspectRatio: Double { width / height }

    /// The left edge of text; nothing but pictures goes nearer to the sides than 5 %.
    var margin: Double { width * (shape == .wide ? 0.085 : 0.07) }

    /// What captions keep here.
    var captionRules: CaptionRules { CaptionRules(width: width, height: height) }

    /// Where captions end.
    var captionBottom: Double { height * captionRules.bottom }

    /// The centre of the line that shows how far the video has come.
    var progressY: Double { height * (shape == .tall ? 0.772 : 0.94) }

    /// Where cards must end so that a caption of two lines stays free.
    func cardBottom(_ theme: Theme) -> Double {
        captionBottom - 2.6 * theme.captionSize - 24
    }
}

/// A rectangle in units of a stage, origin top left.
struct Area: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var centerX: Double { x + width / 2 }
    var centerY: Double { y + height / 2 }
    var bottom: Double { y + height }
    var right: Double { x + width }

    /// The rectangle grown by `distance` on each side.
    func grown(by distance: Double) -> Area {
        Area(
            x: x - distance, y: y - distance, width: width + 2 * distance,
            height: height + 2 * distance)
    }

    func moved(down distance: Double) -> Area {
        Area(x: x, y: y + distance, width: width, height: height)
    }
}

extension Stage {
    var whole: Area { Area(x: 0, y: 0, width: width, height: height) }
}
