import Foundation
import Planning

/// A placement box at one frame: pixels of the canvas, rounded corners, turned around its centre.
struct Box: Hashable {
    var centerX: Double
    var centerY: Double
    var width: Double
    var height: Double
    /// Radians clockwise.
    var rotation = 0.0
    var cornerRadius = 0.0

    /// The box of `placement` `time` frames into its clip's span.
    init(_ placement: Placement, at time: Double) {
        centerX = placement.x.value(at: time)
        centerY = placement.y.value(at: time)
        width = max(placement.width.value(at: time), 0)
        height = max(placement.height.value(at: time), 0)
        rotation = placement.rotation.value(at: time) * .pi / 180
        cornerRadius = placement.cornerRadius
    }

    init(left: Double, top: Double, width: Double, height: Double) {
        centerX = left + width / 2
        centerY = top + height / 2
        self.width = width
        self.height = height
    }

    var left: Double { centerX - width / 2 }
    var top: Double { centerY - height / 2 }
    var right: Double { centerX + width / 2 }
    var bottom: Double { centerY + height / 2 }

    /// A box that is thinner covers less than half a step of 255 anywhere.
    private static let leastSide = 1.0 / 512

    var isEmpty: Bool { width < Self.leastSide || height < Self.leastSide }

    /// The largest box of the given shape inside this one, around the same centre.
    func fitting(aspectRatio: Double) -> Box {
        var box = self
        box.width = min(width, height * aspectRatio)
        box.height = box.width / aspectRatio
        return box
    }

    /// Whether every pixel of the canvas lies wholly inside.
    func covers(_ canvas: Canvas) -> Bool {
        rotation == 0 && cornerRadius == 0 && left <= 1e-6 && top <= 1e-6
            && right >= Double(canvas.contentWidth) - 1e-6
            && bottom >= Double(canvas.contentHeight) - 1e-6
    }

    /// The pixels that the box may touch.
    func region(in canvas: Canvas) -> EvenRegion {
        let (c, s) = (abs(cos(rotation)), abs(sin(rotation)))
        let (halfWidth, halfHeight) = ((width * c + height * s) / 2, (width * s + height * c) / 2)
        return EvenRegion(
            left: centerX - halfWidth, top: centerY - halfHeight, right: centerX + halfWidth,
            bottom: centerY + halfHeight, canvas: canvas)
    }
}
