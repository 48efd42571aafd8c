import Foundation
import Media
import Planning

/// The sound of a render, packet by packet, up to a point in time.
final class SoundTrackWriter {
    private var packets: AudioPackets
    private var upcoming: Packet?
    private let sampleCount: Int

    /// What decoding had to say.
    let notices: [Notice]

    /// What the file must say about the stream.
    let parameters: ContainerMuxer.Audio

    /// Decodes and measures the sound of `frames` of `plan`.
    ///
    /// Loudness is measured over the whole plan, so that an excerpt sounds as it does in the whole.
    ///
    /// `onBlock` is told all samples that are encoded, in order. Work on the whole plan ends with an
    /// error once `isCancelled` says so.
    init(
        _ plan: RenderPlan, frames: Range<Int>, codec: AudioCodec,
        isCancelled: @escaping @Sendable () -> Bool = { false },
        onBlock: @escaping (AudioBlock) -> Void = { _ in }
    ) throws(MediaError) {
        let whole = try AudioMixer(plan.sound, isCancelled: isCancelled)
        let mastering = try Mastering(whole)
        let excerpt =
            frames == 0..<plan.frameCount
            ? whole : try AudioMixer(plan.sound.excerpt(frames, at: plan.canvas.frameRate))
        sampleCount = excerpt.plan.sampleCount
        packets = try AudioPackets(excerpt, mastering: mastering, codec: codec, onBlock: onBlock)
        notices = whole.warnings.map { Notice($0, at: DraftPlace()) }
        let stream = packets.parameters
        parameters = ContainerMuxer.Audio(
            codec: codec, extradata: stream.extradata, sampleRate: stream.sampleRate,
            frameSize: stream.frameSize, initialPadding: stream.initialPadding,
            bitRate: stream.bitRate)
        upcoming = try packets.next()
    }

    /// Hands `write` all packets that begin before `sample`, all that are left for nil.
    func write(
        before sample: Int?, _ write: (Packet) throws(MediaError) -> Void
    ) throws(MediaError) {
        while var packet = upcoming, sample.map({ packet.presentation < $0 }) ?? true {
            // The encoder pads its last frame; the stream ends where the mix ends.
            packet.duration = min(packet.duration, Int64(sampleCount) - packet.presentation)
            if packet.duration > 0 { try write(packet) }
            upcoming = try packets.next()
        }
    }
}

extension SoundPlan {
    /// The sound of a range of frames, from time 0.
    func excerpt(_ frames: Range<Int>, at rate: FrameRate) -> SoundPlan {
        func sample(_ frame: Int) -> Int {
            frame * Self.sampleRate * rate.denominator / rate.numerator
        }
        let start = sample(frames.lowerBound)
        func shifted(_ range: Range<Int>) -> Range<Int> {
            range.lowerBound - start..<range.upperBound - start
        }
        var excerpt = self
        excerpt.sampleCount = min(sample(frames.upperBound), sampleCount) - start
        for track in excerpt.tracks.indices {
            for clip in excerpt.tracks[track].clips.indices {
                let range = excerpt.tracks[track].clips[clip].samples
                excerpt.tracks[track].clips[clip].samples = shifted(range)
            }
            if let ducking = excerpt.tracks[track].ducking {
                excerpt.tracks[track].ducking?.spans = ducking.spans.map(shifted)
            }
        }
        return excerpt
    }
}
