import Foundation
import Inspecting

extension EnglishWording {
    func hook(_ s: inout Saying) {
        if s.topics.contains(where: \.isAboutAI) {
            opener(&s)
            question(&s)
        } else if s.pictureCount > 1 {
            s.say(0, "Here are \(count(s.pictureCount)) pictures.")
            s.say(1, "Let's take them one by one.", "Look at each of them for a moment.")
        } else if s.topics.first == .productPhoto {
            s.say(0, "Take a closer look.", "Let's look closely.")
            s.say(1, "A few seconds are enough to see what matters here.")
        } else {
            s.say(0, "Take a good look at this.", "Look at this picture.")
            s.say(1, "There is more in it than you notice at first glance.")
        }
    }

    /// What the file says, in one short breath.
    private func opener(_ s: inout Saying) {
        switch s.known.verdict {
        case .generationDataEmbedded:
            s.say(0, "This picture has a recipe.", "This file kept its recipe.")
        case .generatedDeclared:
            s.say(0, "This file says a model made it.", "A model made it, says the file.")
        case .editedDeclared: s.say(0, "The file says AI changed a part.")
        case .labelDeclared: s.say(0, "This file carries an AI label.")
        case .signatureLayout: s.say(0, "This file has an odd signature.")
        case .cameraDataPresent: s.say(0, "This file names a camera.")
        case .otherSourceDeclared: s.say(0, "This file names its source.")
        case .credentialsWithoutSourceType: s.say(0, "This file keeps an edit diary.")
        case .remoteManifestOnly: s.say(0, "Its story is kept elsewhere.")
        case .noGenerationData: s.say(0, "This file says little.")
        case .nothingEmbedded:
            s.say(
                0, "This file keeps quiet.", "Its origin? The file is silent.")
        }
    }

    private func question(_ s: inout Saying) {
        let (what, how) = (s.topics.contains(.whatIsIt), s.topics.contains(.howCreated))
        if what && how {
            s.say(
                1, "So what is an AI image, and how does one come to be?",
                "So what is an AI image, and how is one made?")
        } else if what {
            s.say(1, "So what exactly is an AI image?", "But what is an AI image, really?")
        } else if how {
            s.say(
                1, s.known.isDeclaredAI ? "So how does a picture like this come to be?" : nil,
                s.known.isDeclaredAI
                    ? "Let's follow it from noise to picture."
                    : "Let's see how AI images are made in general.")
        } else if s.topics.first == .howToTell {
            s.say(1, "How can you tell where a picture comes from?")
        } else {
            s.say(1, "How do you use an AI image well?")
        }
    }

    /// Small numbers as words.
    func count(_ number: Int) -> String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ]
        return words.indices.contains(number) ? words[number] : String(number)
    }

    func opening(_ telling: Telling) -> (kicker: String, title: String, name: String) {
        let topics = telling.topics
        let isDeclared = telling.subject.isDeclaredAI
        switch topics.first {
        case .whatIsIt:
            let made = isDeclared ? "How it was made" : "How one is made"
            let kicker = topics.contains(.howCreated) ? made : "In short"
            return (
                kicker, "What is an\nAI image?",
                topics.contains(.howCreated)
                    ? "What is an AI image, and how is it made?" : "What is an AI image?"
            )
        case .howCreated:
            return isDeclared
                ? ("AI image", "How was this\npicture made?", "How was this picture made?")
                : ("AI images", "How are AI\nimages made?", "How are AI images made?")
        case .howToTell:
            return (
                "Where is it from?", "How can\nyou tell?", "How to tell where a picture is from"
            )
        case .responsibleUse:
            return ("AI images", "Use them\nwell", "Using AI images well")
        case .productPhoto: return ("Product photo", "A closer\nlook", "A closer look")
        case .thisPicture, nil:
            guard telling.pictures.count > 1 else {
                return ("This picture", "A closer\nlook", "A closer look at this picture")
            }
            let count = count(telling.pictures.count)
            let title = count.prefix(1).uppercased() + count.dropFirst()
            return ("A closer look", "\(title)\npictures", "\(title) pictures")
        }
    }
}
