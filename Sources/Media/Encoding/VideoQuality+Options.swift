import CLibav

extension VideoQuality {
    /// The settings of libx264; the caller frees them.
    var x264Options: OpaquePointer? {
        var options: OpaquePointer?
        av_dict_set(&options, "preset", preset, 0)
        if self == .lossless {
            av_dict_set(&options, "qp", "0", 0)
        } else {
            av_dict_set(&options, "profile", "high", 0)
            av_dict_set(&options, "crf", String(rateFactor), 0)
        }
        if let lookahead {
            av_dict_set(&options, "rc-lookahead", String(lookahead), 0)
        }
        if !parameters.isEmpty {
            av_dict_set(&options, "x264-params", parameters, 0)
        }
        return options
    }

    /// The settings of libvpx for VP9; the caller frees them.
    ///
    /// The bit rate is 0: constant quality. Alternate reference frames stay inside their chunk,
    /// since each chunk has an encoder of its own.
    var vp9Options: OpaquePointer? {
        var options: OpaquePointer?
        av_dict_set(&options, "b", "0", 0)
        av_dict_set(&options, "deadline", self == .draft ? "realtime" : "good", 0)
        av_dict_set(&options, "cpu-used", String(vp9Speed), 0)
        av_dict_set(&options, "lag-in-frames", self == .draft ? "0" : "16", 0)
        if self == .lossless {
            av_dict_set(&options, "lossless", "1", 0)
        } else {
            av_dict_set(&options, "crf", String(vp9RateFactor), 0)
        }
        return options
    }

    /// The constant quality of libvpx, 0...63.
    package var vp9RateFactor: Int {
        switch self {
        case .draft: 42
        case .standard: 33
        case .high: 27
        case .max: 18
        case .lossless: 0
        }
    }

    /// How much quality libvpx gives up for speed; of 0...5, with `draft` of 0...8.
    package var vp9Speed: Int {
        switch self {
        case .draft: 8
        case .standard, .lossless: 5
        case .high: 4
        case .max: 2
        }
    }
}
