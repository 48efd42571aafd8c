import Foundation
import Planning

/// The blurred, darkened cover of a picture that stands behind it with `fit: blur`.
struct Backdrop {
    /// The raster is made at an eighth of the box: nothing finer survives the blur.
    private static let reduction = 8.0
    /// Standard deviation of the blur in 1/1080 of the box' shorter side.
    private static let deviation = 34.0
    private static let brightness: Float = 0.55
    private static let padding = 12

    /// Makes the backdrop for a box of `width` by `height` pixels.
    static func make(_ picture: PictureRaster, width: Double, height: Double) -> PictureRaster {
        let size = EvenRegion(
            x: 0, y: 0, width: even(width / reduction), height: even(height / reduction))
        let shape = Double(size.width) / Double(size.height)
        let seen = min(Double(picture.width), Double(picture.height) * shape)
        let view = (
            x: AxisMap(
                start: (Double(picture.width) - seen) / 2, length: seen, position: 0,
                size: Double(size.width)),
            y: AxisMap(
                start: (Double(picture.height) - seen / shape) / 2, length: seen / shape,
                position: 0, size: Double(size.height))
        )
        let sigma = deviation / 1080 * min(width, height) / reduction
        return blurred(picture, size, view, sigma: sigma)
    }

    private static func even(_ side: Double) -> Int {
        max(Int(min(side, 4096).rounded()) & ~1, 16)
    }

    private static func blurred(
        _ picture: PictureRaster, _ size: EvenRegion, _ view: (x: AxisMap, y: AxisMap),
        sigma: Double
    ) -> PictureRaster {
        let layer = LayerBuffer()
        layer.reserve(size, hasAlpha: picture.alpha != nil)
        PictureSampler(Resampler()).sample(picture, view.x, view.y, into: layer)
        func plane(half: Int, _ value: (_ index: Int) -> Float) -> StripPlane {
            let (width, height) = (size.width / half, size.height / half)
            let stride = half == 1 ? layer.lumaStride : layer.chromaStride
            var values = FloatImage(width: width, height: height) { value($1 * stride + $0) }
            values.blur(sigma: sigma / Double(half))
            let plane = StripPlaneBuilder<Int16>(width: width, height: height, padding: padding)
            for y in 0..<height { plane.store(values.row(y), y: y) }
            return plane.finished()
        }
        func dark(_ sample: UInt8, neutral: Float, alpha: UInt8) -> Float {
            let ground = neutral * (layer.hasAlpha ? Float(alpha) / 255 : 1)
            return ground + (Float(sample) - ground) * brightness
        }
        let (alpha, alphaChroma) = (layer.alphaLuma, layer.alphaChroma)
        return PictureRaster(
            luma: plane(half: 1) { dark(layer.luma[$0], neutral: 16, alpha: alpha[$0]) },
            cb: plane(half: 2) { dark(layer.cb[$0], neutral: 128, alpha: alphaChroma[$0]) },
            cr: plane(half: 2) { dark(layer.cr[$0], neutral: 128, alpha: alphaChroma[$0]) },
            alpha: layer.hasAlpha
                ? PictureRaster.Alpha(
                    luma: plane(half: 1) { Float(alpha[$0]) },
                    chroma: plane(half: 2) { Float(alphaChroma[$0]) })
                : nil,
            isDithered: true)
    }
}

/// A small plane in single precision.
struct FloatImage {
    let width: Int
    let height: Int
    private var values: [Float]

    init(width: Int, height: Int, value: (_ x: Int, _ y: Int) -> Float) {
        self.width = width
        self.height = height
        values = (0..<width * height).map { value($0 % width, $0 / width) }
    }

    func row(_ y: Int) -> [Float] { Array(values[y * width..<(y + 1) * width]) }

    /// Blurs by a Gaussian of `sigma` samples; edges repeat.
    mutating func blur(sigma: Double) {
        let radius = Int((3 * sigma).rounded(.up))
        guard radius > 0 else { return }
        let raw = (-radius...radius).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
        let sum = raw.reduce(0, +)
        let weights = raw.map { Float($0 / sum) }
        convolve(weights, count: width, step: 1, lines: height, lineStep: width)
        convolve(weights, count: height, step: width, lines: width, lineStep: 1)
    }

    private mutating func convolve(
        _ weights: [Float], count: Int, step: Int, lines: Int, lineStep: Int
    ) {
        let radius = weights.count / 2
        let source = values
        for line in 0..<lines {
            for i in 0..<count {
                var sum: Float = 0
                for k in -radius...radius {
                    let index = min(max(i + k, 0), count - 1)
                    sum += weights[k + radius] * source[line * lineStep + index * step]
                }
                values[line * lineStep + i * step] = sum
            }
        }
    }
}
