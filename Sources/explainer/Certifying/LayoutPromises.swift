import Comparing
import Foundation
import Planning
import Rendering

/// Where the texts of a draft lie, and what setting them had to change.
struct LayoutFacts {
    var findings: [TextFinding]

    /// Where captions end, as shares of the height.
    var captionBottoms: [Double]

    /// The number of texts.
    var count: Int
    var rules: CaptionRules

    /// - Throws: where the fonts can't be opened.
    init(_ origin: Certifying.Origin) throws {
        findings = try TextFindings.find(in: origin.plan, fonts: origin.fonts)
        let tracks = origin.draft.tracks
        let bottoms = try TextFindings.bottoms(in: origin.plan, fonts: origin.fonts)
        count = bottoms.count
        captionBottoms = bottoms.filter { text in
            let steps = text.place.pointer.split(separator: "/")
            guard steps.count > 1, steps[0] == "t", let index = Int(steps[1]),
                tracks.indices.contains(index)
            else { return false }
            return tracks[index].role == .caption
        }.map(\.bottom)
        let canvas = origin.plan.canvas
        rules = CaptionRules(width: Double(canvas.width), height: Double(canvas.height))
    }
}

/// What texts promise, read off the draft's layout.
struct LayoutPromises {
    /// Nil without a draft.
    private let facts: LayoutFacts?

    init(_ facts: LayoutFacts?) { self.facts = facts }

    var all: [Certificate.Promise] { [glyphs, fit, safeArea, place] }

    /// Judges a promise by the findings that `isBroken` picks; `facts.count` texts were looked at.
    private func judged(
        _ promise: Certificate.Promise, _ isBroken: (TextFinding.Kind) -> Bool
    ) -> Certificate.Promise {
        guard let facts else { return promise.lacking(Certificate.needsDraft) }
        guard facts.count > 0 else { return promise.lacking("the draft has no texts") }
        let broken = facts.findings.filter { isBroken($0.kind) }
        let first = broken.first.map { ": \($0.notice.message) (\($0.notice.place.pointer))" }
        return promise.judged(
            broken.isEmpty, "\(broken.count) of \(facts.count) texts" + (first ?? ""))
    }

    private func promise(_ id: String, _ title: String, _ bar: String) -> Certificate.Promise {
        Certificate.Promise(id, .text, title, bar: bar)
    }

    private var glyphs: Certificate.Promise {
        judged(promise("glyphs", "Each character has its glyph", "no boxes in their place")) {
            $0 == .missingGlyphs
        }
    }

    /// The smallest share of its size at which a text is still the one that was meant.
    private static let leastShare = 0.6

    private var fit: Certificate.Promise {
        judged(promise("fit", "Texts fit", "at 60 % of their size or more, none cut")) {
            switch $0 {
            case .shrunk(let share): share < Self.leastShare - 0.005
            case .cut: true
            case .moreLines, .missingGlyphs, .missingFamily, .outside, .overlap: false
            }
        }
    }

    private var safeArea: Certificate.Promise {
        judged(promise("safe-area", "Texts keep off the edges", "5 % at each side")) {
            $0 == .outside
        }
    }

    /// What descenders may hang below the line of captions, as a share of the height.
    private static let tolerance = 0.005

    private var place: Certificate.Promise {
        let bottom = facts.map { Wording.number($0.rules.bottom * 100, digits: 0) }
        let promise = promise(
            "caption-place", "Captions stay above players' buttons",
            "end at \(bottom ?? "88") % of the height")
        guard let facts else { return promise.lacking(Certificate.needsDraft) }
        guard let lowest = facts.captionBottoms.max() else {
            return promise.lacking("the draft has no captions")
        }
        return promise.judged(
            lowest <= facts.rules.bottom + Self.tolerance,
            Wording.fixed(lowest * 100, digits: 1) + " %")
    }
}
