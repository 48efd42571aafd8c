import Foundation
package import Planning
package import Typesetting

/// A sheet of small frames, evenly spread over the timeline, each with its time.
package struct ContactSheet {
    private let plan: RenderPlan
    private let fonts: FontLibrary
    private let count: Int
    private let columns: Int

    private static let thumbnailSide = 480
    private static let gap = 16
    private static let labelHeight = 34
    /// The ground of the built-in look.
    private static let ground: UInt8 = 16

    /// Shows `count` frames, at least 1 and never more than the timeline has, `columns` in a row.
    package init(_ plan: RenderPlan, fonts: FontLibrary, count: Int, columns: Int) {
        self.plan = plan
        self.fonts = fonts
        self.count = min(max(count, 1), plan.frameCount)
        self.columns = min(max(columns, 1), max(count, 1))
    }

    /// Draws the sheet.
    ///
    /// - Throws: what decoding a picture throws.
    package func picture() async throws -> RGBPicture {
        let size = thumbnailSize
        let cell = (width: size.width + Self.gap, height: size.height + Self.labelHeight + Self.gap)
        let rows = (count + columns - 1) / columns
        var sheet = RGBPicture(
            width: columns * cell.width + Self.gap, height: rows * cell.height + Self.gap,
            gray: Self.ground)
        let renderer = FrameRenderer(plan, fonts: fonts)
        let typesetter = try Typesetter(fonts)
        for number in 0..<count {
            let frame = (2 * number + 1) * plan.frameCount / (2 * count)
            let x = Self.gap + number % columns * cell.width
            let y = Self.gap + number / columns * cell.height
            sheet.place(
                try await renderer.picture(at: frame).reduced(toWidth: size.width), x: x, y: y)
            sheet.write(
                label(frame), with: typesetter, left: x,
                middle: y + size.height + Self.labelHeight / 2)
        }
        return sheet
    }

    private var thumbnailSize: (width: Int, height: Int) {
        let (width, height) = (plan.canvas.width, plan.canvas.height)
        let thumbnail = Self.thumbnailSide * width / max(width, height)
        return (thumbnail, max(thumbnail * height / width, 1))
    }

    private func label(_ frame: Int) -> String {
        let seconds = Double(frame) / plan.canvas.frameRate.framesPerSecond
        return String(
            format: "%d:%05.2f   frame %d", Int(seconds) / 60,
            seconds.truncatingRemainder(dividingBy: 60), frame)
    }
}

extension RGBPicture {
    /// Writes a line of light grey text from `left` on, around `middle`.
    fileprivate mutating func write(
        _ text: String, with typesetter: Typesetter, left: Int, middle: Int
    ) {
        let layout = typesetter.layout(TextRequest(text: text, size: 18, alignment: .left))
        let masks = typesetter.masks(
            for: layout, centerX: Double(left) + layout.blockWidth / 2, centerY: Double(middle))
        for row in 0..<masks.height {
            for column in 0..<masks.width {
                let coverage = Int(masks.fill[row * masks.width + column])
                let (x, y) = (masks.originX + column, masks.originY + row)
                guard coverage > 0, (0..<width).contains(x), (0..<height).contains(y) else {
                    continue
                }
                for channel in 3 * (y * width + x)..<3 * (y * width + x) + 3 {
                    let below = Int(pixels[channel])
                    pixels[channel] = UInt8(below + (190 - below) * coverage / 255)
                }
            }
        }
    }
}
