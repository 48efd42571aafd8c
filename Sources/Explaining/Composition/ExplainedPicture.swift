import Foundation
package import Inspecting
package import Planning

/// A picture of the video: where its file is, and what composing needs to know of it.
package struct ExplainedPicture: Hashable, Sendable {
    /// The draft's `src`.
    package var source: String

    package var facts: PictureFacts

    package init(source: String, facts: PictureFacts) {
        self.source = source
        self.facts = facts
    }

    /// Width to height, upright.
    var aspectRatio: Double { Double(facts.displayWidth) / Double(max(facts.displayHeight, 1)) }

    var focus: PictureMeasures.Point { facts.measures?.focus ?? .init(x: 0.5, y: 0.5) }

    var palette: [PictureMeasures.Swatch] { facts.measures?.palette ?? [] }
}

extension PictureFacts {
    /// The terms of IPTC's digital source types that the file declares, the credentials' first;
    /// recorded settings of a generator count as such a declaration.
    package var sourceTypes: [DigitalSourceType] {
        let terms = (credentials?.sourceTypes ?? []) + [xmpSourceType].compactMap { $0 }
        let declared = terms.compactMap(DigitalSourceType.init(rawValue:))
        guard declared.isEmpty, verdict == .generationDataEmbedded else { return declared }
        return [.trainedAlgorithmicMedia]
    }
}

extension [DigitalSourceType] {
    /// What goes on into the file of several declarations: the one that says most about generative
    /// AI.
    package var mostTelling: DigitalSourceType? {
        let generative: [DigitalSourceType] = [
            .trainedAlgorithmicMedia, .compositeWithTrainedAlgorithmicMedia, .compositeSynthetic,
        ]
        return generative.first(where: contains) ?? first
    }
}
