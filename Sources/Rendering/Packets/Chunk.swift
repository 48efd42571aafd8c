import Foundation
package import Planning

/// Frames that are encoded on their own: closed groups of pictures, the first packet a key.
///
/// Where a timeline is cut follows from the plan alone, never from the number of workers: so the
/// bytes are the same for any number of them.
package struct Chunk: Hashable, Sendable {
    package var index: Int

    /// Half-open; counts from the start of the timeline.
    package var frames: Range<Int>

    /// The longest and the shortest chunk in seconds, where the timeline lets choose.
    ///
    /// A key frame and a cold rate control each cost a few frames' bits: short chunks made files 8
    /// % larger at two seconds, under 2 % at five.
    private static let longest = 5.0
    private static let shortest = 2.5

    /// Cuts `frames` of a plan into chunks.
    ///
    /// A cut falls where a clip begins or a transition ends, if one of those lies in reach: a key
    /// frame is due there anyway. Otherwise the rest is shared out evenly.
    package static func split(_ frames: Range<Int>, of plan: RenderPlan) -> [Chunk] {
        let rate = plan.canvas.frameRate.framesPerSecond
        let most = max(Int(longest * rate), 2)
        let least = max(Int(shortest * rate), 1)
        let preferred = cuts(of: plan)
        var chunks: [Chunk] = []
        var start = frames.lowerBound
        while start < frames.upperBound {
            let left = frames.upperBound - start
            var end = frames.upperBound
            if left > most {
                let even = start + left / ((left + most - 1) / most)
                end = preferred.last { $0 >= start + least && $0 <= start + most } ?? even
            }
            chunks.append(Chunk(index: chunks.count, frames: start..<end))
            start = end
        }
        return chunks
    }

    /// Cuts `frames` into chunks of `count`; the last may be shorter.
    static func split(_ frames: Range<Int>, every count: Int) -> [Chunk] {
        stride(from: frames.lowerBound, to: frames.upperBound, by: count).enumerated().map {
            Chunk(index: $0, frames: $1..<min($1 + count, frames.upperBound))
        }
    }

    /// Frames at which the picture of an opaque track changes at once, in order.
    private static func cuts(of plan: RenderPlan) -> [Int] {
        var cuts: Set<Int> = []
        for track in plan.tracks {
            for (position, clip) in track.clips.enumerated() {
                if case .text = clip.content { continue }
                let entry = track.transitions.first { $0.to == position }
                cuts.insert(entry?.frames.upperBound ?? clip.frames.lowerBound)
            }
        }
        return cuts.sorted()
    }
}
