import CKernels
import Foundation
import Media

extension ColorTable {
    /// Maps every pixel of `frame`: trilinear between entries, on encoded R'G'B'.
    func apply(to frame: FramePlanes, level: ck_level = ck_best_level()) {
        entries.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
            let scale = SIMD4(repeating: Float(size - 1)) / (highest - lowest)
            var table = ck_color_table(
                entries: base, size: Int32(size), origin: (lowest.x, lowest.y, lowest.z),
                scale: (scale.x, scale.y, scale.z))
            for y in stride(from: 0, to: frame.height, by: 2) {
                let (upper, chroma) = (
                    frame.luma + y * frame.lumaStride, y / 2 * frame.chromaStride
                )
                ck_map_colors(
                    level, &table, Int32(frame.chromaWidth), upper, upper + frame.lumaStride,
                    frame.cb + chroma, frame.cr + chroma)
            }
        }
    }
}
