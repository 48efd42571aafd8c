import Foundation
import Media
import Planning

/// Joins chunks and sound into the file, in order of time.
///
/// The file is created with the first chunk, whose encoder says what the header needs.
final class FileWriter {
    private let path: String
    private let plan: RenderPlan
    private let labels: FileLabels
    private let sound: SoundTrackWriter
    private var muxer: MP4Muxer?
    private var extradata: [UInt8] = []

    init(path: String, plan: RenderPlan, frames: Range<Int>, sound: SoundTrackWriter) {
        self.path = path
        self.plan = plan
        labels = FileLabels(plan, frames: frames)
        self.sound = sound
    }

    /// Writes a chunk whose first frame is frame `start` of the file, and the sound up to it.
    func write(_ chunk: ChunkEncoder.Output, at start: Int) throws(MediaError) {
        let muxer = try opened(chunk.extradata)
        for var packet in chunk.packets {
            packet.presentation += Int64(start)
            packet.decode += Int64(start)
            try sound.write(before: sample(atFrame: packet.decode), muxer.writeAudio)
            try muxer.writeVideo(packet)
        }
    }

    /// Writes what is left and closes the file.
    func finish() throws(MediaError) {
        guard let muxer else { return }
        try sound.write(before: nil, muxer.writeAudio)
        try muxer.finish()
    }

    private func opened(_ extradata: [UInt8]) throws(MediaError) -> MP4Muxer {
        if let muxer {
            // One header serves all chunks: that is what joining without re-encoding rests on.
            guard extradata == self.extradata else {
                throw MediaError(
                    "join the chunks", path: path, reason: "the encoder changed its parameter sets")
            }
            return muxer
        }
        let muxer = try MP4Muxer(
            path: path, video: .init(format: plan.canvas.videoFormat, extradata: extradata),
            audio: sound.parameters, labels: labels)
        self.muxer = muxer
        self.extradata = extradata
        return muxer
    }

    private func sample(atFrame frame: Int64) -> Int {
        let rate = plan.canvas.frameRate
        return Int(frame) * SoundPlan.sampleRate * rate.denominator / rate.numerator
    }
}
