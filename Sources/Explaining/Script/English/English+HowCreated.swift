import Foundation
import Inspecting

extension EnglishWording {
    func howCreated(_ part: Part, _ s: inout Saying) {
        switch part {
        case .denoise: denoise(&s)
        case .prompt: prompt(&s)
        case .guidance: guidance(&s)
        case .seed: seed(&s)
        case .latent: latent(&s)
        case .extras: extras(&s)
        case .negative: negative(&s)
        default: families(&s)
        }
    }

    private func denoise(_ s: inout Saying) {
        if let steps = s.known.steps, steps > 1, !s.known.isFromPicture {
            s.say(
                0, "From noise to picture in \(steps) steps, says the file.",
                "The file says: \(steps) steps from noise to picture.")
            s.say(
                1, "It starts as pure noise and clears a little each time.",
                "At first there is only noise; each step clears a little.")
        } else {
            s.say(
                0, "It starts as noise and clears step by step.",
                "From pure noise, it clears step by step.",
                "First comes noise; then it clears, step by step.")
            otherSteps(&s)
        }
        s.say(2, "Early steps settle the big shapes, late steps the fine detail.")
        s.say(
            2, "What you see is an illustration with your picture, not the actual run.",
            "This is an illustration made with your picture, not a record of a run.")
        s.say(
            3, "At each step, the network predicts the noise, and a part of it is removed.",
            to: .students)
        s.say(
            3, "Imagine TV static with a faint picture in it, cleaned a little each time.",
            to: .beginners)
        s.say(3, "More steps aren't always better; past a point, little changes.", to: .creators)
        s.say(4, "A sampler plans how much noise goes at every step.", to: .students, .creators)
        s.say(4, "Nothing is drawn line by line; the whole picture clears at once.")
    }

    /// What to say of steps where their number is not the point.
    private func otherSteps(_ s: inout Saying) {
        if s.known.isFromPicture {
            s.say(1, "This file records another start: a first picture, partly made anew.")
        }
        switch s.known.steps {
        case 1?: s.say(1, "This file records a single step.")
        case let steps?: s.say(1, "This file records \(steps) steps.")
        case nil: s.say(1, "Many tools take a few dozen steps.", "A few dozen steps are common.")
        }
    }

    private func prompt(_ s: inout Saying) {
        let isKnown = s.known.prompt != nil
        if isKnown {
            s.say(
                1, "Words steer every step; the file records these.",
                "These are the words that the file records.")
        } else {
            s.say(
                2, "A written prompt steers every step, from first to last.",
                "Words steer every step, from the first to the last.")
        }
        if s.known.isPromptAssembled {
            s.say(2, "The final prompt was put together during the run; this is its base.")
        }
        s.say(
            3, "The text becomes numbers that each region of the picture can consult.",
            to: .students)
        s.say(
            3, "With each step, the picture moves a little closer to those words.", to: .beginners)
        s.say(
            3, "Subject, style, light and lens: each kind of word pulls its own way.", to: .creators
        )
        if s.known.isDeclaredAI && !isKnown {
            s.say(2, "In this file, no prompt can be read.")
        }
        s.say(4, "The link between words and pictures was learned from captions.", to: .students)
        s.say(4, "Change a word, and you change where every step leads.", to: .beginners, .creators)
    }

    private func negative(_ s: inout Saying) {
        guard s.known.hasNegative else { return }
        s.say(3, "A second list in the file names what to avoid.")
        s.say(4, "The model steers away from those words as it steers towards the others.")
    }

    private func guidance(_ s: inout Saying) {
        s.say(3, "Guidance sets how strictly the picture follows the words.", to: .students)
        s.say(3, "One dial sets how strictly the picture follows the words.", to: .beginners)
        s.say(
            3, "Turn guidance up, and the picture obeys; turn it too far, and colours burn.",
            to: .creators)
        s.say(3, s.known.guidance.map { "Here, the file records a guidance of \($0)." })
        s.say(4, "The model predicts twice, with the words and without them.", to: .students)
        s.say(4, "Then it exaggerates the difference between the two.", to: .students)
        s.say(4, "Too low, and it drifts; too high, and it looks harsh.", to: .beginners)
        s.say(4, "Somewhere between loose and strict, a picture looks natural.", to: .creators)
    }

    private func seed(_ s: inout Saying) {
        s.say(
            2, s.known.seed == nil ? "One number, the seed, picks the starting noise." : nil,
            s.known.seed == nil ? nil : "One number, the seed, chose the starting noise.")
        s.say(
            2, "Change it, and you get a sibling, not a copy.",
            "Another seed gives a sibling, not a copy.")
        s.say(
            3, "Same model, same settings, same seed: nearly the same picture again.", to: .students
        )
        s.say(
            3, "Keep the number, and you can come back to almost the same picture.", to: .beginners)
        s.say(3, "Keep model, seed and settings, and you can get that look again.", to: .creators)
        s.say(4, "Other hardware or another version can change the result a little.", to: .students)
        s.say(4, "It works like shuffling cards: same shuffle, same hand.", to: .beginners)
        s.say(4, "Change one thing at a time, and you learn what each setting does.", to: .creators)
    }

    private func latent(_ s: inout Saying) {
        s.say(3, "Many models don't work on full pixels, but on a small coded version.")
        s.say(3, "At the end, a decoder unfolds that code into the full picture.")
        s.say(4, "The code is often an eighth as wide and an eighth as high.", to: .students)
        s.say(
            4, "That saves time, and it is why fine print often blurs.", to: .beginners, .creators)
        s.say(5, "Working small is what lets such a model run on a home computer.")
    }

    private func extras(_ s: inout Saying) {
        let count = s.known.loraCount
        if count > 0 {
            s.say(
                3,
                count == 1
                    ? "The file also lists an add-on, called a LoRA, that shapes the style."
                    : "The file also lists \(self.count(count)) add-ons, called LoRAs, that shape the style."
            )
            s.say(4, "Each add-on has a licence of its own; check it too.", to: .creators)
            s.say(4, "A LoRA is a small set of weights on top of a large model.", to: .students)
        }
        if let nodes = s.known.nodeCount {
            s.say(
                4, "A whole workflow is stored inside: \(nodes) nodes, from loader to saved file.")
            s.say(5, "Open the original in the tool, and the workflow comes back.", to: .creators)
        }
    }

    private func families(_ s: inout Saying) {
        s.say(4, "Removing noise, called diffusion, isn't the only way.")
        s.say(4, "Some models write a picture piece by piece, like words in a sentence.")
        s.say(5, "Older ones, called GANs, set a forger against a critic.")
        s.say(5, "Newer ones learn straighter paths from noise to picture.")
    }
}
