import Foundation
import Inspecting

/// The English script.
struct EnglishWording: Wording {
    let language = "en"

    func say(_ part: Part, _ saying: inout Saying) {
        switch part {
        case .hook: hook(&saying)
        case .what, .pixels, .training, .odd: whatIsIt(part, &saying)
        case .denoise, .prompt, .guidance, .seed, .latent, .extras, .families, .negative:
            howCreated(part, &saying)
        case .record: record(&saying)
        case .tell, .marks, .details, .context: howToTell(part, &saying)
        case .disclose, .people, .licences, .inside, .school: use(part, &saying)
        case .whole, .size, .colours, .light, .composition: thisPicture(part, &saying)
        case .first, .second, .third, .missing, .label: product(part, &saying)
        case .end: end(&saying)
        }
    }

    private func end(_ s: inout Saying) {
        switch s.topics.first {
        case .howToTell:
            s.say(0, "Ask the file first, then ask the source.")
        case .responsibleUse:
            s.say(0, "Say how it was made, and let people judge for themselves.")
        case .productPhoto:
            s.say(
                0, "Look at the details, then ask for the rest.",
                "A good picture answers, and leaves you a few questions.")
        case .thisPicture:
            s.say(
                0, "The longer you look, the more you see.",
                "Look twice; pictures reward patience.")
        default:
            s.say(
                0, "An AI image is a guess, refined step by step.",
                "From noise to picture, guess by guess.",
                "Every step makes the guess a little better.")
        }
    }
}
