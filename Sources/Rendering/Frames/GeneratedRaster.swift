import Foundation
import Planning
import Typesetting

/// Makes the raster of a picture that needs no file.
struct GeneratedRaster {
    private let width: Int
    private let height: Int
    private static let padding = 8

    /// - Parameter placement: gives the size to make it at.
    init(_ placement: Placement) {
        func side(_ animation: Animation) -> Int {
            Int(min(max(animation.keys.map(\.value).max() ?? 1, 2), 8192).rounded(.up))
        }
        width = side(placement.width)
        height = side(placement.height)
    }

    /// In pixels.
    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Sets the name that a placeholder bears; nil for all else.
    func words(of picture: GeneratedPicture, _ typesetter: Typesetter) -> TextMasks? {
        guard case .placeholder(let name) = picture else { return nil }
        return PlaceholderCard.words(name, width: width, height: height, typesetter)
    }

    /// `words` are the name of a placeholder.
    func make(_ picture: GeneratedPicture, words: TextMasks? = nil) -> PictureRaster {
        switch picture {
        case .placeholder: make(PlaceholderCard(width: width, height: height, words: words))
        case .color(let color): fill(1, 1) { _, _ in color.components }
        case .gradient(let from, let to, let angle): gradient(from, to, angle)
        case .noise(let seed): noise(seed)
        case .bars: fill(width, height) { x, _ in Self.bars[x * Self.bars.count / width] }
        case .palette(let colors):
            fill(width, height) { x, _ in colors[x * colors.count / width].components }
        }
    }

    /// Draws a card of this size.
    func make(_ card: PlaceholderCard) -> PictureRaster {
        var raster = fill(width, height) { card.color(x: $0, y: $1) }
        raster.isDithered = true
        return raster
    }

    /// 75 % bars, brightest first.
    private static let bars: [SIMD4<Float>] = [7, 6, 3, 2, 5, 4, 1, 0].map { bits in
        SIMD4(bits & 4 != 0 ? 0.75 : 0, bits & 2 != 0 ? 0.75 : 0, bits & 1 != 0 ? 0.75 : 0, 1)
    }

    /// CSS Images 3, 3.1.1: the gradient line's length is such that the corners get the end
    /// colours.
    private func gradient(_ from: Color, _ to: Color, _ angle: Double) -> PictureRaster {
        let radians = angle * .pi / 180
        let (dx, dy) = (sin(radians), -cos(radians))
        let length = abs(Double(width) * dx) + abs(Double(height) * dy)
        let (start, end) = (from.components, to.components)
        var raster = fill(width, height) { x, y in
            let along =
                (Double(x) + 0.5 - Double(width) / 2) * dx
                + (Double(y) + 0.5 - Double(height) / 2) * dy
            let share = Float(min(max(along / length + 0.5, 0), 1))
            return start + (end - start) * share
        }
        raster.isDithered = true
        return raster
    }

    /// Uniform colours in cells of three pixels: finer grain costs bits and reads worse.
    private func noise(_ seed: UInt64) -> PictureRaster {
        let cell = 3
        return fill(width, height) { x, y in
            var random = SplitMix(seed &+ UInt64(y / cell) &* 0x1_0000 &+ UInt64(x / cell))
            return SIMD4(random.next(), random.next(), random.next(), 1)
        }
    }

    /// Makes a raster from straight R'G'B'A in 0...1 at each luma sample.
    private func fill(
        _ width: Int, _ height: Int, _ color: (_ x: Int, _ y: Int) -> SIMD4<Float>
    ) -> PictureRaster {
        var planes = RasterWriter(width: width, height: height, padding: Self.padding)
        for y in 0..<height {
            for x in 0..<width { planes.set(x, premultiplied(color(x, y))) }
            planes.finishRow(y)
        }
        return planes.finished()
    }

    private func premultiplied(_ color: SIMD4<Float>) -> SIMD4<Float> {
        let value = YCbCr(red: color.x, green: color.y, blue: color.z)
        return SIMD4(value.y, value.cb, value.cr, 255) * color.w
    }
}

extension Color {
    /// Straight R'G'B'A in 0...1.
    var components: SIMD4<Float> {
        SIMD4(Float(red), Float(green), Float(blue), Float(alpha)) / 255
    }
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// The next uniform number in 0..<1.
    mutating func next() -> Float { Float(nextWord() >> 40) / Float(1 << 24) }

    /// The next 64 uniform bits.
    mutating func nextWord() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
