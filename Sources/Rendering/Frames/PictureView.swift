import Foundation
import Planning

/// How a picture clip's view lies on the canvas at one frame, and what resolution that asks for.
struct PictureView {
    /// Where the picture's own pixels go.
    var box: Box
    /// What of the upright source is seen there, in source pixels.
    var crop: CropRectangle

    /// The view of `content` in `box` at frame `index` of `count`.
    init(_ content: PictureContent, in box: Box, at index: Int, of count: Int) {
        let crop = content.move.crop(at: index, of: count)
        self.init(content.fit, crop: crop, in: box)
    }

    private init(_ fit: PictureContent.Fit, crop: CropRectangle, in box: Box) {
        self.box = box
        self.crop = crop
        switch fit {
        case .cover: self.crop = Self.reshaped(crop, aspectRatio: box.width / box.height)
        case .contain, .blur: self.box = box.fitting(aspectRatio: crop.width / crop.height)
        case .stretch: break
        }
    }

    /// The largest part of a view that has a box's shape: a box that is animated may change its
    /// own.
    private static func reshaped(_ crop: CropRectangle, aspectRatio: Double) -> CropRectangle {
        var crop = crop
        let width = min(crop.width, crop.height * aspectRatio)
        crop.height = width / aspectRatio
        crop.width = width
        return crop
    }

    /// Source pixels per canvas pixel, across and down.
    var scale: (x: Double, y: Double) { (crop.width / box.width, crop.height / box.height) }

    /// The smallest and the largest scale over a whole clip.
    static func scales(
        _ content: PictureContent, _ placement: Placement
    ) -> (least: (x: Double, y: Double), most: Double) {
        let widths = placement.width.keys.map { max($0.value, 1) }
        let heights = placement.height.keys.map { max($0.value, 1) }
        var least = (x: Double.infinity, y: Double.infinity)
        var most = 0.0
        for crop in [content.move.start, content.move.end] {
            for (width, height) in [(widths.max(), heights.max()), (widths.min(), heights.min())] {
                let box = Box(left: 0, top: 0, width: width ?? 1, height: height ?? 1)
                let scale = PictureView(content.fit, crop: crop, in: box).scale
                least = (min(least.x, scale.x), min(least.y, scale.y))
                most = max(most, scale.x, scale.y)
            }
        }
        return (least, most)
    }
}
