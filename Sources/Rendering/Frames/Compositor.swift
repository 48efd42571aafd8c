import Foundation
import Planning

/// Draws any frame of a plan: a pure function of the plan, the prepared clips and the index.
///
/// A compositor owns the scratch memory of one worker; make one per task.
final class Compositor {
    private let plan: RenderPlan
    private let background: YCbCr
    /// The second side of a transition; many chunks have none.
    private lazy var scratch = FrameBuffer(
        width: plan.canvas.width, height: plan.canvas.height)
    private let coverage = Coverage()
    private let painter: LayerPainter

    init(_ plan: RenderPlan) {
        self.plan = plan
        background = YCbCr(plan.canvas.background)
        painter = LayerPainter(plan.canvas)
    }

    /// Draws frame `index` into `frame`, every sample of it.
    ///
    /// `clips` holds all that show at this frame.
    func draw(_ index: Int, clips: [ClipKey: PreparedClip], into frame: FramePlanes) {
        let bottom = lowestVisibleTrack(at: index, clips)
        if bottom == nil { frame.fill(background) }
        for (number, track) in plan.tracks.enumerated().dropFirst(bottom ?? 0) {
            let current = track.transitions.first { $0.frames.contains(index) }
            for (position, clip) in track.clips.enumerated() where clip.frames.contains(index) {
                if position == current?.from || position == current?.to { continue }
                if let prepared = clips[ClipKey(track: number, clip: position)] {
                    painter.draw(clip, prepared, at: index, into: frame)
                }
            }
            if let current {
                draw(current, of: track, number: number, clips: clips, at: index, into: frame)
            }
        }
        repeatEdges(frame)
    }

    /// The highest track with a picture that hides all below it, nil where the background may show.
    private func lowestVisibleTrack(at index: Int, _ clips: [ClipKey: PreparedClip]) -> Int? {
        plan.tracks.indices.last { number in
            let track = plan.tracks[number]
            guard !track.transitions.contains(where: { $0.frames.contains(index) }) else {
                return false
            }
            return track.clips.indices.contains { position in
                guard let prepared = clips[ClipKey(track: number, clip: position)] else {
                    return false
                }
                let clip = track.clips[position]
                return clip.frames.contains(index) && painter.hidesAll(clip, prepared, at: index)
            }
        }
    }

    private func draw(
        _ transition: Transition, of track: VideoTrack, number: Int,
        clips: [ClipKey: PreparedClip], at index: Int, into frame: FramePlanes
    ) {
        func draw(_ clip: Int, _ look: TransitionLook, into frame: FramePlanes) {
            guard let prepared = clips[ClipKey(track: number, clip: clip)] else { return }
            painter.draw(track.clips[clip], prepared, at: index, look: look, into: frame)
        }
        let progress = transition.progress(at: index)
        let looks = TransitionLook.sides(transition.kind, progress, plan.canvas)
        guard transition.kind.isMixed else {
            draw(transition.from, looks.from, into: frame)
            draw(transition.to, looks.to, into: frame)
            return
        }
        scratch.planes.copy(frame)
        draw(transition.from, looks.from, into: frame)
        draw(transition.to, looks.to, into: scratch.planes)
        mix(transition.kind, progress: progress, into: frame)
    }

    /// Mixes the second side, in `scratch`, into the first.
    private func mix(_ kind: Transition.Kind, progress: Double, into frame: FramePlanes) {
        if kind.isUniform {
            frame.mix(scratch.planes, weight: UInt8((progress * 255).rounded()))
            return
        }
        let mask = TransitionMask(kind: kind, progress: progress, canvas: plan.canvas)
        coverage.make(region: EvenRegion(plan.canvas)) { mask.write(row: $0, into: $1) }
        frame.mix(scratch.planes, coverage: coverage)
    }

    /// Fills the extra column or row of a canvas that was asked for with odd sides.
    private func repeatEdges(_ frame: FramePlanes) {
        if plan.canvas.contentWidth < frame.width {
            for y in 0..<frame.height {
                let row = frame.luma + y * frame.lumaStride
                row[frame.width - 1] = row[frame.width - 2]
            }
        }
        if plan.canvas.contentHeight < frame.height {
            let last = frame.luma + (frame.height - 1) * frame.lumaStride
            last.update(from: last - frame.lumaStride, count: frame.width)
        }
    }
}

extension Transition.Kind {
    /// Whether both sides are drawn whole and then mixed; slides lay them side by side instead.
    var isMixed: Bool {
        switch self {
        case .slideleft, .slideright, .slideup, .slidedown: false
        default: true
        }
    }

    /// Whether the sides are mixed with a flat colour on the way.
    var tints: Bool { self == .fadeblack || self == .fadewhite }

    /// Whether the mix is the same at every pixel.
    var isUniform: Bool {
        switch self {
        case .fade, .fadeblack, .fadewhite: true
        default: false
        }
    }
}

extension FramePlanes {
    /// self = self + (other - self) * weight / 255.
    func mix(_ other: FramePlanes, weight: UInt8) {
        for y in 0..<height {
            Blend.mix(
                luma + y * lumaStride, other.luma + y * other.lumaStride, weight: weight,
                count: width)
        }
        for y in 0..<chromaHeight {
            let (to, from) = (y * chromaStride, y * other.chromaStride)
            Blend.mix(cb + to, other.cb + from, weight: weight, count: chromaWidth)
            Blend.mix(cr + to, other.cr + from, weight: weight, count: chromaWidth)
        }
    }

    /// self = self + (other - self) * coverage, which covers the whole frame.
    func mix(_ other: FramePlanes, coverage: Coverage) {
        for y in 0..<height {
            Blend.mix(
                luma + y * lumaStride, other.luma + y * other.lumaStride,
                mask: coverage.lumaRow(y), count: width)
        }
        for y in 0..<chromaHeight {
            let (to, from, mask) = (
                y * chromaStride, y * other.chromaStride, coverage.chromaRow(y)
            )
            Blend.mix(cb + to, other.cb + from, mask: mask, count: chromaWidth)
            Blend.mix(cr + to, other.cr + from, mask: mask, count: chromaWidth)
        }
    }
}
