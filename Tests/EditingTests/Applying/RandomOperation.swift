import Planning

@testable import Editing

/// Operations by chance, from a seed; some of them make no sense.
struct RandomOperation {
    var random: SeededGenerator

    mutating func pick<T>(_ items: [T]) -> T {
        items[Int(random.next() % UInt64(items.count))]
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(random.next() % UInt64(range.count))
    }

    mutating func share() -> Double { Double(number(0...100)) / 100 }

    mutating func maybe<T>(_ value: T) -> T? { pick([true, false]) ? value : nil }

    mutating func adjustment(_ values: [Double]) -> Adjustment {
        switch number(0...2) {
        case 0: .set(pick(values))
        case 1: .add(pick(values) * pick([1, -1]))
        default: .multiply(pick([0.25, 0.5, 0.8, 0, 1.1, 1.5, 2, 4, -1]))
        }
    }

    mutating func length() -> Adjustment {
        adjustment([0, 1, 39, 40, 333, 1000, 2000, 3001, 5000, 20_000])
    }

    mutating func choice() -> Reference.Choice {
        switch number(0...6) {
        case 0, 1: .unspecified
        case 2: .all
        case 3: .places([pick([1, 2, 3, -1, -2, 0, 9])])
        case 4: .places([1, pick([2, 3, -1])])
        case 5: .named(pick(["robot", "city", "beach", "logo", "title", "the", "zzz"]))
        default: .others([pick([1, 2, -1])])
        }
    }

    mutating func reference(_ kinds: [Reference.Kind] = Reference.Kind.allCases) -> Reference {
        let start = number(0...15_000)
        let choice = number(0...9) == 0 ? .during(start..<start + number(1...4000)) : choice()
        return Reference(pick(kinds), choice)
    }

    mutating func picture() -> Reference {
        number(0...5) == 0 ? reference([.overlay]) : reference([.picture])
    }

    mutating func placement() -> Editing.Placement {
        switch number(0...5) {
        case 0: .start
        case 1: .end
        case 2: .before(reference([.picture]))
        case 3: .after(reference([.picture]))
        case 4: .place(pick([1, 2, 3, -1, -2, 0, 7]))
        default: .shift(pick([1, -1, 2, -9, 0]))
        }
    }

    mutating func operation() -> EditOperation {
        switch number(0...14) {
        case 0: .whole(whole())
        case 1, 2: .picture(picture(), pictureChange())
        case 3, 4: .order(order())
        case 5: .transition(cuts(), transition())
        case 6: .text(reference([.title, .caption, .text, .subtitle, .endCard]), text())
        case 7: .addText(newText())
        case 8: .sound(reference([.music, .narration, .sound, .soundEffect]), sound())
        case 9: .music(MusicChoice(piece(), volume: maybe(share())))
        case 10: .addSound(source: file(), role: pick([.voice, .bgm, .sfx]), at: time())
        case 11: .remove(reference())
        case 12: .cutOut(cut())
        case 13: fade()
        default: timing()
        }
    }

    mutating func time() -> Int { pick([-5, 0, 1, 500, 3000, 5000, 5001, 7777, 14_999, 40_000]) }

    mutating func cut() -> Range<Int> {
        let start = max(0, time())
        return start..<start + pick([0, 1, 500, 2000, 5000, 9000, 99_999])
    }

    mutating func fade() -> EditOperation {
        let (entrance, exit) = (maybe(pick([0, 500, 9000])), maybe(pick([0, 1000])))
        return pick([
            .fade(reference(), in: entrance, out: exit),
            .fadeWhole(in: entrance, out: exit),
        ])
    }

    mutating func timing() -> EditOperation {
        let start = maybe(length())
        return pick([
            .timing(reference(), start: start, length: maybe(length())),
            .hide(reference(), pick([true, false])),
        ])
    }

    mutating func file() -> String {
        pick(FakeMaterial().files + ["nothing.png", "lake.jpg", "song.mp3"])
    }

    mutating func piece() -> MusicChoice.Piece {
        pick([.loop(pick(["lo-fi", "upbeat", "none"])), .file(sound: pick([0, 1])), .another])
    }
}

extension MusicChoice.Piece {
    fileprivate static func file(sound: Int) -> MusicChoice.Piece {
        .file(["assets/song.mp3", "assets/jingle.mp3"][sound])
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
