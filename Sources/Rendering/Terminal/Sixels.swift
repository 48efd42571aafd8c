/// Pictures as sixels, the graphics of DEC's VT340 that many terminals have.
///
/// The palette is a cube of 6 x 6 x 6 colours for every picture, with ordered dither in between:
/// what stands still in a film doesn't flicker. Format: VT330/VT340 Programmer Reference Manual,
/// volume 2, chapter 14.
package enum Sixels {
    /// Steps of the cube's levels; sixel colours are per cent, so that each is exact.
    private static let steps = 5
    private static let side = steps + 1

    /// Returns the sequence that draws `picture` from the cursor's cell on.
    package static func text(of picture: RGBPicture) -> String {
        // Pixels that are not drawn stay; those that are have the shape 1:1.
        var bytes = Array("\u{1B}P0;1q\"1;1;\(picture.width);\(picture.height)".utf8)
        bytes += palette
        var band = Band(width: picture.width)
        for top in stride(from: 0, to: picture.height, by: 6) {
            if top > 0 { bytes.append(UInt8(ascii: "-")) }  // One band down.
            band.fill(picture, top: top)
            band.write(to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self) + "\u{1B}\\"
    }

    private static let palette: [UInt8] = (0..<side * side * side).flatMap { index in
        let (red, green, blue) = (index / (side * side), index / side % side, index % side)
        let unit = 100 / steps
        return Array("#\(index);2;\(red * unit);\(green * unit);\(blue * unit)".utf8)
    }

    /// Returns the colour of the palette for a pixel at (`x`, `y`).
    private static func index(_ pixels: [UInt8], _ offset: Int, _ x: Int, _ y: Int) -> Int {
        let threshold = thresholds[(y & 7) << 3 | x & 7]
        func level(_ value: UInt8) -> Int { (Int(value) * steps * 64 + threshold) / (255 * 64) }
        return (level(pixels[offset]) * side + level(pixels[offset + 1])) * side
            + level(pixels[offset + 2])
    }

    /// Bayer's matrix of 8 x 8, in 1/64 of a level: each value from 0 to 63 once, moved to the
    /// middle of its step.
    private static let thresholds: [Int] = (0..<64).map { place in
        let (x, y) = (place & 7, place >> 3)
        let bits = [(x ^ y) & 1, y & 1, (x ^ y) >> 1 & 1, y >> 1 & 1, (x ^ y) >> 2, y >> 2]
        let value = bits.reduce(0) { $0 << 1 | $1 }
        return (2 * value + 1) * 255 / 2
    }

    /// Six rows: for each colour a row of sixels.
    private struct Band {
        private let width: Int

        /// Which of its six pixels a column has in a colour; colour by colour.
        private var masks: [UInt8]

        /// The columns that a colour reaches, empty where there is none.
        private var reach: [Range<Int>]

        init(width: Int) {
            self.width = width
            let count = Sixels.side * Sixels.side * Sixels.side
            masks = [UInt8](repeating: 0, count: count * width)
            reach = [Range<Int>](repeating: 0..<0, count: count)
        }

        mutating func fill(_ picture: RGBPicture, top: Int) {
            for y in top..<min(top + 6, picture.height) {
                let bit = UInt8(1 << (y - top))
                for x in 0..<width {
                    let color = Sixels.index(picture.pixels, 3 * (y * width + x), x, y)
                    masks[color * width + x] |= bit
                    let old = reach[color]
                    reach[color] =
                        old.isEmpty
                        ? x..<x + 1 : min(old.lowerBound, x)..<max(old.upperBound, x + 1)
                }
            }
        }

        /// Writes the band and empties it.
        mutating func write(to bytes: inout [UInt8]) {
            for color in reach.indices where !reach[color].isEmpty {
                bytes += Array("#\(color)".utf8)
                writeRow(color, to: &bytes)
                bytes.append(UInt8(ascii: "$"))  // Back to the left edge.
                reach[color] = 0..<0
            }
        }

        private mutating func writeRow(_ color: Int, to bytes: inout [UInt8]) {
            var x = 0
            let end = reach[color].upperBound
            while x < end {
                let mask = masks[color * width + x]
                var next = x
                while next < end, masks[color * width + next] == mask {
                    masks[color * width + next] = 0
                    next += 1
                }
                Self.write(mask, times: next - x, to: &bytes)
                x = next
            }
        }

        private static func write(_ mask: UInt8, times count: Int, to bytes: inout [UInt8]) {
            let sixel = mask + 0x3F
            if count > 3 {
                bytes += Array("!\(count)".utf8)
                bytes.append(sixel)
            } else {
                bytes += [UInt8](repeating: sixel, count: count)
            }
        }
    }
}
