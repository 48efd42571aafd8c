package import Media
import Planning
package import Typesetting

/// Draws any frames of plans that change, and remembers what the next ones need.
///
/// What is drawn is what a render of the same plan draws. One frame is drawn at a time.
package actor LiveFrames {
    private let clips: LiveClips
    /// What the last frame was drawn with: the next one most likely shows the same.
    private var stage: Stage?

    private final class Stage {
        let plan: LivePlan
        let keys: [ClipKey]
        let compositor: Compositor
        let buffer: FrameBuffer
        let projection: FilmProjection

        init(_ plan: LivePlan, _ keys: [ClipKey], _ clips: [ClipKey: PreparedClip]) {
            self.plan = plan
            self.keys = keys
            compositor = Compositor(plan.plan)
            buffer = FrameBuffer(width: plan.plan.canvas.width, height: plan.plan.canvas.height)
            projection = FilmProjection(plan.plan, clips)
        }
    }

    /// - Throws: where the fonts can't be opened.
    package init(fonts: FontLibrary) throws { clips = try LiveClips(fonts: fonts) }

    /// Returns frame `index` of `plan`.
    ///
    /// - Throws: what decoding a picture throws.
    package func picture(at index: Int, of plan: LivePlan) async throws -> RGBPicture {
        RGBPicture(try await draw(index, of: plan).planes)
    }

    /// Returns frame `index` of `plan` as a render hands it to its encoder.
    ///
    /// - Throws: what decoding a picture throws.
    package func frame(at index: Int, of plan: LivePlan) async throws -> VideoScan.Frame {
        let duration = 1 / plan.plan.canvas.frameRate.framesPerSecond
        return VideoScan.Frame(
            try await draw(index, of: plan).planes, time: Double(index) * duration,
            duration: duration)
    }

    private func draw(_ index: Int, of plan: LivePlan) async throws -> FrameBuffer {
        let stage = try await stage(for: index, of: plan)
        let shown = try stage.projection.clips(at: index)
        stage.compositor.draw(index, clips: shown, into: stage.buffer.planes)
        return stage.buffer
    }

    private func stage(for index: Int, of plan: LivePlan) async throws -> Stage {
        let frames = index..<index + 1
        let keys = plan.plan.clips(in: frames)
        if let stage, stage.keys == keys, stage.plan == plan { return stage }
        let made = Stage(plan, keys, try await clips.clips(for: frames, of: plan))
        stage = made
        return made
    }

    /// Returns what a player has to know of the frames that `encode` gives, without drawing any.
    package static func stream(
        of plan: LivePlan, quality: VideoQuality
    ) throws(MediaError) -> ContainerMuxer.Video {
        let format = plan.plan.canvas.videoFormat
        let encoder = try VideoEncoder(format, codec: .h264, quality: quality)
        return .init(codec: .h264, format: format, extradata: encoder.extradata)
    }

    /// Encodes `frames` of `plan` as a closed group of pictures, away from the frames above.
    ///
    /// - Returns: the packets, whose times count frames from the first of them, and the stream.
    package nonisolated func encode(
        _ frames: Range<Int>, of plan: LivePlan, quality: VideoQuality
    ) async throws -> LivePackets {
        let prepared = try await clips.clips(for: frames, of: plan)
        let canvas = plan.plan.canvas
        let projection = FilmProjection(plan.plan, prepared)
        let compositor = Compositor(plan.plan)
        let coder = try VideoCoder(canvas, codec: .h264, quality: quality)
        for index in frames {
            try Task.checkCancellation()
            let shown = try projection.clips(at: index)
            compositor.draw(index, clips: shown, into: try coder.nextFrame())
            try coder.encode()
        }
        let output = try coder.finish()
        return LivePackets(
            packets: output.packets,
            video: .init(codec: .h264, format: canvas.videoFormat, extradata: output.extradata))
    }
}

/// Encoded frames and what a player has to know of them.
package struct LivePackets: Sendable {
    package var packets: [Packet]
    package var video: ContainerMuxer.Video
}

extension VideoScan.Frame {
    /// Copies the samples, without gaps between rows.
    init(_ planes: FramePlanes, time: Double, duration: Double) {
        func samples(
            _ base: UnsafeMutablePointer<UInt8>, _ width: Int, _ height: Int, _ stride: Int
        )
            -> [UInt8]
        {
            (0..<height).flatMap { UnsafeBufferPointer(start: base + $0 * stride, count: width) }
        }
        self.init(
            time: time, duration: duration, width: planes.width, height: planes.height,
            luma: samples(planes.luma, planes.width, planes.height, planes.lumaStride),
            cb: samples(planes.cb, planes.chromaWidth, planes.chromaHeight, planes.chromaStride),
            cr: samples(planes.cr, planes.chromaWidth, planes.chromaHeight, planes.chromaStride))
    }
}
