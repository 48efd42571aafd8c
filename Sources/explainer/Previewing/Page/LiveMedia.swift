import Foundation
import Media
import Planning
import Rendering
import Serving

/// What the page's streams and pictures are made of, each made once while it is remembered.
///
/// Everything is named by stamps: an answer to a stamp is never out of date.
actor LiveMedia {
    /// Half a second: the first picture of a playback waits for no more.
    static let stretchesPerSecond = 2.0

    private struct Stretch {
        var plan: LivePlan
        var frames: Range<Int>
    }

    private struct PictureKey: Hashable {
        var stamp: String
        var index: Int
        var width: Int?
        var kind: PreviewPicture
    }

    private let frames: LiveFrames
    private var plans = RecentValues<String, LivePlan>(limit: 4000)
    private var stretches = RecentValues<String, Stretch>(limit: 20_000)
    private var encoded = RecentValues<String, Task<PreviewStretch, any Error>>(limit: 400)
    private var sounds = RecentValues<String, SoundStream>(limit: 4)
    private var pictures = RecentValues<PictureKey, [UInt8]>(limit: 96 << 20)

    init(_ frames: LiveFrames) { self.frames = frames }

    /// Takes a plan in and returns its streams, as the page is told of them.
    func register(
        _ plan: LivePlan
    ) throws(MediaError) -> (video: PreviewPlan.Video, sound: PreviewPlan.Sound?) {
        for run in plan.runs { plans.insert(plan, for: run.stamp) }
        let rate = plan.plan.canvas.frameRate.framesPerSecond
        let length = max(Int((rate / Self.stretchesPerSecond).rounded()), 1)
        var segments: [PreviewPlan.Run] = []
        for start in stride(from: 0, to: plan.plan.frameCount, by: length) {
            let range = start..<min(start + length, plan.plan.frameCount)
            // The range belongs to the name: it says where the packets are on the timeline.
            let stamp = "\(plan.stamp(of: range))-\(range.lowerBound)-\(range.count)"
            stretches.insert(Stretch(plan: plan, frames: range), for: stamp)
            segments.append(
                PreviewPlan.Run(from: range.lowerBound, to: range.upperBound, stamp: stamp))
        }
        let stream = try FragmentedMP4(
            video: LiveFrames.stream(of: plan, quality: Self.quality))
        return (PreviewPlan.Video(type: stream.mediaType, segments: segments), try sound(of: plan))
    }

    static let quality = VideoQuality.draft

    private func sound(of plan: LivePlan) throws(MediaError) -> PreviewPlan.Sound? {
        guard let stamp = plan.soundStamp else { return nil }
        let known = sounds.value(stamp)
        guard let stream = known ?? SoundStream(plan.plan) else { return nil }
        if known == nil {
            sounds.insert(stream, for: stamp)
            // Playback most likely follows, and waits for it.
            stream.start()
        }
        return PreviewPlan.Sound(
            type: try stream.mediaType, stamp: stamp, segments: stream.pieceCount,
            milliseconds: SoundStream.milliseconds)
    }

    // MARK: - Pictures

    func picture(
        _ index: Int, stamp: String, width: Int?, as kind: PreviewPicture
    ) async throws -> [UInt8]? {
        let key = PictureKey(stamp: stamp, index: index, width: width, kind: kind)
        if let known = pictures.value(key) { return known }
        guard let plan = plans.value(stamp), index < plan.plan.frameCount else { return nil }
        let frames = frames
        let bytes = try await Self.draw(index, of: plan, width, kind, frames)
        pictures.insert(bytes, weight: bytes.count, for: key)
        return bytes
    }

    private nonisolated static func draw(
        _ index: Int, of plan: LivePlan, _ width: Int?, _ kind: PreviewPicture,
        _ frames: LiveFrames
    ) async throws -> [UInt8] {
        var picture = try await frames.picture(at: index, of: plan)
        if let width, width < picture.width { picture = picture.reduced(toWidth: width) }
        return try picture.file(kind)
    }

    // MARK: - Streams

    func stretch(_ stamp: String) async throws -> PreviewStretch? {
        if let known = encoded.value(stamp) { return try await known.value }
        guard let stretch = stretches.value(stamp) else { return nil }
        let frames = frames
        let work = Task {
            let coded = try await frames.encode(
                stretch.frames, of: stretch.plan, quality: Self.quality)
            let stream = try FragmentedMP4(video: coded.video)
            let packets = coded.packets.map { packet in
                var packet = packet
                packet.presentation += Int64(stretch.frames.lowerBound)
                packet.decode += Int64(stretch.frames.lowerBound)
                return packet
            }
            return PreviewStretch(
                header: try stream.header(), media: try stream.fragment(packets))
        }
        encoded.insert(work, for: stamp)
        do {
            return try await work.value
        } catch {
            // What failed once may go well when the file is there again.
            encoded.remove(stamp)
            throw error
        }
    }

    func sound(_ stamp: String) -> SoundStream? { sounds.value(stamp) }
}

extension RGBPicture {
    /// The picture as a file.
    func file(_ kind: PreviewPicture) throws -> [UInt8] {
        switch kind {
        case .jpeg:
            return try JPEGWriter.data(pixels: pixels, width: width, height: height, quality: 88)
        case .png:
            return Array(try png())
        }
    }
}
