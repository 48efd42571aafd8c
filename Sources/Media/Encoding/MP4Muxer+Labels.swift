import CLibav
import Foundation

extension MP4Muxer {
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
    func addCaptions(language: String) throws(MediaError) {
        let (stream, parameters) = try newStream(extradata: TimedText.description)
        parameters.pointee.codec_type = AVMEDIA_TYPE_SUBTITLE
        parameters.pointee.codec_id = AV_CODEC_ID_MOV_TEXT
        stream.pointee.time_base = Self.captionTick
        stream.pointee.disposition = 0
        av_dict_set(&stream.pointee.metadata, "language", language, 0)
    }

    /// Writes all captions; the library keeps them until their time comes.
    func writeCaptions(_ labels: FileLabels, stream: Int) throws(MediaError) {
        for sample in TimedText.samples(labels.captions, end: labels.duration) {
            let packet = Packet(
                bytes: sample.bytes, presentation: Int64(sample.start),
                decode: Int64(sample.start), duration: Int64(sample.end - sample.start),
                isKey: true)
            try write(packet, stream: stream, timeBase: Self.millisecond)
        }
    }
}
