import Foundation
import Typesetting

@testable import Planning
@testable import Rendering

/// A copy of a drawn frame.
struct Drawn: Equatable {
    var width: Int
    var height: Int
    var luma: [UInt8]
    var cb: [UInt8]
    var cr: [UInt8]

    init(_ frame: FramePlanes) {
        func rows(_ plane: UnsafeMutablePointer<UInt8>, _ stride: Int, _ width: Int, _ height: Int)
            -> [UInt8]
        {
            (0..<height).flatMap { UnsafeBufferPointer(start: plane + $0 * stride, count: width) }
        }
        (width, height) = (frame.width, frame.height)
        luma = rows(frame.luma, frame.lumaStride, width, height)
        cb = rows(frame.cb, frame.chromaStride, width / 2, height / 2)
        cr = rows(frame.cr, frame.chromaStride, width / 2, height / 2)
    }

    func y(_ x: Int, _ y: Int) -> Double { Double(luma[y * width + x]) }

    /// The samples at a chroma site: luma column and row of its upper left luma sample, halved.
    func chroma(_ x: Int, _ y: Int) -> (cb: Double, cr: Double) {
        (Double(cb[y * width / 2 + x]), Double(cr[y * width / 2 + x]))
    }

    /// The share of white over black at a pixel, 0...1.
    func share(_ x: Int, _ y: Int) -> Double { (self.y(x, y) - 16) / 219 }

    /// The area of white on black in pixels.
    var area: Double { luma.reduce(0) { $0 + (Double($1) - 16) / 219 } }

    /// The centre of what is brighter than black, in edge coordinates.
    var centroid: (x: Double, y: Double) {
        var (sum, sumX, sumY) = (0.0, 0.0, 0.0)
        for y in 0..<height {
            for x in 0..<width {
                let share = share(x, y)
                sum += share
                sumX += share * (Double(x) + 0.5)
                sumY += share * (Double(y) + 0.5)
            }
        }
        return (sumX / sum, sumY / sum)
    }
}

extension RenderPlan {
    /// Draws some frames as a render would, one after the other in one worker's memory.
    func drawn(_ frames: some Sequence<Int>) async throws -> [Drawn] {
        let all = Array(frames)
        let range = (all.min() ?? 0)..<(all.max() ?? 0) + 1
        let store = try ClipStore(self, fonts: .bundled(), uses: [range])
        let clips = try await store.clips(for: range)
        let buffer = FrameBuffer(width: canvas.width, height: canvas.height)
        let compositor = Compositor(self)
        return all.map {
            compositor.draw($0, clips: clips, into: buffer.planes)
            return Drawn(buffer.planes)
        }
    }

    func drawn(at index: Int = 0) async throws -> Drawn { try await drawn([index])[0] }
}

/// BT.709 limited-range code values by the formulas of ITU-R BT.709-6, items 3.2 to 3.4.
func limitedRange(_ color: Color) -> (y: Double, cb: Double, cr: Double) {
    let r = Double(color.red) / 255
    let g = Double(color.green) / 255
    let b = Double(color.blue) / 255
    let luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
    let cb = (b - luma) / (2 * (1 - 0.0722))
    let cr = (r - luma) / (2 * (1 - 0.2126))
    return (16 + 219 * luma, 128 + 224 * cb, 128 + 224 * cr)
}

/// Deterministic numbers for tests (Marsaglia's xorshift64, 2003).
struct Xorshift: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
