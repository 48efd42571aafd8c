import Foundation
package import Media

extension VideoSignature {
    /// Reads the film at `path` once.
    ///
    /// - Parameters:
    ///   - path: Where it lies.
    ///   - progress: Told the share that is done, 0...1, every few frames.
    /// - Returns: the signature of at least one frame.
    /// - Throws: an error that names the file, the cause and what to do.
    package static func read(
        path: String, progress: ((Double) -> Void)? = nil
    ) throws(MediaError) -> VideoSignature {
        let scan = try VideoScan(path: path, width: width, height: height)
        let info = scan.info
        let raster = info.uprightRaster
        var signature = VideoSignature(
            size: Comparison.Size(width: raster.width, height: raster.height))
        var area = ActiveAreaMeter()
        var previous: [UInt8] = []
        while let frame = try scan.next() {
            signature.add(frame, after: previous)
            area.add(frame.luma)
            previous = frame.luma
            if signature.frames.count % 25 == 0, info.end > 0 {
                progress?(min(max(frame.time / info.end, 0), 1))
            }
        }
        guard !signature.frames.isEmpty else {
            throw MediaError("read the frames", path: path, reason: "it shows no picture")
        }
        signature.activeArea = area.area
        signature.frameRate = rate(signature.frames.map(\.time))
        if signature.frameRate == 0 { signature.frameRate = info.frameRate ?? 0 }
        signature.completeDurations()
        progress?(1)
        return signature
    }

    private mutating func add(_ frame: VideoScan.Frame, after previous: [UInt8]) {
        let (luma, spread) = Self.moments(frame.luma)
        let change = previous.isEmpty ? 0 : Self.change(frame.luma, previous)
        frames.append(
            Frame(
                time: frame.time, duration: frame.duration, luma: luma,
                cb: Self.moments(frame.cb).mean, cr: Self.moments(frame.cr).mean,
                spread: spread, change: change, isBlack: Self.isBlack(luma, spread),
                repeatsPrevious: !previous.isEmpty && change < Self.noise))
        if frames.count <= Self.mostPictures { pictures += frame.luma }
    }

    /// Where the container does not say how long a frame lasts, the next one's time does.
    private mutating func completeDurations() {
        for index in frames.indices where frames[index].duration <= 0 {
            let next = index + 1 < frames.count ? frames[index + 1].time - frames[index].time : 0
            frames[index].duration = next > 0 ? next : frameRate > 0 ? 1 / frameRate : 0
        }
    }

    /// Whether a picture of this mean and spread of luma shows nothing.
    static func isBlack(_ mean: Double, _ spread: Double) -> Bool { mean < 24 && spread < 3 }

    static func moments(_ values: [UInt8]) -> (mean: Double, spread: Double) {
        var (sum, squares) = (0, 0)
        for value in values {
            sum &+= Int(value)
            squares &+= Int(value) &* Int(value)
        }
        let count = Double(max(values.count, 1))
        let mean = Double(sum) / count
        return (mean, max(Double(squares) / count - mean * mean, 0).squareRoot())
    }

    private static func change(_ one: [UInt8], _ other: [UInt8]) -> Double {
        var sum = 0
        for index in 0..<min(one.count, other.count) {
            sum &+= abs(Int(one[index]) &- Int(other[index]))
        }
        return Double(sum) / Double(max(one.count, 1))
    }
}
