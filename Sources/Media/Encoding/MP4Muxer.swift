import CLibav
import Foundation

/// Writes one H.264 and one AAC stream, and captions where there are any, into an MP4 file with the
/// index in front.
package final class MP4Muxer {
    /// The picture stream.
    package struct Video: Sendable {
        package var format: VideoFormat
        package var extradata: [UInt8]

        package init(format: VideoFormat, extradata: [UInt8]) {
            self.format = format
            self.extradata = extradata
        }
    }

    /// The sound stream: AAC-LC stereo.
    package struct Audio: Sendable {
        package var extradata: [UInt8]
        package var sampleRate: Int
        package var frameSize: Int
        /// Samples that the encoder put before the first one of the mix.
        package var initialPadding: Int
        package var bitRate: Int

        package init(
            extradata: [UInt8], sampleRate: Int, frameSize: Int, initialPadding: Int, bitRate: Int
        ) {
            self.extradata = extradata
            self.sampleRate = sampleRate
            self.frameSize = frameSize
            self.initialPadding = initialPadding
            self.bitRate = bitRate
        }
    }

    private let path: String
    let context: UnsafeMutablePointer<AVFormatContext>
    private let packet: UnsafeMutablePointer<AVPacket>
    private let videoTimeBase: AVRational
    private let audioTimeBase: AVRational?
    private let labels: FileLabels

    /// Creates the file and writes its header.
    package init(
        path: String, video: Video, audio: Audio?, labels: FileLabels
    ) throws(MediaError) {
        self.path = path
        self.labels = labels
        packet = try allocated(av_packet_alloc(), "allocate a packet")
        var context: UnsafeMutablePointer<AVFormatContext>?
        try check(
            avformat_alloc_output_context2(&context, nil, "mp4", path), "create the file",
            path: path)
        self.context = try allocated(context, "create the file")
        videoTimeBase = AVRational(
            num: Int32(video.format.rateDenominator), den: Int32(video.format.rateNumerator))
        audioTimeBase = audio.map { AVRational(num: 1, den: Int32($0.sampleRate)) }
        try addVideo(video)
        if let audio { try addAudio(audio) }
        try addChapters(labels.chapters)
        let hasCaptions = !labels.captions.isEmpty
        if hasCaptions { try addCaptions(language: labels.language) }
        try open()
        if hasCaptions {
            try writeCaptions(labels, stream: audio == nil ? 1 : 2)
        }
    }

    deinit {
        avio_closep(&context.pointee.pb)
        avformat_free_context(context)
        var packet = Optional(packet)
        av_packet_free(&packet)
    }

    /// Writes a picture packet; its times count frames from the start of the file.
    package func writeVideo(_ packet: Packet) throws(MediaError) {
        try write(packet, stream: 0, timeBase: videoTimeBase)
    }

    /// Writes a sound packet; its times count samples, the first one lies before 0 by the encoder's
    /// padding.
    package func writeAudio(_ packet: Packet) throws(MediaError) {
        guard let audioTimeBase else { return }
        try write(packet, stream: 1, timeBase: audioTimeBase)
    }

    /// Writes the index, moves it to the front and closes the file.
    package func finish() throws(MediaError) {
        try check(av_write_trailer(context), "finish the file", path: path)
        let pending = context.pointee.pb.pointee.error
        let closed = avio_closep(&context.pointee.pb)
        try check(min(pending, closed), "finish the file", path: path)
        let revision = MP4Revision(path: path)
        if !labels.captions.isEmpty { try revision.disableSubtitles() }
        if let xmp = labels.xmp { try revision.append(xmp: xmp) }
    }

    private func open() throws(MediaError) {
        // No wall clock and no library version in the file: the same draft gives the same bytes.
        context.pointee.flags |= AVFMT_FLAG_BITEXACT
        if !labels.title.isEmpty {
            av_dict_set(&context.pointee.metadata, "title", labels.title, 0)
        }
        try check(
            avio_open(&context.pointee.pb, path, AVIO_FLAG_WRITE), "create the file", path: path)
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        av_dict_set(&options, "movflags", "+faststart", 0)
        try check(avformat_write_header(context, &options), "write the header", path: path)
    }

    func write(_ source: Packet, stream index: Int, timeBase: AVRational) throws(MediaError) {
        guard let stream = context.pointee.streams[index] else { return }
        try check(
            av_new_packet(packet, Int32(source.bytes.count)), "write a packet", path: path)
        defer { av_packet_unref(packet) }
        source.bytes.withUnsafeBytes { bytes in
            guard let from = bytes.baseAddress, let to = packet.pointee.data else { return }
            memcpy(to, from, bytes.count)
        }
        packet.pointee.pts = source.presentation
        packet.pointee.dts = source.decode
        packet.pointee.duration = source.duration
        packet.pointee.stream_index = Int32(index)
        if source.isKey { packet.pointee.flags |= Int32(AV_PKT_FLAG_KEY) }
        av_packet_rescale_ts(packet, timeBase, stream.pointee.time_base)
        try check(av_interleaved_write_frame(context, packet), "write the file", path: path)
        try check(context.pointee.pb.pointee.error, "write the file", path: path)
    }

    private func addVideo(_ video: Video) throws(MediaError) {
        let (stream, parameters) = try newStream(extradata: video.extradata)
        parameters.pointee.codec_type = AVMEDIA_TYPE_VIDEO
        parameters.pointee.codec_id = AV_CODEC_ID_H264
        parameters.pointee.format = AV_PIX_FMT_YUV420P.rawValue
        parameters.pointee.width = Int32(video.format.width)
        parameters.pointee.height = Int32(video.format.height)
        parameters.pointee.color_space = AVCOL_SPC_BT709
        parameters.pointee.color_primaries = AVCOL_PRI_BT709
        parameters.pointee.color_trc = AVCOL_TRC_BT709
        parameters.pointee.color_range = AVCOL_RANGE_MPEG
        parameters.pointee.chroma_location = AVCHROMA_LOC_LEFT
        parameters.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
        let rate = AVRational(num: videoTimeBase.den, den: videoTimeBase.num)
        stream.pointee.time_base = videoTimeBase
        stream.pointee.avg_frame_rate = rate
        stream.pointee.r_frame_rate = rate
    }

    private func addAudio(_ audio: Audio) throws(MediaError) {
        let (stream, parameters) = try newStream(extradata: audio.extradata)
        parameters.pointee.codec_type = AVMEDIA_TYPE_AUDIO
        parameters.pointee.codec_id = AV_CODEC_ID_AAC
        parameters.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
        parameters.pointee.sample_rate = Int32(audio.sampleRate)
        parameters.pointee.frame_size = Int32(audio.frameSize)
        parameters.pointee.initial_padding = Int32(audio.initialPadding)
        parameters.pointee.bit_rate = Int64(audio.bitRate)
        parameters.pointee.profile = 1  // AAC-LC
        av_channel_layout_default(&parameters.pointee.ch_layout, 2)
        stream.pointee.time_base = AVRational(num: 1, den: Int32(audio.sampleRate))
    }

    func newStream(
        extradata: [UInt8]
    ) throws(MediaError) -> (
        stream: UnsafeMutablePointer<AVStream>, parameters: UnsafeMutablePointer<AVCodecParameters>
    ) {
        let stream = try allocated(avformat_new_stream(context, nil), "add a stream")
        let size = extradata.count
        let memory = try allocated(
            av_mallocz(size + Int(AV_INPUT_BUFFER_PADDING_SIZE)), "add a stream")
        extradata.withUnsafeBytes { bytes in
            if let from = bytes.baseAddress { memcpy(memory, from, size) }
        }
        let parameters = try allocated(stream.pointee.codecpar, "add a stream")
        parameters.pointee.extradata = memory.assumingMemoryBound(to: UInt8.self)
        parameters.pointee.extradata_size = Int32(size)
        return (stream, parameters)
    }
}
