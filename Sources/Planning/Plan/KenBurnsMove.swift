import Foundation

/// A view of a source, in source pixels with edge coordinates: pixel `i` covers `i ..< i + 1`.
package struct CropRectangle: Hashable, Sendable {
    package var centerX: Double
    package var centerY: Double
    package var width: Double
    package var height: Double

    package init(centerX: Double, centerY: Double, width: Double, height: Double) {
        self.centerX = centerX
        self.centerY = centerY
        self.width = width
        self.height = height
    }

    package var left: Double { centerX - width / 2 }
    package var top: Double { centerY - height / 2 }
}

/// The view that travels over a still picture while its clip plays.
///
/// A move is a pure function of the frame's index, so any frame can be rendered alone, out of order
/// and on any thread.
package struct KenBurnsMove: Hashable, Sendable {
    /// The view at progress 0, clamped to the source.
    package var start: CropRectangle

    /// The view at progress 1, clamped to the source and of the start's shape.
    package var end: CropRectangle

    package var easing: Easing

    package var path: Path

    package enum Path: String, Hashable, Sendable, CaseIterable {
        /// Equal steps of progress multiply the width by equal factors: the zoom looks steady.
        case exponential
        /// The edges move linearly.
        case linear
    }

    package init(
        start: CropRectangle, end: CropRectangle, easing: Easing = .inOut,
        path: Path = .exponential
    ) {
        self.start = start
        self.end = end
        self.easing = easing
        self.path = path
    }

    /// A view that does not move.
    package static func still(_ crop: CropRectangle) -> KenBurnsMove {
        KenBurnsMove(start: crop, end: crop, easing: .linear)
    }

    package var isStill: Bool { start == end }

    /// Returns the view of frame `index` of a clip of `count` frames: progress is `ease(index /
    /// count)`.
    package func crop(at index: Int, of count: Int) -> CropRectangle {
        crop(at: easing.value(at: min(max(Double(index) / Double(count), 0), 1)))
    }

    /// Returns the view at eased `progress` in 0...1.
    package func crop(at progress: Double) -> CropRectangle {
        let scale = scale(at: progress)
        let travel = travel(at: progress, scale: scale)
        return CropRectangle(
            centerX: start.centerX + (end.centerX - start.centerX) * travel,
            centerY: start.centerY + (end.centerY - start.centerY) * travel,
            width: start.width * scale,
            height: start.height * scale)
    }

    /// The width relative to the start's.
    private func scale(at progress: Double) -> Double {
        let ratio = end.width / start.width
        return switch path {
        case .exponential: pow(ratio, progress)
        case .linear: 1 + (ratio - 1) * progress
        }
    }

    /// The centre follows the width, not the clock: one point of the picture then stays still.
    private func travel(at progress: Double, scale: Double) -> Double {
        guard path == .exponential, start.width != end.width else { return progress }
        return (scale - 1) / (end.width / start.width - 1)
    }
}
