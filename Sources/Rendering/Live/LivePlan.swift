package import Planning

/// A plan that is looked at while its draft is edited.
package struct LivePlan: Hashable, Sendable {
    package let plan: RenderPlan

    /// What tells the state of each file that it reads, by its path: another value, another content.
    package let files: [String: String]

    package init(_ plan: RenderPlan, files: [String: String]) {
        self.plan = plan
        self.files = files
    }

    /// A stretch of frames in which the same clips show, and a name for all that they show.
    ///
    /// A frame in two plans looks the same where its number and its stamp are the same.
    package struct Run: Hashable, Sendable {
        package var frames: Range<Int>
        package var stamp: String
    }

    /// The stretches of the whole, in order, without gaps.
    package var runs: [Run] {
        let borders = Set(
            plan.tracks.flatMap { track in
                (track.clips.map(\.frames) + track.transitions.map(\.frames))
                    .flatMap { [$0.lowerBound, $0.upperBound] }
            } + [0, plan.frameCount]
        ).filter { 0...plan.frameCount ~= $0 }.sorted()
        return zip(borders, borders.dropFirst()).map { start, end in
            Run(frames: start..<end, stamp: stamp(of: start..<end))
        }
    }

    /// Names what shows in `frames`.
    ///
    /// By the hash of this process: it means nothing to another one.
    package func stamp(of frames: Range<Int>) -> String {
        var hasher = Hasher()
        hasher.combine(plan.canvas)
        hasher.combine(plan.language)
        hasher.combine(plan.onSourceFailure)
        for track in plan.tracks {
            hasher.combine(track.clips.count { $0.frames.overlaps(frames) })
            for clip in track.clips where clip.frames.overlaps(frames) {
                hasher.combine(clip)
                hasher.combine(clip.files.map { files[$0] ?? "" })
            }
            for transition in track.transitions where transition.frames.overlaps(frames) {
                hasher.combine(transition)
                // Its sides are named by their places, which an earlier clip moves.
                hasher.combine(track.clips[transition.from].id)
                hasher.combine(track.clips[transition.to].id)
            }
        }
        return Self.text(hasher)
    }

    /// Names all that is heard; nil where nothing is.
    package var soundStamp: String? {
        let clips = plan.sound.tracks.flatMap(\.clips)
        guard !clips.isEmpty else { return nil }
        var hasher = Hasher()
        hasher.combine(plan.sound)
        hasher.combine(clips.map { files[$0.path] ?? "" })
        return Self.text(hasher)
    }

    private static func text(_ hasher: Hasher) -> String {
        let digits = String(UInt64(bitPattern: Int64(hasher.finalize())), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Clip {
    /// The absolute paths of the files that it shows.
    var files: [String] {
        var files = effects.compactMap { effect -> String? in
            guard case .lut(let path) = effect else { return nil }
            return path
        }
        if case .picture(let content) = self.content { files.append(content.path) }
        return files
    }
}
