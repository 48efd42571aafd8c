import CLibav

extension StillFrame {
    /// A frame of its own from `width` x `height` pixels of R, G, B and straight alpha, 8 bits each.
    convenience init(
        rgba pixels: UnsafePointer<UInt8>, width: Int, height: Int, profile: [UInt8]?
    ) throws(MediaError) {
        try self.init()
        raw.pointee.format = AV_PIX_FMT_RGBA.rawValue
        raw.pointee.width = Int32(clamping: width)
        raw.pointee.height = Int32(clamping: height)
        try check(av_frame_get_buffer(raw, 64), "decode the picture")
        let start = try allocated(raw.pointee.data.0, "decode the picture")
        for y in 0..<height {
            let line = start + y * Int(raw.pointee.linesize.0)
            line.update(from: pixels + 4 * width * y, count: 4 * width)
        }
        if let profile { try attach(profile) }
    }

    /// The pixels of an RGBA frame, 8 bits each, without the padding of lines.
    var rgba: [UInt8] {
        guard format == AV_PIX_FMT_RGBA, let start = raw.pointee.data.0 else { return [] }
        return (0..<height).flatMap { y in
            let line = start + y * Int(raw.pointee.linesize.0)
            return Array(UnsafeBufferPointer(start: line, count: 4 * width))
        }
    }

    private func attach(_ profile: [UInt8]) throws(MediaError) {
        let data = try allocated(
            av_frame_new_side_data(raw, AV_FRAME_DATA_ICC_PROFILE, profile.count),
            "decode the picture")
        profile.withUnsafeBytes {
            UnsafeMutableRawBufferPointer(start: data.pointee.data, count: $0.count)
                .copyMemory(from: $0)
        }
    }
}
