import CLibav

/// Turns decoded frames of one format into interleaved stereo Float32 at 48 kHz.
///
/// The first sample that comes out lies where the first one that went in lay.
final class StereoResampler {
    static let rate = 48_000

    private let inputRate: Int
    private let format: Int32
    private var layout = AVChannelLayout()
    private var context: OpaquePointer?
    private var taken = 0
    private var given = 0

    /// Rates that a damaged or hostile header may not leave.
    private static let rates = 1_000...3_000_000

    /// Throws where the frame's rate or number of channels is out of reason.
    init(like frame: UnsafeMutablePointer<AVFrame>, path: String) throws(MediaError) {
        inputRate = Int(frame.pointee.sample_rate)
        format = frame.pointee.format
        try StereoResampler.requireReason(frame.pointee, path: path)
        try check(
            av_channel_layout_copy(&layout, &frame.pointee.ch_layout), "resample", path: path)
        try configure(ChannelMatrix(StereoResampler.known(layout)), path: path)
    }

    deinit {
        swr_free(&context)
        av_channel_layout_uninit(&layout)
    }

    /// Whether `frame` has the format that this resampler was made for.
    func accepts(_ frame: UnsafeMutablePointer<AVFrame>) -> Bool {
        Int(frame.pointee.sample_rate) == inputRate && frame.pointee.format == format
            && av_channel_layout_compare(&layout, &frame.pointee.ch_layout) == 0
    }

    /// Returns the samples that are ready after `frame` from its sample `first` on, left and right
    /// in turn.
    func convert(
        _ frame: UnsafeMutablePointer<AVFrame>, from first: Int = 0
    ) throws(MediaError) -> [Float] {
        let count = frame.pointee.nb_samples - Int32(clamping: first)
        guard count > 0 else { return [] }
        taken += Int(count)
        let room = Int(swr_get_out_samples(context, count))
        var planes = planes(of: frame, from: first)
        let samples = try planes.withUnsafeMutableBufferPointer { planes throws(MediaError) in
            try run(room: room, input: planes.baseAddress, count: count)
        }
        given += samples.count / 2
        return samples
    }

    /// The pointers to each plane's sample `first`; a packed frame has one plane.
    private func planes(
        of frame: UnsafeMutablePointer<AVFrame>, from first: Int
    ) -> [UnsafeMutablePointer<UInt8>?] {
        let kind = AVSampleFormat(format)
        let channels = Int(frame.pointee.ch_layout.nb_channels)
        let isPlanar = av_sample_fmt_is_planar(kind) != 0
        let step = Int(av_get_bytes_per_sample(kind)) * (isPlanar ? 1 : channels)
        return (0..<(isPlanar ? channels : 1)).map { plane in
            frame.pointee.extended_data[plane].map { $0 + first * step }
        }
    }

    /// Returns what is still inside, so that the whole is as long as what went in.
    func finish() throws(MediaError) -> [Float] {
        let missing = max((taken * StereoResampler.rate + inputRate / 2) / inputRate - given, 0)
        guard missing > 0 else { return [] }
        var samples = try run(room: missing, input: nil, count: 0)
        samples.append(contentsOf: repeatElement(0, count: 2 * missing - samples.count))
        given += missing
        return samples
    }

    private func run(
        room: Int, input: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?, count: Int32
    ) throws(MediaError) -> [Float] {
        var samples = [Float](repeating: 0, count: 2 * max(room, 0))
        let written = samples.withUnsafeMutableBytes { bytes in
            var output = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            return cav_swr_convert(context, &output, Int32(max(room, 0)), input, count)
        }
        try check(written, "resample")
        samples.removeLast(samples.count - 2 * Int(written))
        return samples
    }

    private func configure(_ matrix: ChannelMatrix, path: String) throws(MediaError) {
        var stereo = AVChannelLayout()
        av_channel_layout_default(&stereo, 2)
        var input = StereoResampler.known(layout)
        try check(
            swr_alloc_set_opts2(
                &context, &stereo, AV_SAMPLE_FMT_FLT, Int32(StereoResampler.rate), &input,
                AVSampleFormat(format), Int32(inputRate), 0, nil), "resample", path: path)
        try check(
            swr_set_matrix(context, matrix.left + matrix.right, Int32(matrix.left.count)),
            "mix down", path: path)
        try check(swr_init(context), "resample", path: path)
    }

    /// Gives a bare number of channels the layout that files mostly mean by it.
    private static func known(_ layout: AVChannelLayout) -> AVChannelLayout {
        guard layout.order == AV_CHANNEL_ORDER_UNSPEC else { return layout }
        var usual = AVChannelLayout()
        av_channel_layout_default(&usual, layout.nb_channels)
        return usual
    }

    private static func requireReason(_ frame: AVFrame, path: String) throws(MediaError) {
        guard rates.contains(Int(frame.sample_rate)) else {
            throw MediaError(
                "decode the sound", path: path, reason: "its rate is \(frame.sample_rate) Hz")
        }
        guard 1...64 ~= frame.ch_layout.nb_channels else {
            throw MediaError(
                "decode the sound", path: path,
                reason: "it has \(frame.ch_layout.nb_channels) channels; 64 are the most")
        }
    }
}
