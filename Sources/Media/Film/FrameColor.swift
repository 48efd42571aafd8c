import CLibav

/// What the samples of a frame mean as colours, with nothing left open.
struct FrameColor: Hashable {
    var matrix: Matrix
    var isFullRange: Bool
    var light: Light
    var primaries: Primaries

    /// How luma weighs red and blue (ITU-T H.273, table 4).
    struct Matrix: Hashable {
        var red: Double
        var blue: Double

        static let bt601 = Matrix(red: 0.299, blue: 0.114)
        static let bt709 = Matrix(red: 0.2126, blue: 0.0722)
        static let fcc = Matrix(red: 0.30, blue: 0.11)
        static let smpte240 = Matrix(red: 0.212, blue: 0.087)
        static let bt2020 = Matrix(red: 0.2627, blue: 0.0593)
    }

    /// How samples become light (H.273, table 3), as far as it makes a difference here.
    enum Light: Hashable {
        /// Shown on a display as it is: BT.709, BT.601, sRGB and their kin.
        case standard
        /// SMPTE ST 2084; up to `peak` cd/m2 are in use.
        case perceptual(peak: Double)
        /// ARIB STD-B67.
        case hybridLogGamma
        /// Samples are linear light.
        case linear
    }

    /// Which red, green and blue (H.273, table 2), as far as it makes a difference here.
    enum Primaries: Hashable {
        /// BT.709, and BT.601 and its kin, which differ less than cameras do.
        case standard
        case bt2020
        case displayP3
    }

    /// Whether light beyond standard range is encoded.
    var isHighDynamicRange: Bool {
        switch light {
        case .perceptual, .hybridLogGamma: true
        case .standard, .linear: false
        }
    }

    /// Whether samples mean what those of our own frames mean, but for matrix and range.
    var isStandard: Bool { light == .standard && primaries == .standard }
}

extension FrameColor {
    /// What `frame` says.
    ///
    /// Where it says nothing: the matrix is BT.709 in a film of 720 rows or more, BT.601 otherwise;
    /// gray and the old "J" formats are full range, the rest is limited.
    init(_ frame: StillFrame, isFilm: Bool = true) {
        let raw = frame.raw.pointee
        matrix = Self.matrix(raw.colorspace, isHigh: isFilm && frame.height >= 720)
        let isUntold = raw.color_range == AVCOL_RANGE_UNSPECIFIED
        isFullRange =
            frame.isJPEGFormat
            || (isUntold ? frame.isGray : raw.color_range == AVCOL_RANGE_JPEG)
        light = Self.light(raw.color_trc, frame)
        primaries = Self.primaries(raw.color_primaries)
    }

    private static func matrix(_ tag: AVColorSpace, isHigh: Bool) -> Matrix {
        switch tag {
        case AVCOL_SPC_BT709: .bt709
        case AVCOL_SPC_FCC: .fcc
        case AVCOL_SPC_SMPTE240M: .smpte240
        case AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL: .bt2020
        case AVCOL_SPC_BT470BG, AVCOL_SPC_SMPTE170M: .bt601
        default: isHigh ? .bt709 : .bt601
        }
    }

    private static func light(
        _ tag: AVColorTransferCharacteristic, _ frame: StillFrame
    ) -> Light {
        switch tag {
        case AVCOL_TRC_SMPTE2084: .perceptual(peak: frame.masteringPeak)
        case AVCOL_TRC_ARIB_STD_B67: .hybridLogGamma
        case AVCOL_TRC_LINEAR: .linear
        default: .standard
        }
    }

    private static func primaries(_ tag: AVColorPrimaries) -> Primaries {
        switch tag {
        case AVCOL_PRI_BT2020: .bt2020
        case AVCOL_PRI_SMPTE432, AVCOL_PRI_SMPTE431: .displayP3
        default: .standard
        }
    }
}

extension StillFrame {
    /// Whether the format's name alone says full range.
    var isJPEGFormat: Bool {
        [
            AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_YUVJ440P,
            AV_PIX_FMT_YUVJ411P,
        ].contains(format)
    }

    /// Takes over from `stream` what the decoder left out: some things only the container says.
    func completeColor(from stream: UnsafeMutablePointer<AVStream>) {
        guard let said = stream.pointee.codecpar?.pointee else { return }
        if raw.pointee.colorspace == AVCOL_SPC_UNSPECIFIED {
            raw.pointee.colorspace = said.color_space
        }
        if raw.pointee.color_range == AVCOL_RANGE_UNSPECIFIED {
            raw.pointee.color_range = said.color_range
        }
        if raw.pointee.color_trc == AVCOL_TRC_UNSPECIFIED {
            raw.pointee.color_trc = said.color_trc
        }
        if raw.pointee.color_primaries == AVCOL_PRI_UNSPECIFIED {
            raw.pointee.color_primaries = said.color_primaries
        }
    }

    /// The brightest light of the picture in cd/m2, as its metadata say; 1000 where they don't.
    ///
    /// The content's own peak (CTA-861.3, MaxCLL), else that of the display it was mastered on
    /// (SMPTE ST 2086).
    fileprivate var masteringPeak: Double {
        let usual = 1000.0
        func value<Metadata>(_ kind: AVFrameSideDataType, _ read: (Metadata) -> Double) -> Double? {
            guard let data = av_frame_get_side_data(raw, kind), let start = data.pointee.data,
                data.pointee.size >= MemoryLayout<Metadata>.size
            else { return nil }
            let peak = start.withMemoryRebound(to: Metadata.self, capacity: 1) { read($0.pointee) }
            return peak.isFinite && peak >= 203 ? min(peak, 10_000) : nil
        }
        return value(AV_FRAME_DATA_CONTENT_LIGHT_LEVEL) { (light: AVContentLightMetadata) in
            Double(light.MaxCLL)
        }
            ?? value(AV_FRAME_DATA_MASTERING_DISPLAY_METADATA) {
                (display: AVMasteringDisplayMetadata) in
                display.has_luminance != 0 ? av_q2d(display.max_luminance) : 0
            } ?? usual
    }
}
