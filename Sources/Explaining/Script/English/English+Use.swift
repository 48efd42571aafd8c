import Foundation
import Inspecting

extension EnglishWording {
    /// General information, not legal advice: no dates, no paragraphs of law.
    func use(_ part: Part, _ s: inout Saying) {
        switch part {
        case .disclose:
            s.say(
                0, "If AI made a picture, say so.", "When AI made a picture, say it openly.")
            s.say(1, "It costs one line, and people know what they see.")
            s.say(2, "Write it in the caption; viewers don't see metadata.", to: .creators)
            s.say(2, "Some shops and platforms read the AI label, so leave it in.", to: .creators)
            s.say(3, "In many places, rules for such labels are growing.")
        case .people:
            s.say(0, "Don't use it to fake a person, an event or a review.")
            s.say(2, "A generated scene is no evidence and no news picture.")
            s.say(3, "Real faces and names need more than a good idea: ask first.")
        case .licences:
            s.say(1, "Check the tool's rules before you sell or print it.", to: .students, .beginners)
            s.say(1, "Check the licences: service, model, add-ons and input pictures.", to: .creators)
            s.say(2, "Famous characters and logos stay protected, whoever draws them.")
            s.say(3, "Who owns such a picture depends on the country.")
            s.say(4, "Your own work on it, like layout or retouching, can count.", to: .creators)
        case .inside:
            if s.known.prompt != nil {
                s.say(2, "A prompt is stored inside this file; decide if you share it.")
            }
            s.say(3, "Don't type private things into a prompt; they may be stored.")
        default:
            s.say(2, "In schoolwork, name the tool, the model and what you changed.", to: .students)
            s.say(2, "Keep the original file; it may hold the record of its making.", to: .beginners)
            s.say(2, "In an ad, don't promise what the product doesn't have.", to: .creators)
            s.say(4, "When in doubt, ask, or leave the picture out.")
        }
    }
}
