import CLibav
import Foundation

extension FilmDecoder {
    /// Returns what the file and its first frame say; the frame still comes next.
    ///
    /// - Throws: an error where no frame can be decoded.
    func info() throws(MediaError) -> FilmInfo {
        guard let timed = try peek() else { throw lack }
        let first = timed.frame
        let start = max(timed.time, 0)
        let color = FrameColor(first)
        let length = try FilmLength(input)
        return FilmInfo(
            format: input.demuxer.container, codec: input.codecName, storedWidth: first.width,
            storedHeight: first.height,
            orientation: input.orientation, pixelAspect: pixelAspect(first),
            frameRate: frameRate, isRateVariable: try FrameSteps.areUneven(input),
            isInterlaced: isInterlaced, start: start,
            end: max(length.end ?? 0, start + usualLength),
            hasAlpha: first.hasAlpha, hasSound: input.hasSound,
            color: FilmColor(color, first), warnings: remarks(color, length))
    }

    /// The least that a film lasts: one frame.
    private var usualLength: Double { frameRate.map { 1 / $0 } ?? 0.04 }

    private var frameRate: Double? {
        let average = av_q2d(input.stream.pointee.avg_frame_rate)
        return average.isFinite && average > 0 && average <= 1000 ? average : nil
    }

    /// The frame's own word first: containers are often wrong; nothing absurd is believed.
    private func pixelAspect(_ frame: StillFrame) -> Double {
        let said = [
            frame.raw.pointee.sample_aspect_ratio, input.stream.pointee.sample_aspect_ratio,
        ]
        let ratios = said.filter { $0.num > 0 && $0.den > 0 }.map(av_q2d)
        guard let ratio = ratios.first, 0.1...10 ~= ratio else { return 1 }
        return ratio
    }

    private func remarks(_ color: FrameColor, _ length: FilmLength) -> [String] {
        var remarks: [String] = []
        if isInterlaced {
            remarks.append("it is interlaced; each field becomes a frame (bwdif)")
        }
        if color.isHighDynamicRange {
            remarks.append("it is high dynamic range and is tone-mapped to standard range")
        }
        if let cut = length.cut { remarks.append("it is cut short: \(cut)") }
        return remarks
    }
}
