import CLibav
import Foundation

/// Collects what a container says in words while its packets pass by.
struct LabelReader {
    private(set) var labels = StoredLabels()

    /// The stream that holds captions; nil where none is text.
    private let stream: UnsafeMutablePointer<AVStream>?

    /// The stream whose first packet may name its encoder; nil once that was looked at.
    private var pictures: UnsafeMutablePointer<AVStream>?

    /// The most captions that are kept.
    private static let most = 100_000

    init(_ demuxer: Demuxer, pictures: UnsafeMutablePointer<AVStream>?) {
        self.pictures = pictures
        let context = demuxer.context
        stream = demuxer.streams.first {
            Self.textCodecs.contains($0.pointee.codecpar.pointee.codec_id.rawValue)
        }
        if stream != nil { labels.captions = [] }
        let tags = context.pointee.metadata
        labels.title = Self.value("title", in: tags)
        labels.date = Self.value("creation_time", in: tags) ?? Self.value("date", in: tags)
        labels.encoder = Self.value("encoder", in: tags)
        labels.sourceType = Self.value("DIGITAL_SOURCE_TYPE", in: tags)
            .flatMap(StoredLabels.sourceType)
        labels.chapters = (0..<Int(context.pointee.nb_chapters)).compactMap {
            context.pointee.chapters[$0].map(Self.chapter)
        }
    }

    private static let textCodecs = Set(
        [
            AV_CODEC_ID_MOV_TEXT, AV_CODEC_ID_SUBRIP, AV_CODEC_ID_WEBVTT, AV_CODEC_ID_TEXT,
        ].map(\.rawValue))

    /// Takes a packet of any stream.
    mutating func add(_ packet: AVPacket) {
        if let pictures, packet.stream_index == pictures.pointee.index {
            labels.encoder = labels.encoder ?? Self.coder(in: packet)
            self.pictures = nil
        }
        guard let stream, packet.stream_index == stream.pointee.index, packet.pts != CAV_NOPTS,
            let data = packet.data, (labels.captions?.count ?? 0) < Self.most
        else { return }
        let bytes = [UInt8](UnsafeBufferPointer(start: data, count: max(Int(packet.size), 0)))
        let isTimedText = stream.pointee.codecpar.pointee.codec_id == AV_CODEC_ID_MOV_TEXT
        let text = isTimedText ? TimedText.text(bytes) : String(decoding: bytes, as: UTF8.self)
        let plain = CaptionFile.plain(text)
        guard !plain.isEmpty else { return }
        let tick = av_q2d(stream.pointee.time_base) * 1000
        let start = Int((Double(packet.pts) * tick).rounded())
        let end = Int((Double(packet.pts + max(packet.duration, 0)) * tick).rounded())
        labels.captions?.append(.init(start: start, end: end, text: plain))
    }

    /// Returns what x264 and x265 say of themselves in front of the first picture (H.264, D.2.7).
    private static func coder(in packet: AVPacket) -> String? {
        guard let data = packet.data else { return nil }
        let bytes = UnsafeBufferPointer(start: data, count: min(max(Int(packet.size), 0), 4096))
        let text = String(decoding: bytes.lazy.map { 0x20...0x7E ~= $0 ? $0 : 0x0A }, as: UTF8.self)
        let lines = text.split(separator: "\n")
        guard
            let line = lines.first(where: { $0.contains("x264 - core") || $0.contains("x265 (") }),
            let start = line.range(of: "x26")?.lowerBound
        else { return nil }
        let name = line[start...]
        return String(name[..<(name.range(of: " - H.26")?.lowerBound ?? name.endIndex)].prefix(80))
    }

    private static func chapter(_ chapter: UnsafeMutablePointer<AVChapter>) -> FileLabels.Chapter {
        let tick = av_q2d(chapter.pointee.time_base) * 1000
        func milliseconds(_ time: Int64) -> Int {
            let value = (Double(time) * tick).rounded()
            return value.isFinite && abs(value) < 1e12 ? Int(value) : 0
        }
        return FileLabels.Chapter(
            start: milliseconds(chapter.pointee.start), end: milliseconds(chapter.pointee.end),
            title: value("title", in: chapter.pointee.metadata) ?? "")
    }

    private static func value(_ key: String, in tags: OpaquePointer?) -> String? {
        let text = av_dict_get(tags, key, nil, 0).map { String(cString: $0.pointee.value) }
        return text?.isEmpty == true ? nil : text
    }
}
