package import Media
import Planning

/// The packets of the sound, in order, for the loop that writes the file.
///
/// The sound is exactly `sampleCount` samples long: the last packet is padded by the encoder, and
/// the writer of the file says so.
package struct AudioPackets {
    /// What must be written about the stream.
    package struct Parameters: Hashable, Sendable {
        /// What a decoder needs before the first packet.
        package var extradata: [UInt8]
        package var sampleRate: Int
        package var channels: Int

        /// Bits a second.
        package var bitRate: Int

        /// Samples in a packet.
        package var frameSize: Int

        /// Samples that the encoder puts before the first.
        package var initialPadding: Int

        /// The length of the sound, without padding.
        package var sampleCount: Int
    }

    package let parameters: Parameters

    private var blocks: MasteredBlocks
    private let encoder: AudioEncoder
    private let onBlock: (AudioBlock) -> Void
    private var queue: ArraySlice<Packet> = []
    private var isFinished = false

    /// Prepares to encode the mix; nothing is mixed yet.
    ///
    /// `onBlock` is told all samples that are encoded, in order.
    package init(
        _ mixer: AudioMixer, mastering: Mastering, codec: AudioCodec = .aac,
        onBlock: @escaping (AudioBlock) -> Void = { _ in }
    ) throws(MediaError) {
        self.onBlock = onBlock
        blocks = MasteredBlocks(mixer, gain: mastering.gain, limits: mastering.needsLimiter)
        encoder = try AudioEncoder(codec)
        parameters = Parameters(
            extradata: encoder.extradata, sampleRate: SoundPlan.sampleRate, channels: 2,
            bitRate: codec.bitRate, frameSize: encoder.frameSize,
            initialPadding: encoder.initialPadding,
            sampleCount: mixer.plan.sampleCount)
    }

    /// Returns the next packet, nil after the last.
    package mutating func next() throws(MediaError) -> Packet? {
        while queue.isEmpty, !isFinished {
            if let block = try blocks.next() {
                onBlock(block)
                queue = try encoder.encode(block)[...]
            } else {
                queue = try encoder.finish()[...]
                isFinished = true
            }
        }
        return queue.popFirst()
    }
}
