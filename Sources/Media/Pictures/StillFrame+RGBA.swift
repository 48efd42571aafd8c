import CLibav

extension StillFrame {
    /// Returns the picture as R'G'B'A of 8 bits, or of 16 in this machine's byte order where
    /// `isWide`.
    ///
    /// `color` says what matrix and range the samples have; light and primaries stay what they are.
    func converted(
        _ color: FrameColor, isWide: Bool, path: String
    ) throws(MediaError) -> StillFrame {
        let source = plainFormat
        let output = isWide ? Self.wideRGBA : AV_PIX_FMT_RGBA
        let (width, height) = (raw.pointee.width, raw.pointee.height)
        guard sws_isSupportedInput(source) > 0,
            let scaler = sws_getContext(
                width, height, source, width, height, output, CAV_SCALE_EXACTLY, nil, nil, nil)
        else {
            throw MediaError(
                "decode the picture", path: path,
                reason: "its pixel format can't be converted; save it as PNG or JPEG")
        }
        defer { sws_freeContext(scaler) }
        if !isRGB {
            let matrix = sws_getCoefficients(color.matrix.coefficients)
            let plain = sws_getCoefficients(SWS_CS_DEFAULT)
            sws_setColorspaceDetails(
                scaler, matrix, color.isFullRange ? 1 : 0, plain, 1, 0, 1 << 16, 1 << 16)
        }
        let result = try StillFrame()
        result.raw.pointee.format = output.rawValue
        result.raw.pointee.width = width
        result.raw.pointee.height = height
        try check(av_frame_get_buffer(result.raw, 64), "decode the picture", path: path)
        raw.pointee.format = source.rawValue
        try check(sws_scale_frame(scaler, result.raw, raw), "decode the picture", path: path)
        return result
    }

    private static var wideRGBA: AVPixelFormat {
        #if _endian(little)
            AV_PIX_FMT_RGBA64LE
        #else
            AV_PIX_FMT_RGBA64BE
        #endif
    }

    /// The format without the "J" that once meant full range.
    private var plainFormat: AVPixelFormat {
        switch format {
        case AV_PIX_FMT_YUVJ420P: AV_PIX_FMT_YUV420P
        case AV_PIX_FMT_YUVJ422P: AV_PIX_FMT_YUV422P
        case AV_PIX_FMT_YUVJ444P: AV_PIX_FMT_YUV444P
        case AV_PIX_FMT_YUVJ440P: AV_PIX_FMT_YUV440P
        case AV_PIX_FMT_YUVJ411P: AV_PIX_FMT_YUV411P
        default: format
        }
    }
}

extension FrameColor.Matrix {
    /// swscale's name of the matrix.
    fileprivate var coefficients: Int32 {
        switch self {
        case .bt709: SWS_CS_ITU709
        case .fcc: SWS_CS_FCC
        case .smpte240: SWS_CS_SMPTE240M
        case .bt2020: SWS_CS_BT2020
        default: SWS_CS_ITU601
        }
    }
}
