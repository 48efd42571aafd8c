import Comparing
import Explaining
import Foundation
import Inspecting
import Media
import Planning
import Rendering
import Typesetting

/// Measures all promises of a finished file, beside the draft that it was rendered from where that
/// is known.
struct Certifying: Sendable {
    /// A draft, its plan, and which part of it the file is.
    struct Origin: Sendable {
        var draft: Draft
        var plan: RenderPlan
        var fonts: FontLibrary
        var frames: Range<Int>
        var hasSound: Bool
    }

    let path: String
    let file: StoredFile

    /// Nil where the draft is not known.
    var origin: Origin?

    /// Reads what the file at `path`, which is absolute, says of itself.
    ///
    /// - Throws: an error that names the file where it can't be measured.
    init(_ path: String) throws(MediaError) {
        self.path = path
        file = try Certificate.source(at: path)
    }

    func certificate() async throws -> Certificate {
        var certificate = try await Certificate.of(
            file, at: path, reference: try origin?.reference())
        certificate.add(CaptionPromises(file, path: path, origin).all)
        certificate.add(try PlanPromises(origin).all)
        certificate.add(LayoutPromises(try origin.map(LayoutFacts.init)).all)
        certificate.add([try await ContrastPromise(origin).promise])
        return certificate
    }
}

extension Certifying.Origin {
    /// How the draft's pictures say that they came to be.
    private var declaredSourceType: DigitalSourceType? {
        plan.sources.sorted().flatMap { path -> [DigitalSourceType] in
            guard (try? MediaKind.of(path: path)) == .picture,
                let bytes = FileManager.default.contents(atPath: path),
                let facts = try? PictureInspector.facts(of: Array(bytes), file: path)
            else { return [] }
            return facts.sourceTypes
        }.mostTelling
    }

    /// What the file has to be.
    fileprivate func reference() throws -> Certificate.Reference {
        let live = LivePlan(plan, files: [:])
        let drawing = try LiveFrames(fonts: fonts)
        let first = frames.lowerBound
        var labels = FileLabels(plan, frames: frames)
        labels.sourceType = labels.sourceType ?? declaredSourceType?.uri
        let isWhole = frames == 0..<plan.frameCount
        let starts = plan.tracks.flatMap(\.clips).map { $0.frames.lowerBound - first }
        return Certificate.Reference(
            frames: frames.count, width: plan.canvas.width, height: plan.canvas.height,
            framesPerSecond: plan.canvas.frameRate.framesPerSecond,
            // Loudness is reached over the whole.
            loudness: isWhole ? plan.sound.loudness : nil,
            mix: hasSound ? try MasteredMix.store(plan, frames: frames) : nil,
            labels: labels, cuts: Set(starts).sorted(),
            draw: { try await drawing.frame(at: first + $0, of: live) })
    }
}
