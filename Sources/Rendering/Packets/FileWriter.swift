import Foundation
import Media
import Planning

/// Joins chunks and sound into the file, in order of time.
///
/// The file is created with the first chunk, whose encoder says what the header needs.
final class FileWriter {
    private let path: String
    private let container: Container
    private let plan: RenderPlan
    private let labels: FileLabels
    private let sound: SoundTrackWriter?
    private var muxer: ContainerMuxer?
    private var extradata: [UInt8] = []

    init(
        path: String, container: Container, plan: RenderPlan, frames: Range<Int>,
        sound: SoundTrackWriter?
    ) {
        self.path = path
        self.container = container
        self.plan = plan
        labels = FileLabels(plan, frames: frames)
        self.sound = sound
    }

    /// Writes packets of pictures whose first frame is frame `start` of the file, and the sound up
    /// to each.
    func write(
        _ packets: [Packet], _ codec: VideoCodec, extradata: [UInt8], at start: Int
    ) throws(MediaError) {
        let muxer = try opened(codec, extradata)
        for var packet in packets {
            packet.presentation += Int64(start)
            packet.decode += Int64(start)
            try sound?.write(before: sample(atFrame: packet.decode), muxer.writeAudio)
            try muxer.writeVideo(packet)
        }
    }

    /// Writes the sound up to frame `frame` of a file without pictures.
    func writeSound(before frame: Int) throws(MediaError) {
        let muxer = if let muxer { muxer } else { try open(video: nil) }
        try sound?.write(before: sample(atFrame: Int64(frame)), muxer.writeAudio)
    }

    /// Writes what is left and closes the file.
    func finish() throws(MediaError) {
        guard let muxer else { return }
        try sound?.write(before: nil, muxer.writeAudio)
        try muxer.finish()
    }

    private func opened(
        _ codec: VideoCodec, _ extradata: [UInt8]
    ) throws(MediaError) -> ContainerMuxer {
        if let muxer {
            // One header serves all chunks: that is what joining without re-encoding rests on.
            guard extradata == self.extradata else {
                throw MediaError(
                    "join the chunks", path: path, reason: "the encoder changed its parameter sets")
            }
            return muxer
        }
        self.extradata = extradata
        return try open(
            video: .init(codec: codec, format: plan.canvas.videoFormat, extradata: extradata))
    }

    private func open(video: ContainerMuxer.Video?) throws(MediaError) -> ContainerMuxer {
        let muxer = try ContainerMuxer(
            path: path, container: container, video: video, audio: sound?.parameters,
            labels: labels)
        self.muxer = muxer
        return muxer
    }

    private func sample(atFrame frame: Int64) -> Int {
        let rate = plan.canvas.frameRate
        return Int(frame) * SoundPlan.sampleRate * rate.denominator / rate.numerator
    }
}
