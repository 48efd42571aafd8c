import Foundation
import Planning

/// Puts what a beat shows onto the layers of a draft.
struct SceneBuilder {
    var layers: DraftLayers
    let look: Look
    let pictures: [ExplainedPicture]

    /// The seed of all noise.
    let seed: Int

    /// The identities of the picture segments at the start and end of each beat, for transitions.
    private(set) var cuts: [(first: String, last: String)] = []

    /// How dense, 0...1, shade must be that captions stand on, by the numbers of beats.
    var captionNeeds: [Int: Double] = [:]

    var stage: Stage { look.stage }
    var theme: Theme { look.theme }

    init(_ look: Look, pictures: [ExplainedPicture], seed: Int) {
        layers = DraftLayers(look.stage)
        self.look = look
        self.pictures = pictures
        self.seed = seed
    }

    /// Adds all that `timed` shows; `index` is its number in the video.
    mutating func add(_ timed: TimedBeat, index: Int) {
        let scene = Scene(timed, index: index)
        switch timed.beat.visual {
        case .hook(let picture, let kicker, let title):
            hook(scene, picture, kicker: kicker, title: title)
        case .picture(let picture, let label): moving(scene, picture, label: label)
        case .noising(let picture): noising(scene, picture)
        case .denoising(let picture, let steps, let label):
            denoising(scene, picture, steps: steps, label: label)
        case .prompt(let picture, let kicker, let words):
            prompt(scene, picture, kicker: kicker, words: words)
        case .facts(let picture, let kicker, let rows, let footnote):
            facts(scene, picture, kicker: kicker, rows: rows, footnote: footnote)
        case .pixels(let picture, let label): pixels(scene, picture, label: label)
        case .spotlight(let picture, let x, let y, let kicker, let heading, let badge):
            spotlight(scene, picture, (x, y), kicker: kicker, heading: heading, badge: badge)
        case .callout(let picture, let x, let y, let number, let label):
            callout(scene, picture, (x, y), number: number, label: label)
        case .palette(let picture, let kicker, let swatches):
            palette(scene, picture, kicker: kicker, swatches: swatches)
        case .end(let picture, let takeaway): end(scene, picture, takeaway: takeaway)
        }
    }

    func picture(_ index: Int) -> ExplainedPicture {
        pictures[min(max(index, 0), pictures.count - 1)]
    }

    /// Remembers which picture segments meet their neighbours.
    mutating func remember(first: String, last: String) { cuts.append((first, last)) }
}

/// A beat while it is laid out.
struct Scene {
    var timed: TimedBeat
    var index: Int

    var start: Int { timed.start }
    var end: Int { timed.end }
    var duration: Int { timed.duration }

    /// When words of the beat are seen: inside its cross-fades.
    var words: Range<Int> {
        let inset = min(150, duration / 8)
        return (index == 0 ? start : start + inset)..<(end - inset)
    }

    init(_ timed: TimedBeat, index: Int) {
        self.timed = timed
        self.index = index
    }
}
