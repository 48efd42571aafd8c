import Foundation

/// Builds a raster from premultiplied Y'CbCr and alpha (0...255) given at luma resolution, row by
/// row.
///
/// Chroma is the mean of 2 by 2 samples.
struct RasterWriter {
    private let width: Int
    private let height: Int
    /// Luma, Cb, Cr, alpha, alpha at chroma resolution.
    private let planes: [StripPlaneBuilder<Int16>]
    private var row: [SIMD4<Float>]
    private var sums: [SIMD4<Float>]
    private var isOpaque = true

    init(width: Int, height: Int, padding: Int) {
        self.width = width
        self.height = height
        let (chromaWidth, chromaHeight) = ((width + 1) / 2, (height + 1) / 2)
        planes = [false, true, true, false, true].map { isChroma in
            StripPlaneBuilder<Int16>(
                width: isChroma ? chromaWidth : width, height: isChroma ? chromaHeight : height,
                padding: padding)
        }
        row = Array(repeating: .zero, count: width)
        sums = Array(repeating: .zero, count: chromaWidth)
    }

    /// Sets sample `x` of the current row: premultiplied Y', Cb, Cr and alpha.
    mutating func set(_ x: Int, _ value: SIMD4<Float>) {
        row[x] = value
        if value.w < 255 { isOpaque = false }
    }

    /// Stores the current row as row `y`; rows come in order.
    mutating func finishRow(_ y: Int) {
        planes[0].store(row.map(\.x), y: y)
        planes[3].store(row.map(\.w), y: y)
        for j in 0..<sums.count { sums[j] += row[2 * j] + row[min(2 * j + 1, width - 1)] }
        guard y % 2 == 1 || y == height - 1 else { return }
        let share: Float = y % 2 == 1 ? 0.25 : 0.5
        planes[1].store(sums.map { $0.y * share }, y: y / 2)
        planes[2].store(sums.map { $0.z * share }, y: y / 2)
        planes[4].store(sums.map { $0.w * share }, y: y / 2)
        for j in 0..<sums.count { sums[j] = .zero }
    }

    func finished() -> PictureRaster {
        PictureRaster(
            luma: planes[0].finished(), cb: planes[1].finished(), cr: planes[2].finished(),
            alpha: isOpaque
                ? nil
                : PictureRaster.Alpha(luma: planes[3].finished(), chroma: planes[4].finished()))
    }
}
