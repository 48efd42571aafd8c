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
    /// The bit rate is 0: constant quality. Without look-ahead: in one pass it changed no byte.
    var vp9Options: OpaquePointer? {
        var options: OpaquePointer?
        av_dict_set(&options, "b", "0", 0)
        av_dict_set(&options, "deadline", vp9IsRealTime ? "realtime" : "good", 0)
        av_dict_set(&options, "cpu-used", String(vp9Speed), 0)
        av_dict_set(&options, "lag-in-frames", "0", 0)
        if self == .lossless {
            av_dict_set(&options, "lossless", "1", 0)
        } else {
            av_dict_set(&options, "crf", String(vp9RateFactor), 0)
        }
        return options
    }

    /// Whether libvpx takes its fast ways: on 1080p pans `high` looks and weighs as libx264's does
    /// in 1.3 times its time, where `good` takes 7 times as long for a quarter fewer bits.
    private var vp9IsRealTime: Bool { self != .max && self != .lossless }

    /// The constant quality of libvpx, 0...63.
    private var vp9RateFactor: Int {
        switch self {
        case .draft: 42
        case .standard: 34
        case .high: 30
        case .max: 20
        case .lossless: 0
        }
    }

    /// How much quality libvpx gives up for speed: of 0...8 in real time, else of 0...5.
    private var vp9Speed: Int {
        switch self {
        case .draft: 8
        case .standard: 6
        case .high, .lossless: 5
        case .max: 3
        }
    }
}
