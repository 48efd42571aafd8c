import CLibav
import Foundation

/// Writes picture, sound and captions, whichever there are, into one file with the index in front.
package final class ContainerMuxer {
    /// The picture stream.
    package struct Video: Hashable, Sendable {
        package var codec: VideoCodec
        package var format: VideoFormat
        package var extradata: [UInt8]

        package init(codec: VideoCodec, format: VideoFormat, extradata: [UInt8]) {
            self.codec = codec
            self.format = format
            self.extradata = extradata
        }
    }

    /// The sound stream: stereo.
    package struct Audio: Hashable, Sendable {
        package var codec: AudioCodec
        package var extradata: [UInt8]
        package var sampleRate: Int
        package var frameSize: Int
        /// Samples that the encoder put before the first one of the mix.
        package var initialPadding: Int
        package var bitRate: Int

        package init(
            codec: AudioCodec, extradata: [UInt8], sampleRate: Int, frameSize: Int,
            initialPadding: Int, bitRate: Int
        ) {
            self.codec = codec
            self.extradata = extradata
            self.sampleRate = sampleRate
            self.frameSize = frameSize
            self.initialPadding = initialPadding
            self.bitRate = bitRate
        }
    }

    private let path: String
    let container: Container
    let context: UnsafeMutablePointer<AVFormatContext>
    private let packet: UnsafeMutablePointer<AVPacket>
    private let labels: FileLabels

    private let video: StreamClock?
    private let audio: StreamClock?
    private let audioFacts: Audio?
    private var captions: CaptionQueue?

    /// Creates the file and writes its header.
    package init(
        path: String, container: Container, video: Video?, audio: Audio?, labels: FileLabels
    ) throws(MediaError) {
        self.path = path
        self.container = container
        self.labels = labels
        packet = try allocated(av_packet_alloc(), "allocate a packet")
        var context: UnsafeMutablePointer<AVFormatContext>?
        try check(
            avformat_alloc_output_context2(&context, nil, container.muxerName, path),
            "create the file", path: path)
        self.context = try allocated(context, "create the file")
        self.video = video.map { StreamClock(index: 0, timeBase: $0.format.timeBase) }
        self.audio = audio.map {
            StreamClock(
                index: video == nil ? 0 : 1,
                timeBase: AVRational(num: 1, den: Int32($0.sampleRate)))
        }
        audioFacts = audio
        if let video { try addVideo(video) }
        if let audio { try addAudio(audio) }
        try addChapters(labels.chapters)
        if !labels.captions.isEmpty, let codec = container.captionCodec {
            captions = CaptionQueue(
                labels, codec: codec, stream: Int(self.context.pointee.nb_streams))
            try addCaptions(codec, language: labels.language)
        }
        try open()
        if container.isInterleavedByLibrary { try writeCaptions(before: nil) }
    }

    deinit {
        avio_closep(&context.pointee.pb)
        avformat_free_context(context)
        var packet = Optional(packet)
        av_packet_free(&packet)
    }

    /// Writes a picture packet; its times count frames from the start of the file.
    package func writeVideo(_ packet: Packet) throws(MediaError) {
        guard let video else { return }
        try write(packet, video)
    }

    /// Writes a sound packet; its times count samples, the first one lies before 0 by the encoder's
    /// padding.
    package func writeAudio(_ packet: Packet) throws(MediaError) {
        guard let audio, let audioFacts else { return }
        var packet = packet
        if container.isMatroska {
            // Its times begin with the padding; the track says how long that is.
            packet.presentation += Int64(audioFacts.initialPadding)
            packet.decode += Int64(audioFacts.initialPadding)
        }
        try write(packet, audio)
    }

    /// Writes the index, moves it to the front and closes the file.
    package func finish() throws(MediaError) {
        try writeCaptions(before: nil)
        try check(av_write_trailer(context), "finish the file", path: path)
        let pending = context.pointee.pb.pointee.error
        let closed = avio_closep(&context.pointee.pb)
        try check(min(pending, closed), "finish the file", path: path)
        try revise()
    }

    /// Adds what the library can't be told.
    private func revise() throws(MediaError) {
        if container.isMatroska, let audioFacts {
            let length = video.map { Double(labels.frameCount) * 1000 * av_q2d($0.timeBase) }
            try MatroskaRevision(path: path).write(
                delay: audioFacts.initialPadding, duration: length ?? Double(labels.duration))
        }
        if container == .gif, let xmp = labels.xmp {
            try GIFRevision(path: path).append(xmp: xmp)
        }
        guard container.isISO else { return }
        let revision = MP4Revision(path: path)
        if captions != nil { try revision.disableSubtitles() }
        if let xmp = labels.xmp { try revision.append(xmp: xmp) }
    }

    private func open() throws(MediaError) {
        // No wall clock and no library version in the file: the same draft gives the same bytes.
        context.pointee.flags |= AVFMT_FLAG_BITEXACT
        addTags(labels)
        try check(
            avio_open(&context.pointee.pb, path, AVIO_FLAG_WRITE), "create the file", path: path)
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        for option in container.options { av_dict_set(&options, option.name, option.value, 0) }
        if container == .gif {
            av_dict_set(&options, "final_delay", String(lastDelay), 0)
        }
        try check(avformat_write_header(context, &options), "write the header", path: path)
    }

    /// Writes the captions that begin before `packet`, all that are left for nil.
    private func writeCaptions(
        before packet: (source: Packet, clock: StreamClock)?
    ) throws(MediaError) {
        let end = packet.map { $0.clock.milliseconds($0.source.decode) }
        while let (caption, clock) = captions?.next(before: end) { try put(caption, clock) }
    }

    private func write(_ source: Packet, _ clock: StreamClock) throws(MediaError) {
        if !container.isInterleavedByLibrary { try writeCaptions(before: (source, clock)) }
        try put(source, clock)
    }

    private func put(_ source: Packet, _ clock: StreamClock) throws(MediaError) {
        guard let stream = context.pointee.streams[clock.index] else { return }
        defer { av_packet_unref(packet) }
        try source.fill(packet, stream: clock.index, path: path)
        try addPadding(source, clock)
        av_packet_rescale_ts(packet, clock.timeBase, stream.pointee.time_base)
        try check(
            container.isInterleavedByLibrary
                ? av_interleaved_write_frame(context, packet) : av_write_frame(context, packet),
            "write the file", path: path)
        try check(context.pointee.pb.pointee.error, "write the file", path: path)
    }

    /// Tells Matroska how many samples at the end of a packet are not heard; MP4 has durations.
    private func addPadding(_ source: Packet, _ clock: StreamClock) throws(MediaError) {
        guard container.isMatroska, clock.index == audio?.index, let audioFacts else { return }
        let padding = audioFacts.frameSize - Int(source.duration)
        guard padding > 0 else { return }
        let data = try allocated(
            av_packet_new_side_data(packet, AV_PKT_DATA_SKIP_SAMPLES, 10), "write a packet")
        for index in 0..<10 { data[index] = 0 }
        for index in 0..<4 { data[4 + index] = UInt8(padding >> (8 * index) & 0xFF) }
    }

    /// The centiseconds that a GIF's last frame is shown.
    private var lastDelay: Int {
        guard let video else { return 0 }
        let base = video.timeBase
        let frames = labels.frameCount
        func centiseconds(_ frame: Int) -> Int {
            Int(av_rescale_q(Int64(frame), base, AVRational(num: 1, den: 100)))
        }
        return min(max(centiseconds(frames) - centiseconds(frames - 1), 0), 65_535)
    }
}
