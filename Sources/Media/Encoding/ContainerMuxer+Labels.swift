import CLibav
import Foundation

extension ContainerMuxer {
    /// Milliseconds, for what is not tied to frames.
    private static let millisecond = AVRational(num: 1, den: 1000)

    /// Adds the chapters; the library frees them with the context.
    func addChapters(_ chapters: [FileLabels.Chapter]) throws(MediaError) {
        guard !chapters.isEmpty else { return }
        let size = MemoryLayout<UnsafeMutablePointer<AVChapter>?>.stride
        let list = try allocated(av_calloc(chapters.count, size), "add chapters")
        context.pointee.chapters = list.bindMemory(
            to: UnsafeMutablePointer<AVChapter>?.self, capacity: chapters.count)
        for (index, chapter) in chapters.enumerated() {
            let memory = try allocated(av_mallocz(MemoryLayout<AVChapter>.size), "add chapters")
            let entry = memory.bindMemory(to: AVChapter.self, capacity: 1)
            entry.pointee.id = Int64(index)
            entry.pointee.time_base = Self.millisecond
            entry.pointee.start = Int64(chapter.start)
            entry.pointee.end = Int64(chapter.end)
            av_dict_set(&entry.pointee.metadata, "title", chapter.title, 0)
            context.pointee.chapters[index] = entry
            context.pointee.nb_chapters += 1
        }
    }

    /// Whole milliseconds, but finer than any clock of the other streams.
    ///
    /// libav compares the times of streams without regard to their clocks, and would end a caption
    /// of a coarse one early, with an extra sample.
    private static let captionTick = AVRational(num: 1, den: 240_000)

    /// Adds the stream of captions, which players show on demand only.
    func addCaptions(_ codec: AVCodecID, language: String) throws(MediaError) {
        let isTimedText = codec == AV_CODEC_ID_MOV_TEXT
        let (stream, parameters) = try context.addStream(
            extradata: isTimedText ? TimedText.description : [])
        parameters.pointee.codec_type = AVMEDIA_TYPE_SUBTITLE
        parameters.pointee.codec_id = codec
        // QuickTime's own text would need another description; it plays 3GPP's as well.
        if container == .mov { parameters.pointee.codec_tag = Self.timedTextTag }
        stream.pointee.time_base = Self.captionTick
        stream.pointee.disposition = 0
        av_dict_set(&stream.pointee.metadata, "language", language, 0)
    }

    /// `tx3g`, first letter lowest.
    private static let timedTextTag = "tx3g".utf8.reversed().reduce(UInt32(0)) {
        $0 << 8 | UInt32($1)
    }

    /// Adds what the file says of itself in words.
    func addTags(_ labels: FileLabels) {
        if !labels.title.isEmpty {
            av_dict_set(&context.pointee.metadata, "title", labels.title, 0)
        }
        // Matroska has no place for XMP.
        if container.isMatroska, let type = labels.sourceType {
            av_dict_set(&context.pointee.metadata, "DIGITAL_SOURCE_TYPE", type, 0)
        }
    }
}
