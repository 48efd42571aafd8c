import Foundation
import Inspecting

extension EnglishWording {
    func product(_ part: Part, _ s: inout Saying) {
        let detail = s.known.measures?.details.count ?? 0
        switch part {
        case .first:
            s.say(0, "Look here: this is where the finest detail is.", "Start here, at the finest detail.")
            s.say(3, "Edges and textures tell you what a surface is like.")
        case .second where detail > 1:
            s.say(1, "Then look here.", "Now look over here.")
            s.say(3, "Compare it with the first place: same material, same light?")
        case .third where detail > 2:
            s.say(1, "And don't miss this part.", "And here is a third place to check.")
            s.say(3, "Small parts often say most about how well a thing is made.")
        case .missing:
            let isProduct = s.topics.first == .productPhoto
            s.say(1, isProduct ? "What no picture tells: size, weight and feel." : nil)
            s.say(2, isProduct ? "For those, read the description, or ask." : nil)
            s.say(
                3, isProduct ? nil : "What a picture can't tell: what happened before and after.")
        case .label: label(&s)
        default: break
        }
    }

    private func label(_ s: inout Saying) {
        guard s.known.concernsAI, s.topics.first == .productPhoto else { return }
        if s.known.isDeclaredAI {
            s.say(1, "One more thing: the file declares AI origin.")
            s.say(1, "Materials, size and logos may be invented; check the real item.")
        } else {
            s.say(1, "One more thing: AI may have changed part of it; the file hints at that.")
            s.say(2, "So compare it with the real item.")
        }
    }

    func gallery(
        _ known: Known, number: Int, of count: Int
    ) -> (label: String, [Beat.Sentence]) {
        let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"]
        let which = number <= ordinals.count ? "The \(ordinals[number - 1])" : "Picture \(number)"
        let colours = distinct((known.measures?.palette.prefix(2) ?? []).map(name))
        let first =
            colours.isEmpty
            ? "\(which) is \(known.width) by \(known.height) pixels."
            : "\(which) is mostly \(list(colours))."
        return (
            "\(number) of \(count)",
            [Beat.Sentence(first, rank: 1), Beat.Sentence(verdict(known), rank: 2)]
        )
    }

    /// What one picture among several says of its origin.
    private func verdict(_ known: Known) -> String {
        switch known.verdict {
        case .generationDataEmbedded: "Its file records how a tool made it."
        case .generatedDeclared: "Its file declares AI origin."
        case .editedDeclared: "Its file declares that AI edited part of it."
        case .labelDeclared: "Its file carries an AI content label."
        case .signatureLayout: "Its file carries a signature, but names no tool."
        case .cameraDataPresent: "Its file carries camera data: evidence, not proof."
        case .otherSourceDeclared: "Its file declares another source."
        case .credentialsWithoutSourceType: "Its file lists edits, but no source."
        case .remoteManifestOnly: "Its file points to a record kept elsewhere."
        case .noGenerationData: "Its file says little about its origin."
        case .nothingEmbedded: "Its file says nothing about its origin."
        }
    }
}
