import Foundation
import Inspecting

extension EnglishWording {
    func whatIsIt(_ part: Part, _ s: inout Saying) {
        switch part {
        case .what: what(&s)
        case .pixels: pixels(&s)
        case .training: training(&s)
        default: odd(&s)
        }
    }

    private func what(_ s: inout Saying) {
        s.say(
            0, "An AI image is computed, not captured.",
            "An AI image isn't captured; it's computed.",
            "A model computes an AI image, pixel by pixel.")
        s.say(
            1, "The model learned patterns from huge numbers of captioned pictures.", to: .students)
        s.say(
            1, "It learned by studying huge numbers of pictures with captions.",
            "It practised on huge numbers of pictures and their captions.", to: .beginners)
        s.say(
            1, "Think of it as a guess, steered by a model, a prompt and a few settings.",
            to: .creators)
        s.say(2, "It doesn't search for a stored photo; it builds new pixels.")
        s.say(3, "That is what generative means: it makes new pixel values.", to: .students)
        s.say(3, "It has no photo of the scene; it builds one that fits the words.", to: .beginners)
        s.say(3, "That makes it neither a photo nor a stock picture.", to: .creators)
        s.say(4, "So it can look right and still show something that never existed.")
    }

    private func pixels(_ s: inout Saying) {
        s.say(
            2, "Look closely: a picture is a grid of tiny coloured squares.",
            "Come closer, and any picture turns into small coloured squares.")
        s.say(3, "This one has about \(pixelCount(s.known)) of them.")
        s.say(3, "For a computer, each square is three numbers: red, green and blue.", to: .students)
        s.say(
            3, "A camera fills the grid with light; a model fills it with numbers it predicts.",
            to: .beginners)
        s.say(3, "More pixels don't mean more truth; enlarging invents detail too.", to: .creators)
        s.say(4, "Change enough of those squares, and you have another picture.")
    }

    private func training(_ s: inout Saying) {
        s.say(2, "In training, a model sees pictures with more and more noise added.")
        s.say(
            2, "Its task is to guess the noise, so that it can be taken away.",
            "Its only task is to guess which part is noise.")
        s.say(3, "Each wrong guess nudges the numbers inside the network, called weights.", to: .students)
        s.say(3, "It's a bit like learning a style by practice, millions of times over.", to: .beginners)
        s.say(3, "What a model rarely saw in training, it has trouble drawing.", to: .creators)
        s.say(4, "Training data are usually pairs: a picture and a line of text.")
        s.say(4, "Some public collections list billions of such pairs.", to: .students)
        s.say(5, "After that, it can find structure even in noise that holds no picture.")
    }

    private func odd(_ s: inout Saying) {
        s.say(
            3, "Because a model guesses, small things can go wrong.",
            "A guess can miss, and small things then go wrong.")
        s.say(3, "Letters, hands, reflections and repeating patterns are hard.")
        s.say(4, "Nothing in the process checks whether the scene makes sense.", to: .students)
        s.say(
            4, "It can be lovely and still not be true; treat it as an illustration.",
            to: .beginners)
        s.say(4, "Before you publish, look at text, hands and edges once more.", to: .creators)
    }

    /// "2.1 million", "590 thousand".
    func pixelCount(_ known: Known) -> String {
        let pixels = Double(known.width) * Double(known.height)
        if pixels >= 999_500 {
            let millions = (pixels / 100_000).rounded() / 10
            let text = millions == millions.rounded() ? String(Int(millions)) : String(millions)
            return "\(text) million"
        }
        if pixels >= 10_000 { return "\(Int((pixels / 10_000).rounded()) * 10) thousand" }
        return String(Int(pixels))
    }
}
