import Foundation
import Inspecting

extension EnglishWording {
    func howToTell(_ part: Part, _ s: inout Saying) {
        switch part {
        case .tell: tell(&s)
        case .marks: marks(&s)
        case .details: details(&s)
        default: context(&s)
        }
    }

    private func tell(_ s: inout Saying) {
        s.say(
            0, "Where is a picture from? Ask the file first.",
            "Want to know its source? Ask the file first.")
        answer(&s)
        s.say(3, "Pictures can carry a hidden note about themselves.", to: .beginners)
        s.say(
            3, "Metadata, Content Credentials and source labels are the places to look.",
            to: .students, .creators)
        s.say(4, "Screenshots, uploads and new saves often remove all of that.")
    }

    /// What asking this file brings.
    private func answer(_ s: inout Saying) {
        switch s.known.verdict {
        case .generationDataEmbedded:
            s.say(
                1, "This one answers, but a record can be copied or changed.",
                "Here it answers; still, anyone could edit such a note.")
        case .generatedDeclared: declaration(&s)
        case .nothingEmbedded:
            s.say(
                1, "A file without a record tells you nothing, either way.",
                "This one has none, and that tells you nothing either way.")
        case .cameraDataPresent:
            s.say(1, "Camera data helps, but it is evidence, not proof.")
        case .editedDeclared, .credentialsWithoutSourceType: declaration(&s)
        case .remoteManifestOnly:
            s.say(1, "This one only points to a record that is kept elsewhere.")
        case .labelDeclared: s.say(1, "This one carries a label: a statement that can be read.")
        case .signatureLayout: s.say(1, "This one hints at its tool without naming it.")
        case .otherSourceDeclared:
            s.say(1, "This one declares a source; we read it as a statement.")
        case .noGenerationData: s.say(1, "This one tells too little to say where it began.")
        }
    }

    private func declaration(_ s: inout Saying) {
        guard s.known.hasCredentials else {
            s.say(1, "A one-word label in this file names its source.")
            s.say(2, "Such a label is unsigned and easy to change.")
            return
        }
        if let signer = s.known.signer, let issuer = s.known.issuer, signer != issuer {
            s.say(1, "The certificate in its credentials names \(signer).")
            s.say(3, "It was issued by \(issuer).")
        } else {
            s.say(1, "This one carries Content Credentials, a signed list of steps.")
        }
        s.say(2, "We read that statement; we did not check who stands behind it.")
        switch s.known.isAsSigned {
        case true?: s.say(3, "The picture's bytes match those that were signed.")
        case false?: s.say(2, "The picture has changed since it was signed.")
        case nil: break
        }
    }

    private func marks(_ s: inout Saying) {
        s.say(1, "Some notes are signed, like a sealed letter.")
        s.say(2, "Others are a single word, unsigned and easy to change.")
        s.say(2, "Some marks sit in the pixels, and only their maker's detector reads them.")
        s.say(3, "If your tool offers Content Credentials, turn them on.", to: .creators)
        s.say(3, "Keep the original; exports often remove what it says.", to: .creators)
        s.say(
            3, "A seal shows who signed, not whether the content is true.", to: .students,
            .beginners)
    }

    private func details(_ s: inout Saying) {
        s.say(
            1, "Odd hands or letters are hints, and no more.",
            "Strange letters or hands are hints, and no more.")
        s.say(2, "Good models make few mistakes, and cameras make odd pictures too.")
        s.say(3, "Looks alone mislead you in both directions.")
        s.say(4, "Look at edges, shadows and things that should repeat exactly.")
    }

    private func context(_ s: inout Saying) {
        s.say(
            1, "Then ask the source: who posted it first?",
            "Then look for the source: who showed it first?")
        s.say(2, "A reverse image search can find older copies.")
        s.say(3, "Several weak hints together are better than one strong feeling.")
        s.say(4, "And if you can't tell, say so; that's an honest answer.")
    }
}
