import Foundation
import Inspecting

/// Puts the beats of topics in order and ranks them.
struct TopicScript {
    let telling: Telling
    let wording: any Wording

    init(_ telling: Telling, wording: any Wording) {
        self.telling = telling
        self.wording = wording
    }

    func storyboard() -> Storyboard {
        var plan = self.plan()
        var seen: Set<Part> = []
        plan.removeAll { !seen.insert($0.part).inserted }
        var beats = plan.compactMap(beat)
        beats.insert(contentsOf: galleryBeats(), at: max(beats.count - 1, 0))
        beats.removeRepeatedChapters()
        return Storyboard(
            title: telling.ownTitle ?? wording.opening(telling).name, language: wording.language,
            beats: beats)
    }

    /// A part and how soon it is left out.
    struct Place {
        var part: Part
        var rank: Int

        init(_ part: Part, _ rank: Int) {
            self.part = part
            self.rank = rank
        }
    }

    /// The parts of the topics asked for, then of related ones for long videos, then the end.
    private func plan() -> [Place] {
        let asked = telling.topics
        var order = [Place(.hook, 0)] + asked.flatMap { places(of: $0, added: 0) }
        if asked.contains(where: \.isAboutAI) {
            let isShort = asked.contains(.whatIsIt) || asked.contains(.howCreated)
            order += [Place(.record, 1)]
            order += isShort ? [Place(.tell, 1)] : []
            let related: [Topic] = [.whatIsIt, .howCreated, .howToTell, .responsibleUse]
            order += related.filter { !asked.contains($0) }
                .flatMap { places(of: $0, added: $0 == .responsibleUse ? 3 : 2) }
        }
        if !asked.contains(.thisPicture), !asked.contains(.productPhoto) {
            order += places(of: .thisPicture, added: 4)
        }
        return order + [Place(.end, 0)]
    }

    /// The beats of one topic with their ranks, `added` to each.
    private func places(of topic: Topic, added: Int) -> [Place] {
        let places: [Place] =
            switch topic {
            case .whatIsIt:
                [Place(.what, 0), Place(.pixels, 2), Place(.training, 2), Place(.odd, 3)]
            case .howCreated:
                [
                    Place(.denoise, 0), Place(.prompt, telling.subject.prompt == nil ? 2 : 1),
                    Place(.seed, 2), Place(.guidance, 3), Place(.negative, 3), Place(.latent, 3),
                    Place(.extras, 3), Place(.families, 4), Place(.record, 1),
                ]
            case .howToTell:
                [
                    Place(.tell, 0), Place(.record, 1), Place(.marks, 1), Place(.details, 1),
                    Place(.context, 1),
                ]
            case .responsibleUse:
                [
                    Place(.disclose, 0), Place(.people, 0), Place(.licences, 1),
                    Place(.inside, 2), Place(.school, 2),
                ]
            case .productPhoto:
                [
                    Place(.whole, 0), Place(.first, 0), Place(.second, 1), Place(.third, 1),
                    Place(.light, 2), Place(.colours, 1), Place(.composition, 2),
                    Place(.label, 2), Place(.missing, 1),
                ]
            case .thisPicture:
                [
                    Place(.whole, 0), Place(.size, 1), Place(.colours, 0), Place(.light, 1),
                    Place(.composition, 1), Place(.record, 1), Place(.missing, 3),
                ]
            }
        return places.map { Place($0.part, $0.rank + added) }
    }

    /// The beat of a part; nil where there is nothing to say or nothing to see.
    private func beat(_ place: Place) -> Beat? {
        var saying = Saying(place.part, of: telling.subject, telling: telling)
        wording.say(place.part, &saying)
        guard !saying.sentences.isEmpty, let visual = visual(of: place.part, saying.sentences)
        else { return nil }
        let sentences = saying.sentences.map { sentence in
            // What is said first in a beat carries the beat's own rank.
            Beat.Sentence(sentence.text, rank: rank(of: sentence.rank, in: place))
        }
        let chapter = wording.chapter(place.part)
        return Beat(
            id: place.part.rawValue, chapter: chapter, sentences: sentences, visual: visual,
            leastDuration: leastDuration(of: visual), rank: place.rank)
    }

    /// Sentences are ranked as if their topic were asked for; a related topic's come later.
    private func rank(of rank: Int, in place: Place) -> Int {
        max(place.rank, rank + (isAsked(place.part) ? 0 : min(place.rank, 2)))
    }

    private func isAsked(_ part: Part) -> Bool {
        [.hook, .end, .record, .tell].contains(part)
            || telling.topics.contains { places(of: $0, added: 0).contains { $0.part == part } }
    }

    /// What the eye needs at least, in milliseconds.
    private func leastDuration(of visual: Visual) -> Int {
        switch visual {
        case .denoising: 4000
        case .facts(_, _, let rows, _): 2500 + 300 * rows.count
        case .prompt, .noising, .pixels: 3500
        case .spotlight: 3000
        default: 2500
        }
    }

    /// One beat for each of the other pictures, twelve at most.
    private func galleryBeats() -> [Beat] {
        guard telling.pictures.count > 1 else { return [] }
        let isMain = !telling.topics.contains { $0.isAboutAI }
        let others = telling.pictures.filter { isMain || $0.index != telling.subject.index }
        return others.prefix(12).map { known in
            let (label, sentences) = wording.gallery(
                known, number: known.index + 1, of: telling.pictures.count)
            return Beat(
                id: "picture-\(known.index + 1)", chapter: label,
                sentences: sentences, visual: .picture(known.index, label: label),
                leastDuration: 2500, rank: 1)
        }
    }
}

extension [Beat] {
    /// Chapters that go on from the beat before get no second start.
    mutating func removeRepeatedChapters() {
        var current: String?
        for index in indices {
            if self[index].chapter == current {
                self[index].chapter = nil
            } else if let chapter = self[index].chapter {
                current = chapter
            }
        }
    }
}
