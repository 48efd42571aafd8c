import Foundation

/// A frame as a player shows it: 8-bit RGB, three bytes a pixel, rows without gaps.
package struct RGBPicture: Sendable {
    package let width: Int
    package let height: Int
    package var pixels: [UInt8]

    /// A picture of one colour.
    package init(width: Int, height: Int, gray: UInt8) {
        self.width = width
        self.height = height
        pixels = [UInt8](repeating: gray, count: 3 * width * height)
    }

    /// Converts a frame by BT.709; chroma is interpolated between its samples.
    init(_ frame: FramePlanes) {
        self.init(width: frame.width, height: frame.height, gray: 0)
        var cb = [Float](repeating: 0, count: width)
        var cr = cb
        for y in 0..<height {
            Self.chromaRow(frame.cb, frame, y, into: &cb)
            Self.chromaRow(frame.cr, frame, y, into: &cr)
            let luma = frame.luma + y * frame.lumaStride
            for x in 0..<width {
                set(x, y, YCbCr(y: Float(luma[x]), cb: cb[x], cr: cr[x]).rgb)
            }
        }
    }

    private mutating func set(_ x: Int, _ y: Int, _ rgb: SIMD3<Float>) {
        let offset = 3 * (y * width + x)
        pixels[offset] = Self.byte(rgb.x)
        pixels[offset + 1] = Self.byte(rgb.y)
        pixels[offset + 2] = Self.byte(rgb.z)
    }

    /// One row of chroma at full width: a sample lies on the even columns, between two rows.
    private static func chromaRow(
        _ plane: UnsafeMutablePointer<UInt8>, _ frame: FramePlanes, _ y: Int,
        into row: inout [Float]
    ) {
        let (near, far) = (y / 2, y % 2 == 0 ? y / 2 - 1 : y / 2 + 1)
        let other = min(max(far, 0), frame.chromaHeight - 1)
        let (a, b) = (plane + near * frame.chromaStride, plane + other * frame.chromaStride)
        func mixed(_ j: Int) -> Float { 0.75 * Float(a[j]) + 0.25 * Float(b[j]) }
        for j in 0..<frame.chromaWidth {
            let here = mixed(j)
            row[2 * j] = here
            row[2 * j + 1] = (here + mixed(min(j + 1, frame.chromaWidth - 1))) / 2
        }
    }

    private static func byte(_ value: Float) -> UInt8 {
        UInt8((min(max(value, 0), 1) * 255).rounded())
    }

    /// Returns the picture at a smaller size; each pixel is the mean of what it covers.
    package func reduced(toWidth newWidth: Int) -> RGBPicture {
        let newHeight = max(newWidth * height / width, 1)
        var small = RGBPicture(width: newWidth, height: newHeight, gray: 0)
        for y in 0..<newHeight {
            let rows =
                y * height
                / newHeight..<max((y + 1) * height / newHeight, y * height / newHeight + 1)
            for x in 0..<newWidth {
                let columns =
                    x * width / newWidth..<max((x + 1) * width / newWidth, x * width / newWidth + 1)
                for channel in 0..<3 {
                    var sum = 0
                    for row in rows {
                        for column in columns {
                            sum += Int(pixels[3 * (row * width + column) + channel])
                        }
                    }
                    let count = rows.count * columns.count
                    small.pixels[3 * (y * newWidth + x) + channel] = UInt8(
                        (sum + count / 2) / count)
                }
            }
        }
        return small
    }

    /// Copies `other` to the place whose top left pixel is (`x`, `y`); what lies outside is cut.
    package mutating func place(_ other: RGBPicture, x: Int, y: Int) {
        let columns = max(-x, 0)..<max(min(other.width, width - x), max(-x, 0))
        for row in max(-y, 0)..<max(min(other.height, height - y), max(-y, 0)) {
            let from = 3 * (row * other.width + columns.lowerBound)
            let to = 3 * ((y + row) * width + x + columns.lowerBound)
            let count = 3 * columns.count
            pixels.replaceSubrange(to..<to + count, with: other.pixels[from..<from + count])
        }
    }
}
