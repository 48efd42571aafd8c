import Foundation
import Inspecting

extension EnglishWording {
    /// What the file says about its making, with every limit that goes with it.
    func record(_ s: inout Saying) {
        switch s.known.verdict {
        case .generationDataEmbedded: settings(&s)
        case .generatedDeclared: declared(&s)
        case .editedDeclared:
            s.say(1, "The file declares that generative AI edited part of the picture.")
            s.say(1, "Which part that was, it doesn't say.")
            s.say(3, "The rest may come from a camera or from anywhere else.")
        case .labelDeclared: label(&s)
        case .signatureLayout:
            s.say(1, "Its layout is one that downloads from xAI's Grok use.")
            s.say(1, "No tool is named, and the signature can't be checked here.")
        case .cameraDataPresent: camera(&s)
        case .otherSourceDeclared: otherSource(&s)
        case .credentialsWithoutSourceType:
            s.say(1, "Its Content Credentials list editing steps, but no source.")
            s.say(2, "So the steps are told, and the beginning is left open.")
        case .remoteManifestOnly:
            s.say(1, "It points to Content Credentials stored elsewhere.")
            s.say(1, "Offline, we can't read them.")
        case .noGenerationData: program(&s)
        case .nothingEmbedded: nothing(&s)
        }
        otherSize(&s)
    }

    private func settings(_ s: inout Saying) {
        s.say(
            1, "Here is what the file records.", "Here is the recipe on record.")
        s.say(2, s.known.tool.map { "It names \($0) as the tool." })
        s.say(2, "The tool wrote these values; we only read them.")
        s.say(3, "Such notes can be copied or changed, so take them as a statement.")
        s.say(
            4, "With all of them, the same tool can get close to this picture again.", to: .creators
        )
        s.say(
            4, "Each line is a setting that someone, or some default, chose.", to: .students,
            .beginners)
    }

    private func declared(_ s: inout Saying) {
        s.say(
            1,
            s.known.tool.map { "The file declares AI origin, and names \($0)." }
                ?? "The file declares that a trained model made it.")
        s.say(2, "It stores no steps, no seed and no prompt that we can read.")
        s.say(3, "That is a statement by whoever wrote the file; we only read it.")
    }

    private func label(_ s: inout Saying) {
        switch s.known.labelLevel {
        case 1: s.say(1, "China's content label in this file says: AI-generated.")
        case 2: s.say(1, "China's content label in this file says: may be AI-generated.")
        case 3: s.say(1, "China's content label in this file says: suspected to be AI-generated.")
        default: s.say(1, "This file carries China's label for AI content.")
        }
        s.say(2, "The codes beside it are registered numbers, not names.")
        s.say(3, "Services there must add such a label to what their models make.")
    }

    private func camera(_ s: inout Saying) {
        s.say(
            1,
            s.known.camera.map { "The file carries camera data: \($0)." }
                ?? "The file carries camera data.")
        s.say(1, "That is evidence of a camera, not proof.")
        s.say(
            2,
            s.known.software.map { "It also names a program: \($0)." }
                ?? "It says nothing about later edits.")
        s.say(3, "Such data can be edited, or copied from another file.")
    }

    private func otherSource(_ s: inout Saying) {
        s.say(
            1,
            sourceName(s.known.sourceType).map { "The file declares its source: \($0)." }
                ?? "The file declares a source other than a generative model.")
        s.say(2, "That is a statement in the file; we only read it.")
    }

    private func program(_ s: inout Saying) {
        s.say(
            1,
            s.known.software.map { "The file names \($0), but not how the picture began." }
                ?? "The file holds a comment, but not how the picture began.")
        s.say(2, "It has no settings of a generator and no declaration about AI.")
        s.say(3, "So its origin stays open.")
    }

    private func nothing(_ s: inout Saying) {
        s.say(
            1, "The file doesn't record how it was made.",
            "The file holds no record of its making.")
        s.say(1, "What you see here is measured: size, colours, light.")
        s.say(2, "That's normal; most apps remove such data on upload or saving.")
        s.say(3, "So nobody can read from it which tool made it, or whether AI was used.")
    }

    private func otherSize(_ s: inout Saying) {
        guard let size = s.known.otherDeclaredSize else { return }
        s.say(
            3,
            "The record asks for \(size.width) by \(size.height) pixels; "
                + "stored are \(s.known.facts.storedWidth) by \(s.known.facts.storedHeight).")
    }

    /// IPTC's terms in plain words; nil for terms that say nothing.
    func sourceName(_ term: String?) -> String? {
        switch term {
        case "digitalCapture": "a digital camera"
        case "computationalCapture": "several camera frames, merged in the device"
        case "negativeFilm", "positiveFilm": "a scan of film"
        case "print": "a scan of a print"
        case "humanEdits", "minorHumanEdits": "edits by a person"
        case "digitalCreation", "digitalArt": "a person with digital tools"
        case "algorithmicMedia": "an algorithm without training data"
        case "algorithmicallyEnhanced": "an automatic correction"
        case "dataDrivenMedia": "data, drawn as a picture"
        case "screenCapture": "a screenshot"
        case "virtualRecording": "a recording of a virtual event"
        case "compositeCapture": "a mix of several captures"
        case "composite": "a mix of several elements"
        case "softwareImage": "software"
        default: nil
        }
    }
}
