import Foundation
package import Media

/// Measures the picture of two videos against each other, pair of frames by pair of frames.
///
/// What costs much is measured on some of the pairs, spread evenly.
package final class PictureMeter {
    /// dB; equal frames have no finite value, and no reader of JSON knows infinity.
    package static let highestPSNR = 100.0

    private let width: Int
    private let height: Int
    private let coding: SampleCoding
    private var gauge: PlaneDifference
    private var measures = PictureMeasures()
    private var squares = 0.0
    private var similarity = 0.0
    private var worst = WorstPairs()
    private var samples: Sampling<Sample>

    private struct Sample {
        var multiScale: Double?
        var sharpness: Double?
        var bandingA: Double
        var bandingB: Double
        var colors: ColorSamples
    }

    /// Prepares for frames of one size, both at least 8 pixels.
    ///
    /// - Parameters:
    ///   - width: Pixels of all frames, even.
    ///   - height: The same.
    ///   - coding: What the samples of both mean.
    package init(width: Int, height: Int, coding: SampleCoding) {
        (self.width, self.height) = (width, height)
        self.coding = coding
        gauge = PlaneDifference(width: max(8, width), height: max(8, height))
        let isLarge = width * height > 1_000_000
        samples = Sampling(step: isLarge ? 15 : 5, most: 60)
    }

    /// Takes the next pair: frames that show the same moment.
    ///
    /// - Throws: an error where a frame is not of the size that was named, or under 8 pixels.
    package func add(
        _ a: VideoScan.Frame, _ b: VideoScan.Frame, index: Int
    ) throws(MediaError) {
        for frame in [a, b] {
            guard frame.width == width, frame.height == height, min(width, height) >= 8,
                frame.luma.count == width * height, frame.cb.count == width / 2 * (height / 2),
                frame.cr.count == frame.cb.count
            else {
                throw MediaError(
                    "compare the pictures", path: "",
                    reason: "frames of \(frame.width) × \(frame.height) pixels came where"
                        + " \(width) × \(height) (at least 8 × 8) were awaited")
            }
        }
        let error = PlaneDifference.meanSquaredError(a.luma, b.luma)
        let alike = error == 0 ? 1 : gauge.similarity(a.luma, b.luma)
        squares += error
        similarity += alike
        measures.frames.append((a.time, Self.decibels(error), alike))
        if error > 0 { worst.add(WorstPairs.Pair(index: index, ssim: alike, a: a, b: b)) }
        samples.offer { sample(a, b) }
    }

    /// Returns what was found; nothing where no pair came.
    package func finish() -> PictureMeasures {
        guard !measures.frames.isEmpty else { return measures }
        let count = Double(measures.frames.count)
        measures.picture.psnr_y = Self.decibels(squares / count)
        measures.picture.ssim_y = similarity / count
        measures.picture.ms_ssim = samples.values.compactMap(\.multiScale).mean
        measures.picture.banding_a = samples.values.map(\.bandingA).mean
        measures.picture.banding_b = samples.values.map(\.bandingB).mean
        var colors = ColorSamples()
        for sample in samples.values { colors.append(sample.colors) }
        measures.picture.colour_de =
            zip(colors.a, colors.b).map(ColorDifference.ofStored).mean
        let fit = ColorFit(colors)
        // A picture of less contrast is not for that a softer one.
        measures.picture.sharpness_ratio = samples.values.compactMap(\.sharpness).median
            .map { $0 / (fit.mistake?.contrast ?? 1) }
        measures.picture.matrix = fit.mistake?.matrix.message ?? "same"
        measures.picture.range = fit.mistake?.range.message ?? "same"
        measures.findings = PictureFindings.all(
            measures.picture, fit, colors)
        measures.worst = worst.finish().map(show)
        return measures
    }

    private func sample(_ a: VideoScan.Frame, _ b: VideoScan.Frame) -> Sample {
        Sample(
            multiScale: MultiScaleSimilarity.measure(
                a.luma, b.luma, width: width, height: height),
            sharpness: Sharpness.ratio(a.luma, b.luma, width: width, height: height),
            bandingA: Banding.index(a.luma, width: width, height: height),
            bandingB: Banding.index(b.luma, width: width, height: height),
            colors: ColorSamples(a, b, isFullRange: coding.isFullRange))
    }

    private func show(_ pair: WorstPairs.Pair) -> WorstFrame {
        _ = gauge.similarity(pair.a.luma, pair.b.luma)
        return WorstFrame(
            time: pair.a.time, index: pair.index, ssim: pair.ssim,
            heat: HeatMap.picture(pair.a, gauge),
            a: RGBPicture(pair.a, coding, widest: 960),
            b: RGBPicture(pair.b, coding, widest: 960))
    }

    /// PSNR in dB of a mean squared error in 8-bit values², at most `highestPSNR`.
    static func decibels(_ error: Double) -> Double {
        error > 0 ? min(highestPSNR, 10 * log10(255 * 255 / error)) : highestPSNR
    }
}
