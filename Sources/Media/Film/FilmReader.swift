import CLibav
import Foundation

/// Plays a film: tells which frame shows at a time, and gives it in the colours of our own frames.
///
/// A frame shows from its own time up to that of the next one; the first shows before its time as
/// well, and the last holds. Asked in order of time, a reader decodes each frame once. One owner: a
/// reader is not for several tasks at once.
package final class FilmReader {
    private let path: String
    private let decoder: any FrameDecoder

    /// The frame that shows now, and the one after it.
    private var shown: TimedFrame?
    private var upcoming: TimedFrame?
    private var isAtEnd = false

    private var converted: (time: Double, frame: FilmFrame)?
    private var memory: ConvertedPlanes?
    private var mapping: (color: FrameColor, mapping: ColorMapping)?
    private var conversion: LightConversion?
    private let largestShrink: Double

    /// Opens the film at `path`.
    ///
    /// `largestShrink`, 1 or more, is how many source pixels per needed pixel the caller can spare:
    /// frames whose colours are dear to convert may come smaller by as much.
    ///
    /// - Throws: an error that names the file, the cause and what to do.
    package init(path: String, largestShrink: Double = 1) throws(MediaError) {
        self.path = path
        self.largestShrink = largestShrink
        decoder = try FrameDecoders.open(path: path)
    }

    /// How frames are to be turned.
    package var orientation: Orientation { decoder.orientation }

    /// What an export should tell about this file, so far.
    package var warnings: [String] { decoder.warnings }

    /// Returns the frame that shows at `time`, in seconds from the source's second 0.
    ///
    /// The same object is returned while the same frame shows; it is valid until another is asked
    /// for.
    ///
    /// - Throws: an error where nothing of the film can be decoded.
    package func frame(at time: Double) throws(MediaError) -> FilmFrame {
        let timed = try timedFrame(at: time)
        if let converted, converted.time == timed.time { return converted.frame }
        let frame = try convert(timed.frame)
        converted = (timed.time, frame)
        return frame
    }

    /// Returns the decoded frame that shows at `time`.
    func timedFrame(at time: Double) throws(MediaError) -> TimedFrame {
        let limit = time + Self.tolerance
        if shown.map({ $0.time > limit }) ?? true { try restart(at: time) }
        while let next = try following(), next.time <= limit {
            shown = next
            upcoming = nil
        }
        guard let shown else { throw decoder.lack }
        return shown
    }

    private func restart(at time: Double) throws(MediaError) {
        if shown != nil || time > Self.patience {
            try decoder.restart(before: max(time, 0))
        }
        upcoming = nil
        isAtEnd = false
        shown = try decoder.next()
        if shown == nil, time > 0 {
            // Beyond the last key nothing may be whole: from the start, then.
            try decoder.restart(before: 0)
            shown = try decoder.next()
        }
    }

    /// What arithmetic may be off, in seconds.
    static let tolerance = 1e-6

    /// Decoding so many seconds from the start is cheaper than to seek.
    private static let patience = 0.2

    private func following() throws(MediaError) -> TimedFrame? {
        if upcoming == nil, !isAtEnd {
            upcoming = try decoder.next()
            isAtEnd = upcoming == nil
        }
        return upcoming
    }

    private func convert(_ frame: StillFrame) throws(MediaError) -> FilmFrame {
        let color = FrameColor(frame)
        guard let planar = PlanarFrame(frame) else {
            let rows = rows(frame, color)
            return FilmFrame(.picture(PictureReader(rows)), owner: rows)
        }
        guard color.isStandard else { return try mapped(planar, color, frame) }
        let conversion = PlaneConversion(color, depth: planar.depth)
        let shift = frame.chromaShift(of: planar)
        if conversion.isIdentity, planar.is420Bytes,
            let planes = FilmPlanes(planar, chromaShift: shift)
        {
            return FilmFrame(.planes(planes), owner: frame)
        }
        let memory = memory(width: planar.width, height: planar.height)
        memory.fill(from: planar, conversion)
        return try self.frame(memory, shift)
    }

    /// Converts a frame of high dynamic range or wide gamut, smaller where that can be spared.
    private func mapped(
        _ planar: PlanarFrame, _ color: FrameColor, _ frame: StillFrame
    ) throws(MediaError) -> FilmFrame {
        let conversion =
            conversion.flatMap { $0.color == color ? $0 : nil }
            ?? LightConversion(color)
        self.conversion = conversion
        let step = largestShrink >= 4 ? 4 : largestShrink >= 2 ? 2 : 1
        let memory = memory(
            width: (planar.width + step - 1) / step, height: (planar.height + step - 1) / step)
        conversion.fill(memory, from: planar, step: step)
        return try self.frame(memory, frame.chromaShift(of: planar) / Double(step))
    }

    private func frame(
        _ memory: ConvertedPlanes, _ chromaShift: SIMD2<Double>
    ) throws(MediaError) -> FilmFrame {
        guard let planes = memory.planes(chromaShift: chromaShift) else {
            throw MediaError("decode the film", path: path, reason: "a frame has no pixels")
        }
        return FilmFrame(.planes(planes), owner: memory)
    }

    private func memory(width: Int, height: Int) -> ConvertedPlanes {
        if let memory, memory.width == width, memory.height == height { return memory }
        let fresh = ConvertedPlanes(width: width, height: height)
        memory = fresh
        return fresh
    }

    private func rows(_ frame: StillFrame, _ color: FrameColor) -> FrameRows {
        // The tables of light are for 16 bits.
        let isWide = frame.isWide || !color.isStandard
        return FrameRows(
            frame, color, mapping: mapping(of: frame, color, isWide: isWide), isWide: isWide,
            info: PictureInfo(
                format: .other("film"), storedWidth: frame.width, storedHeight: frame.height,
                orientation: orientation, hasAlpha: frame.hasAlpha),
            path: path)
    }

    /// Returns the mapping of a frame; all frames of a film share it while their colours mean the
    /// same.
    private func mapping(
        of frame: StillFrame, _ color: FrameColor, isWide: Bool
    ) -> ColorMapping {
        if let mapping, mapping.color == color { return mapping.mapping }
        var warnings: [String] = []
        let fresh = ColorMapping(of: frame, color, isWide: isWide, &warnings)
        mapping = (color, fresh)
        return fresh
    }
}

