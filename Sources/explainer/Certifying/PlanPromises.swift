import Comparing
import Foundation
import Planning

/// What is read off the plan of the draft: how pictures move, and music under speech.
struct PlanPromises {
    private let origin: Certifying.Origin?

    init(_ origin: Certifying.Origin?) { self.origin = origin }

    var all: [Certificate.Promise] { [enlarged, calm, ducking] }

    /// A picture of a clip, its view, and how large it is drawn.
    private struct Shown {
        var clip: Clip
        var content: PictureContent

        /// Output pixels a source pixel, at most.
        var enlargement: Double {
            let span = clip.span.end - clip.span.start
            let view = min(content.move.start.width, content.move.end.width)
            let high = min(content.move.start.height, content.move.end.height)
            let scales = [0, 0.25, 0.5, 0.75, 1].map { share in
                let across = clip.placement.width.value(at: share * span) / max(view, 1)
                let down = clip.placement.height.value(at: share * span) / max(high, 1)
                switch content.fit {
                case .contain, .blur: return min(across, down)
                case .cover, .stretch: return max(across, down)
                }
            }
            return scales.max() ?? 0
        }

        /// How many times larger its view gets in five seconds, in or out.
        func zoom(in rate: FrameRate) -> Double {
            let (a, b) = (content.move.start.width, content.move.end.width)
            let seconds = (clip.span.end - clip.span.start) / rate.framesPerSecond
            return pow(max(a, b) / max(min(a, b), 1e-9), 5 / max(seconds, 1e-3))
        }
    }

    private var pictures: [Shown] {
        (origin?.plan.tracks ?? []).flatMap(\.clips).compactMap { clip in
            guard case .picture(let content) = clip.content else { return nil }
            return Shown(clip: clip, content: content)
        }
    }

    private var enlarged: Certificate.Promise {
        let promise = Certificate.Promise(
            "enlarged", .motion, "No mush when enlarging", bar: "at most twice the source's size")
        guard origin != nil else { return promise.lacking(Certificate.needsDraft) }
        let found = pictures.map { (name: $0.content.path, scale: $0.enlargement) }
        guard let worst = found.max(by: { $0.scale < $1.scale }) else {
            return promise.lacking("the draft shows no files")
        }
        let name = URL(filePath: worst.name).lastPathComponent
        return promise.judged(
            worst.scale <= 2.01, "\(Wording.fixed(worst.scale, digits: 2)) times (\(name))")
    }

    private var calm: Certificate.Promise {
        let promise = Certificate.Promise(
            "calm", .motion, "Moves that are left to the program are calm",
            bar: "a zoom of at most 1.12 in 5 s")
        guard let origin else { return promise.lacking(Certificate.needsDraft) }
        let presets = Set(
            origin.draft.tracks.flatMap(\.segments).filter {
                if case .preset = $0.kenBurns { true } else { false }
            }.map(\.id))
        let rate = origin.plan.canvas.frameRate
        let zooms = pictures.filter { presets.contains($0.clip.id) }.map { $0.zoom(in: rate) }
        guard let fastest = zooms.max() else {
            return promise.lacking("the draft gives all moves itself")
        }
        return promise.judged(fastest <= 1.12, Wording.fixed(fastest, digits: 3))
    }

    /// Decibels that music steps aside by, and the time before the first word, in samples.
    private static let leastDepth = 12.0
    private static let attack = 12_000

    private var ducking: Certificate.Promise {
        let promise = Certificate.Promise(
            "ducking", .sound, "Music steps aside for speech",
            bar: "-12 dB, 250 ms before the first word")
        guard let origin else { return promise.lacking(Certificate.needsDraft) }
        let all = origin.hasSound ? origin.plan.sound.tracks.compactMap(\.ducking) : []
        guard let least = all.filter({ !$0.spans.isEmpty }).max(by: { $0.gain < $1.gain }) else {
            return promise.lacking("there is no music under speech")
        }
        let depth = -20 * log10(max(least.gain, 1e-6))
        let lead = Double(least.attack) * 1000 / Double(SoundPlan.sampleRate)
        return promise.judged(
            depth >= Self.leastDepth - 0.1 && least.attack >= Self.attack,
            "\(Wording.fixed(-depth, digits: 1)) dB, \(Wording.number(lead, digits: 0)) ms before")
    }
}
