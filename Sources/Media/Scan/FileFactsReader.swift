import CLibav
import Foundation

/// Reads what a media file says of itself, and walks over all its packets once; none is decoded.
package enum FileFactsReader {
    private static let operation = "read the video"

    private static let purpose = Demuxer.Purpose(
        operation: operation,
        formats: FilmInput.formats + SoundInput.formats.filter { !FilmInput.formats.contains($0) },
        refusal: "it is no video of a kind that this program reads; convert it to MP4",
        options: ["min_delay": "1"])

    /// Reads the file at `path`; it has a picture or a sound.
    ///
    /// - Throws: an error that names the file, the cause and what to do.
    package static func read(path: String) throws(MediaError) -> StoredFile {
        let demuxer = try Demuxer(path: path, for: purpose)
        try check(avformat_find_stream_info(demuxer.context, nil), operation, path: path)
        let size = try PlainFile(path: path, operation).size
        var file = StoredFile(bytes: size, container: demuxer.container)
        let video = demuxer.best(AVMEDIA_TYPE_VIDEO)
        let audio = demuxer.best(AVMEDIA_TYPE_AUDIO)
        file.video = video.map(StoredFile.Video.init)
        file.audio = audio.map(StoredFile.Audio.init)
        file.videoStreams = demuxer.count(AVMEDIA_TYPE_VIDEO)
        file.audioStreams = demuxer.count(AVMEDIA_TYPE_AUDIO)
        guard video != nil || audio != nil else {
            throw MediaError(
                operation, path: path, reason: "there is neither a picture nor a sound in it")
        }
        if demuxer.formatName.hasPrefix("mov") {
            let order = BoxOrder(path: path)
            file.isIndexFirst = order.isIndexFirst
            file.isFragmented = order.isFragmented
            if order.isCut { file.damage = "its last part is missing; copy it again" }
            file.video?.isInMovie = true
            file.video?.containerColor = ColorBox.tags(inMovie: order.movie)
            file.labels.sourceType = order.xmp.flatMap(StoredLabels.sourceType)
        }
        try walk(demuxer, video, audio, &file)
        return file
    }

    private static func walk(
        _ demuxer: Demuxer, _ video: UnsafeMutablePointer<AVStream>?,
        _ audio: UnsafeMutablePointer<AVStream>?, _ file: inout StoredFile
    ) throws(MediaError) {
        var held = av_packet_alloc()
        defer { av_packet_free(&held) }
        let packet = try allocated(held, operation)
        var times = PacketTimesCollector()
        var sound = SoundSpan()
        var labels = LabelReader(demuxer, pictures: video)
        var rates = ByteRates()
        var count = 0
        let origin = demuxer.origin
        while true {
            av_packet_unref(packet)
            let result = av_read_frame(demuxer.context, packet)
            if result < 0 {
                if result != CAVERROR_EOF {
                    file.damage = "reading it fails: \(libavMessage(result))"
                }
                break
            }
            count += 1
            let index = packet.pointee.stream_index
            guard let stream = demuxer.context.pointee.streams[Int(index)] else { continue }
            let tick = av_q2d(stream.pointee.time_base)
            let stamp =
                packet.pointee.dts != CAV_NOPTS ? packet.pointee.dts : packet.pointee.pts
            if stamp != CAV_NOPTS {
                rates.add(Int(packet.pointee.size), at: Double(stamp) * tick - origin)
            }
            if packet.pointee.flags & AV_PKT_FLAG_CORRUPT != 0 {
                file.damage = file.damage ?? "a packet of it is not whole; copy it again"
            }
            if index == video?.pointee.index { times.add(packet.pointee) }
            labels.add(packet.pointee)
            if index == audio?.pointee.index { sound.add(packet.pointee, tick: tick) }
        }
        guard count > 0 else {
            throw MediaError(
                operation, path: demuxer.path,
                reason: "nothing but its beginning is there; copy it again")
        }
        if let video { file.video?.times = times.facts(tick: av_q2d(video.pointee.time_base)) }
        if let audio { sound.close(demuxer, audio, &file.audio) }
        let boxed = file.labels.sourceType
        file.labels = labels.labels
        file.labels.sourceType = boxed ?? labels.labels.sourceType
        finish(demuxer, &file)
        file.rates = rates.rates(seconds: file.seconds)
    }

    /// The length, the rate of frames where the container says none, and whether it is all there.
    private static func finish(_ demuxer: Demuxer, _ file: inout StoredFile) {
        let times = file.video?.times
        let starts = [times?.start, file.audio?.start].compactMap { $0 }
        let ends = [times?.end, file.audio?.end].compactMap { $0 }
        file.seconds = max((ends.max() ?? 0) - max(starts.min() ?? 0, 0), 0)
        if file.video?.frameRate == nil, let times, times.end > times.start {
            file.video?.frameRate = Double(times.frames) / (times.end - times.start)
        }
        let context = demuxer.context.pointee
        let promised = Double(context.duration) / Double(AV_TIME_BASE)
        if context.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE,
            promised - file.seconds > 0.5
        {
            let said = String(format: "%.1f s of %.1f s", file.seconds, promised)
            file.damage = "it is cut short: it ends after \(said)"
        }
    }
}

extension Demuxer {
    /// The stream of a kind that players choose; nil where there is none.
    ///
    /// A cover is no picture.
    fileprivate func best(_ kind: AVMediaType) -> UnsafeMutablePointer<AVStream>? {
        let index = av_find_best_stream(context, kind, -1, -1, nil, 0)
        guard index >= 0, let stream = context.pointee.streams[Int(index)],
            stream.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC == 0,
            stream.pointee.codecpar.pointee.codec_id != AV_CODEC_ID_NONE,
            kind != AVMEDIA_TYPE_VIDEO || stream.pointee.codecpar.pointee.width > 0
        else { return nil }
        return stream
    }

    fileprivate func count(_ kind: AVMediaType) -> Int {
        streams.count {
            $0.pointee.codecpar.pointee.codec_type == kind
                && $0.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC == 0
        }
    }
}
