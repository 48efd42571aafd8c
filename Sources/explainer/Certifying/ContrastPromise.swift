import Comparing
import Planning
import Rendering

/// Whether texts stand out from what lies around their letters, in the frames that the draft gives.
struct ContrastPromise {
    /// Nil without a draft.
    private let texts: [TextContrast]?
    private let firstFrame: Int
    private let framesPerSecond: Double

    /// - Throws: where the fonts can't be opened, and what drawing a frame throws.
    init(_ origin: Certifying.Origin?) async throws {
        firstFrame = origin?.frames.lowerBound ?? 0
        framesPerSecond = origin?.plan.canvas.frameRate.framesPerSecond ?? 1
        guard let origin else {
            texts = nil
            return
        }
        texts = try await TextContrast.measure(
            origin.plan, frames: origin.frames, fonts: origin.fonts)
    }

    var promise: Certificate.Promise {
        let promise = Certificate.Promise(
            "contrast", .text, "Texts stand out from what is around them",
            bar: "4.5 to 1, titles 3 to 1")
        guard let texts else { return promise.lacking(Certificate.needsDraft) }
        guard let worst = texts.min(by: { Self.share($0) < Self.share($1) }) else {
            return promise.lacking("the draft shows no texts")
        }
        let moment = Wording.moment(Double(worst.frame - firstFrame) / framesPerSecond)
        let short = texts.count { Self.share($0) < 1 }
        let others = short > 1 ? ", and \(short - 1) more" : ""
        return promise.judged(
            Self.share(worst) >= 1,
            "\(Wording.fixed(worst.ratio, digits: 1)) to 1 at \(moment) "
                + "(\(worst.place.pointer))\(others)")
    }

    /// The contrast over what is due.
    private static func share(_ text: TextContrast) -> Double {
        text.ratio / Color.leastContrast(size: text.size)
    }
}
