import CLibav
import Foundation

/// Reads a film's frames one after the other as they are stored, for measuring: upright, and nothing is
/// converted but the depth to 8 bits, the layout to 4:2:0 and, where wanted, the size and the coding.
///
/// One owner: a scan is not for several tasks at once.
package final class VideoScan {
    /// A frame's stored samples, planes without gaps.
    package struct Frame: Sendable {
        /// When it is shown, in seconds from the source's second 0, and how long; 0 where that is
        /// not known.
        package var time: Double
        package var duration: Double

        /// Pixels, both even; chroma has half as many.
        package var width: Int
        package var height: Int

        package var luma: [UInt8]
        package var cb: [UInt8]
        package var cr: [UInt8]

        package init(
            time: Double, duration: Double, width: Int, height: Int, luma: [UInt8], cb: [UInt8],
            cr: [UInt8]
        ) {
            self.time = time
            self.duration = duration
            self.width = width
            self.height = height
            self.luma = luma
            self.cb = cb
            self.cr = cr
        }
    }

    /// A part of the stored picture in shares of it, 0...1.
    package struct Part: Hashable, Sendable {
        package var x: Double
        package var y: Double
        package var width: Double
        package var height: Double

        package init(x: Double, y: Double, width: Double, height: Double) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }
    }

    /// What the file says of itself.
    package let info: FilmInfo

    private let path: String
    private let decoder: FilmDecoder
    private let size: (width: Int, height: Int)?
    private let part: Part?
    private let recoding: Recoding
    private var graph: FilterGraph?

    /// Opens the film at `path`.
    ///
    /// - Parameters:
    ///   - path: Where it lies.
    ///   - width: Of the frames that come out, even; nil for the stored size, one less where that
    ///     is odd.
    ///   - height: Given where `width` is.
    ///   - part: What is cut out of the upright picture before it is scaled; nil for all.
    ///   - recoding: What the samples mean and shall mean; nil keeps them. R'G'B' is coded by BT.709.
    /// - Throws: an error that names the file, the cause and what to do.
    package init(
        path: String, width: Int? = nil, height: Int? = nil, part: Part? = nil,
        recoding: Recoding? = nil
    ) throws(MediaError) {
        self.part = part
        self.recoding = recoding ?? Recoding(from: .ofExports, to: .ofExports)
        self.path = path
        info = try FilmInfo.read(path: path)
        decoder = try FilmDecoder(path: path)
        if let width, let height { size = (width, height) } else { size = nil }
    }

    /// Returns the next frame; nil at the end.
    ///
    /// Damaged stretches are left out.
    package func next() throws(MediaError) -> Frame? {
        guard let timed = try decoder.next() else { return nil }
        if graph?.accepts(timed.frame) != true { graph = try makeGraph(for: timed.frame) }
        guard let graph else { return nil }
        try graph.add(timed.frame)
        guard let frame = try graph.next() else {
            throw MediaError("read the frames", path: path, reason: "a frame could not be scaled")
        }
        return try Self.frame(frame, timed)
    }

    /// Passes over the next frame, which is cheaper than reading it; false at the end.
    package func skip() throws(MediaError) -> Bool { try decoder.next() != nil }

    private func makeGraph(for frame: StillFrame) throws(MediaError) -> FilterGraph {
        let swaps = info.orientation.swapsSides
        let (wide, high) = swaps ? (frame.height, frame.width) : (frame.width, frame.height)
        let width = size?.width ?? wide / 2 * 2
        let height = size?.height ?? high / 2 * 2
        let cut = part.map { part in
            let (w, h) = (Double(wide) * part.width, Double(high) * part.height)
            let (x, y) = (Double(wide) * part.x, Double(high) * part.y)
            return ("crop", "\(Int(w)):\(Int(h)):\(Int(x)):\(Int(y)):exact=1")
        }
        return try FilterGraph(
            like: frame,
            filters: info.orientation.filters + [cut].compactMap { $0 } + [
                ("scale", "\(width):\(height):\(recoding.options)"),
                ("format", "yuv420p"),
            ])
    }

    private static func frame(
        _ frame: StillFrame, _ timed: TimedFrame
    ) throws(MediaError) -> Frame {
        let (width, height) = (frame.width, frame.height)
        func plane(_ index: Int, _ width: Int, _ height: Int) -> [UInt8] {
            let data = frame.raw.pointee.data
            let sizes = frame.raw.pointee.linesize
            let (start, stride) =
                index == 0 ? (data.0, sizes.0) : index == 1 ? (data.1, sizes.1) : (data.2, sizes.2)
            guard let start else { return [] }
            return [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
                guard let base = buffer.baseAddress else { return }
                for y in 0..<height {
                    memcpy(base + y * width, start + y * Int(stride), width)
                }
                count = width * height
            }
        }
        return Frame(
            time: timed.time, duration: timed.duration, width: width, height: height,
            luma: plane(0, width, height), cb: plane(1, width / 2, height / 2),
            cr: plane(2, width / 2, height / 2))
    }
}
