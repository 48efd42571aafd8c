import Foundation

/// A part of the canvas that a picture at rest covers: its samples, and how much of each it covers.
///
/// Both are kept apart, as in `LayerBuffer` and `Coverage`: their product in 8 bits would be off by
/// several code values where both are partial.
struct StillLayer: Sendable {
    private let region: EvenRegion
    private let hasAlpha: Bool
    private let luma: [UInt8]
    private let cb: [UInt8]
    private let cr: [UInt8]
    /// Empty where the samples are opaque.
    private let alphaLuma: [UInt8]
    private let alphaChroma: [UInt8]
    private let maskLuma: [UInt8]
    private let maskChroma: [UInt8]

    init(_ layer: LayerBuffer, _ coverage: Coverage) {
        region = layer.region
        hasAlpha = layer.hasAlpha
        let (width, height) = (region.width, region.height)
        func plane(
            _ step: Int, _ row: (_ y: Int) -> UnsafeMutablePointer<UInt8>
        ) -> [UInt8] {
            (0..<height / step).reduce(into: []) { plane, y in
                plane += UnsafeBufferPointer(start: row(y), count: width / step)
            }
        }
        luma = plane(1) { layer.luma + $0 * layer.lumaStride }
        cb = plane(2) { layer.cb + $0 * layer.chromaStride }
        cr = plane(2) { layer.cr + $0 * layer.chromaStride }
        alphaLuma = hasAlpha ? plane(1) { layer.alphaLuma + $0 * layer.lumaStride } : []
        alphaChroma = hasAlpha ? plane(2) { layer.alphaChroma + $0 * layer.chromaStride } : []
        maskLuma = plane(1, coverage.lumaRow)
        maskChroma = plane(2, coverage.chromaRow)
    }

    /// Lays the picture over the frame's same region; `weight` is its opacity, 255 for all.
    func blend(onto frame: FramePlanes, weight: UInt8) {
        guard weight > 0 else { return }
        let luma = Plane(samples: luma, alpha: alphaLuma, mask: maskLuma, width: region.width)
        luma.blend(
            onto: frame.luma + region.y * frame.lumaStride + region.x, stride: frame.lumaStride,
            weight: weight)
        let offset = region.y / 2 * frame.chromaStride + region.x / 2
        for (samples, to) in [(cb, frame.cb), (cr, frame.cr)] {
            let chroma = Plane(
                samples: samples, alpha: alphaChroma, mask: maskChroma, width: region.width / 2)
            chroma.blend(onto: to + offset, stride: frame.chromaStride, weight: weight)
        }
    }

    /// One plane of the layer.
    private struct Plane {
        var samples: [UInt8]
        var alpha: [UInt8]
        var mask: [UInt8]
        var width: Int

        func blend(onto to: UnsafeMutablePointer<UInt8>, stride: Int, weight: UInt8) {
            var mask = mask
            if weight < 255 { fade(&mask, weight) }
            samples.withUnsafeBufferPointer { samples in
                alpha.withUnsafeBufferPointer { alpha in
                    mask.withUnsafeBufferPointer { mask in
                        guard let samples = samples.baseAddress, let share = mask.baseAddress
                        else { return }
                        for y in 0..<mask.count / max(width, 1) {
                            let (row, from) = (to + y * stride, y * width)
                            if let alpha = alpha.baseAddress, !self.alpha.isEmpty {
                                Blend.over(
                                    row, samples + from, alpha: alpha + from, mask: share + from,
                                    count: width)
                            } else {
                                Blend.mix(row, samples + from, mask: share + from, count: width)
                            }
                        }
                    }
                }
            }
        }

        private func fade(_ mask: inout [UInt8], _ weight: UInt8) {
            let count = mask.count
            let zeros = [UInt8](repeating: 0, count: count)
            mask.withUnsafeMutableBufferPointer { mask in
                zeros.withUnsafeBufferPointer { zeros in
                    guard let to = mask.baseAddress, let zero = zeros.baseAddress else { return }
                    Blend.mix(to, zero, weight: 255 - weight, count: count)
                }
            }
        }
    }
}
