import Foundation
package import Media
package import Planning

/// The whole sound of a plan as a player takes it piece by piece, encoded once, from front to back,
/// while pieces of it are already played.
///
/// Its packets are those that a render writes. The work begins with the first question that needs
/// it, on a thread of its own, and ends soon after the stream is let go.
package final class SoundStream: Sendable {
    /// The length of a piece, the last of which may be shorter.
    ///
    /// It begins with the packet in which its time falls, so that one can play from there.
    package static let milliseconds = 2_000

    /// The samples of a peak: 50 a second.
    package static let peakLength = SoundPlan.sampleRate / 50

    /// At least 1: as many as begin before the end.
    package let pieceCount: Int

    /// As `MediaSource` takes it: `audio/mp4; codecs="mp4a.40.2"`.
    package var mediaType: String { get throws(MediaError) { try Self.stream().mediaType } }

    private let plan: RenderPlan
    let shelf = SoundShelf()

    private static let pieceLength = milliseconds * SoundPlan.sampleRate / 1_000

    /// ISO/IEC 14496-3: AAC-LC.
    private static let packetLength = 1_024

    /// Nil where nothing sounds.
    ///
    /// Nothing is read or mixed yet.
    package init?(_ plan: RenderPlan) {
        let clips = plan.sound.tracks.flatMap(\.clips)
        let all = 0..<max(plan.sound.sampleCount, 0)
        guard clips.contains(where: { $0.samples.overlaps(all) }) else { return nil }
        self.plan = plan
        pieceCount = (all.upperBound + Self.pieceLength - 1) / Self.pieceLength
    }

    deinit { shelf.cancel() }

    /// Returns what goes before the first piece.
    ///
    /// It needs no mixing, which begins all the same.
    package func header() throws(MediaError) -> [UInt8] {
        start()
        return try Self.stream().header()
    }

    /// Returns piece `index` as a fragment whose times are those of the timeline; waits until it is
    /// encoded.
    ///
    /// - Throws: `MediaError` for a source that can't be read, and where there is no such piece;
    ///   `CancellationError` where the task was cancelled.
    package func fragment(_ index: Int) async throws -> [UInt8] {
        guard 0..<pieceCount ~= index else {
            throw MediaError(
                "stream sound", path: "", reason: "there is no piece \(index) of \(pieceCount)")
        }
        start()
        return try await shelf.value { index < $0.pieces.count ? $0.pieces[index] : nil }
    }

    /// Returns the greatest magnitude of both channels in each fiftieth of a second.
    ///
    /// It is that of the mastered sound, 255 for full scale. Waits until all is mixed.
    ///
    /// - Throws: as `fragment(_:)`.
    package func peaks() async throws -> [UInt8] {
        start()
        return try await shelf.value { $0.peaks }
    }

    /// Begins the work, if it has not begun.
    package func start() {
        guard shelf.start() else { return }
        let thread = Thread { [plan, shelf, pieceCount] in
            do throws(MediaError) {
                try Self.work(plan, pieceCount, shelf)
            } catch {
                shelf.fail(error)
            }
        }
        thread.name = "sound"
        thread.stackSize = 8 << 20  // As much as the shared threads have.
        thread.start()
    }

    private static func work(
        _ plan: RenderPlan, _ pieceCount: Int, _ shelf: SoundShelf
    ) throws(MediaError) {
        let meter = PeakMeter(windowLength: peakLength)
        let sound = try SoundTrackWriter(
            plan, frames: 0..<plan.frameCount, codec: .aac, isCancelled: { shelf.isCancelled },
            onBlock: meter.add)
        let stream = try FragmentedMP4(audio: sound.parameters)
        for index in 0..<pieceCount {
            let end = (index + 1) * pieceLength / packetLength * packetLength
            var packets: [Packet] = []
            try sound.write(before: index < pieceCount - 1 ? end : nil) {
                packet throws(MediaError) in packets.append(packet)
            }
            shelf.add(try stream.fragment(packets))
        }
        shelf.finish(peaks: meter.finish())
    }

    /// What is known of the stream before anything is mixed.
    private static func stream() throws(MediaError) -> FragmentedMP4 {
        let encoder = try AudioEncoder(.aac)
        return try FragmentedMP4(
            audio: ContainerMuxer.Audio(
                codec: .aac, extradata: encoder.extradata, sampleRate: SoundPlan.sampleRate,
                frameSize: encoder.frameSize, initialPadding: encoder.initialPadding,
                bitRate: encoder.bitRate))
    }
}