extension FilmPlanes {
    /// A view of planes that are laid out as ours.
    init?(_ frame: PlanarFrame, chromaShift: SIMD2<Double>) {
        guard let luma = frame.row(0, of: 0), let cb = frame.row(0, of: 1),
            let cr = frame.row(0, of: 2)
        else { return nil }
        self.init(
            width: frame.width, height: frame.height,
            luma: luma.assumingMemoryBound(to: UInt8.self),
            cb: cb.assumingMemoryBound(to: UInt8.self), cr: cr.assumingMemoryBound(to: UInt8.self),
            lumaStride: frame.stride(of: 0), cbStride: frame.stride(of: 1),
            crStride: frame.stride(of: 2), chromaShift: chromaShift)
    }
}

extension StillFrame {
    /// Where chroma lies once it has half the columns and rows, from the middle of 2 x 2 pixels.
    ///
    /// Means of neighbours lie in their middle; what was halved already lies where the frame says,
    /// left and between two rows where it does not (as MPEG-2 and H.264 have it; JPEG's lies in the
    /// middle).
    fileprivate func chromaShift(of planar: PlanarFrame) -> SIMD2<Double> {
        let location = raw.pointee.chroma_location
        let isLeft =
            [AVCHROMA_LOC_LEFT, AVCHROMA_LOC_TOPLEFT, AVCHROMA_LOC_BOTTOMLEFT].contains(location)
            || location == AVCHROMA_LOC_UNSPECIFIED && !isJPEGFormat
        let isTop = [AVCHROMA_LOC_TOP, AVCHROMA_LOC_TOPLEFT].contains(location)
        let isBottom = [AVCHROMA_LOC_BOTTOM, AVCHROMA_LOC_BOTTOMLEFT].contains(location)
        return SIMD2(
            planar.halvesColumns && isLeft ? -0.5 : 0,
            !planar.halvesRows ? 0 : isTop ? -0.5 : isBottom ? 0.5 : 0)
    }
}
