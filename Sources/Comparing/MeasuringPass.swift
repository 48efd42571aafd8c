import Foundation
import Media

/// The second look at both files: pairs of frames of the same moment, at full size.
struct MeasuringPass {
    struct Result {
        var measures: PictureMeasures
        var captions: (offset: Double?, findings: [Comparison.Finding])
    }

    private let a: String
    private let b: String
    private let alignment: PictureAlignment
    private let codings: SampleCodings
    private let progress: @Sendable (Double) -> Void
    private let width: Int
    private let height: Int

    /// - Throws: where one of the pictures is too small to be compared.
    init(
        a: String, b: String, _ alignment: PictureAlignment,
        sizes: (a: Comparison.Size, b: Comparison.Size), codings: SampleCodings,
        progress: @escaping @Sendable (Double) -> Void
    ) throws(MediaError) {
        (self.a, self.b) = (a, b)
        self.alignment = alignment
        self.codings = codings
        self.progress = progress
        // The smaller of both: what the larger one has more can't be compared.
        func side(_ a: Int, _ b: Int, _ shareA: Double, _ shareB: Double) -> Int {
            Int(min(Double(a) * shareA, Double(b) * shareB)) / 2 * 2
        }
        let (shown, place) = (alignment.shownOfA, alignment.placeInB)
        width = side(sizes.a.width, sizes.b.width, shown.width, place.width)
        height = side(sizes.a.height, sizes.b.height, shown.height, place.height)
        guard width >= 16, height >= 16 else {
            throw MediaError("compare the pictures", path: b, reason: "they are too small")
        }
    }

    func run() async throws -> Result {
        let first = try scan(a, alignment.shownOfA, nil)
        let second = try scan(b, alignment.placeInB, codings.recoding)
        let meter = PictureMeter(width: width, height: height, coding: codings.a)
        var captions = CaptionMeter()
        let vmaf = VMAFMeter(
            width: width, height: height,
            sampling: VMAFSampling(pairs: alignment.pairs.count, width: width, height: height))
        var (indexA, indexB) = (-1, -1)
        var (frameA, frameB): (VideoScan.Frame?, VideoScan.Frame?) = (nil, nil)
        for (count, pair) in alignment.pairs.enumerated() {
            try Task.checkCancellation()
            while indexA < pair.a {
                frameA = try first.next()
                indexA += 1
            }
            while indexB < pair.b {
                frameB = try second.next()
                indexB += 1
            }
            guard let frameA, let frameB else { break }
            try meter.add(frameA, frameB, index: pair.a)
            vmaf?.add(frameA, frameB)
            captions.add(
                frameA.reducedLuma(width: CaptionMeter.width, height: CaptionMeter.height),
                frameB.reducedLuma(width: CaptionMeter.width, height: CaptionMeter.height),
                at: frameA.time)
            if count % 10 == 0 { progress(Double(count) / Double(alignment.pairs.count)) }
        }
        var measures = meter.finish()
        measures.picture.vmaf = await vmaf?.finish()
        return Result(measures: measures, captions: captions.report())
    }

    private func scan(
        _ path: String, _ area: PictureArea, _ recoding: VideoScan.Recoding?
    ) throws(MediaError) -> VideoScan {
        let part =
            area == .all
            ? nil
            : VideoScan.Part(x: area.x, y: area.y, width: area.width, height: area.height)
        return try VideoScan(
            path: path, width: width, height: height, part: part, recoding: recoding)
    }
}

extension VideoScan.Frame {
    /// Luma at another size: each sample is the mean of what it covers.
    func reducedLuma(width newWidth: Int, height newHeight: Int) -> [UInt8] {
        guard width >= newWidth, height >= newHeight else {
            return (0..<newWidth * newHeight).map { place in
                let (x, y) = (
                    place % newWidth * width / newWidth, place / newWidth * height / newHeight
                )
                return luma[y * width + x]
            }
        }
        var result = [UInt8](repeating: 0, count: newWidth * newHeight)
        luma.withUnsafeBufferPointer { luma in
            for y in 0..<newHeight {
                let rows = y * height / newHeight..<(y + 1) * height / newHeight
                for x in 0..<newWidth {
                    let columns = x * width / newWidth..<(x + 1) * width / newWidth
                    var sum = 0
                    for row in rows {
                        for column in columns { sum += Int(luma[row * width + column]) }
                    }
                    result[y * newWidth + x] = UInt8(sum / (rows.count * columns.count))
                }
            }
        }
        return result
    }
}
