import CTurboJPEG

/// A TurboJPEG decompressor: the one owner of its handle.
final class JPEGDecoder {
    private let handle: tjhandle
    private let header: JPEGHeader

    init(_ header: JPEGHeader) throws(MediaError) {
        guard let handle = tjInitDecompress() else {
            throw MediaError("decode the picture", path: header.path, reason: "out of memory")
        }
        self.handle = handle
        self.header = header
        var (width, height, subsampling, space): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        let result = tjDecompressHeader3(
            handle, header.bytes, UInt(header.bytes.count), &width, &height, &subsampling, &space)
        guard result == 0 || !isFatal else { throw failure() }
        guard Int(width) == header.width, Int(height) == header.height else {
            throw MediaError(
                "decode the picture", path: header.path, reason: "its headers contradict each other"
            )
        }
    }

    deinit { tjDestroy(handle) }

    /// Bytes of a decoded pixel.
    var channels: Int {
        switch header.color {
        case .gray: 1
        case .color: 3
        case .inks: 4
        }
    }

    /// The size to decode at: full, unless the picture is huge and the caller can spare pixels.
    func size(largestShrink: Double) -> (width: Int, height: Int) {
        let full = (width: header.width, height: header.height)
        guard full.width * full.height > PictureLimits.reducedAbove else { return full }
        var count: Int32 = 0
        guard let factors = tjGetScalingFactors(&count) else { return full }
        let allowed = UnsafeBufferPointer(start: factors, count: Int(count)).filter {
            $0.num > 0 && $0.num < $0.denom
                && Double($0.denom) / Double($0.num) <= largestShrink / 2
        }
        let smallest = allowed.min { $0.num * $1.denom < $1.num * $0.denom }
        guard let smallest else { return full }
        func scaled(_ side: Int) -> Int {  // What TJSCALED computes.
            (side * Int(smallest.num) + Int(smallest.denom) - 1) / Int(smallest.denom)
        }
        return (scaled(full.width), scaled(full.height))
    }

    /// Decodes to `width` x `height`, a size that `size(largestShrink:)` gave.
    ///
    /// Data that is cut short or damaged gives a warning and what could be made of it.
    func decode(
        width: Int, height: Int
    ) throws(MediaError) -> (raster: [UInt8], warning: String?) {
        var result: Int32 = 0
        let count = width * height * channels
        let raster = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            result = tjDecompress2(
                handle, header.bytes, UInt(header.bytes.count), buffer.baseAddress, Int32(width), 0,
                Int32(height), format, TJFLAG_LIMITSCANS)
            filled = count
        }
        guard result != 0 else { return (raster, nil) }
        guard !isFatal else { throw failure() }
        return (raster, "the file is damaged or cut short (\(message)): parts of it are blank")
    }

    private var format: Int32 {
        switch header.color {
        case .gray: Int32(TJPF_GRAY.rawValue)
        case .color: Int32(TJPF_RGB.rawValue)
        case .inks: Int32(TJPF_CMYK.rawValue)
        }
    }

    private var isFatal: Bool { tjGetErrorCode(handle) != TJERR_WARNING.rawValue }

    private var message: String {
        tjGetErrorStr2(handle).map { String(cString: $0) } ?? "no reason given"
    }

    private func failure() -> MediaError {
        MediaError(
            "decode the picture", path: header.path,
            reason: "TurboJPEG says: \(message); save it again as a plain JPEG or PNG")
    }
}
