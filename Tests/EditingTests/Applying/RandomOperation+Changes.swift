import Planning

@testable import Editing

extension RandomOperation {
    mutating func whole() -> WholeChange {
        switch number(0...9) {
        case 0: .aspect(number(0...21), number(1...16))
        case 1: .resolution(pick([0, 720, 1080, 2161, 9000]))
        case 2: .size(width: pick([15, 641, 1280]), height: pick([360, 721]))
        case 3: .frameRate(FrameRate(pick([24, 30, 60])))
        case 4, 5: .length(length())
        case 6, 7: .pace(pick([0.5, 0.8, 1.1, 1.5, 2, 0, 5, 1]))
        case 8: .loudness(adjustment([-16, -3, 3, -80]))
        default: pick([.theme("paper"), .name("A"), .language("zh"), .background(.white)])
        }
    }

    mutating func pictureChange() -> PictureChange {
        switch number(0...16) {
        case 0, 1, 2: .length(length())
        case 3: .source(pick(["assets/waves.mp4", "lake.jpg", "nothing.png", "city.jpg"]))
        case 4: .speed(adjustment([0.1, 0.5, 1, 2, 9]))
        case 5: .trim(start: maybe(time()), end: maybe(time()))
        case 6: .shave(front: pick([0, 100, 2000, 9000]), back: pick([0, 200, -1]))
        case 7, 8: .move(camera())
        case 9: .fit(pick([.cover, .contain, .stretch, .blur]))
        case 10: .opacity(adjustment([0, 0.5, 1, 2]))
        case 11: .rotation(adjustment([90, 1e9]))
        case 12: .scale(adjustment([0.1, 0.5, 3, 0]))
        case 13: .place(x: maybe(share()), y: maybe(share()))
        case 14: pick([.volume(adjustment([0, 0.3, 1, 3])), .loop(true), .radius(32)])
        case 15: .effect(pick(Draft.Effect.Kind.allCases), effectSettings())
        default: .removeEffect(maybe(pick([.diffuse, .blur, .gray])))
        }
    }

    mutating func effectSettings() -> [String: Adjustment] {
        let key = pick(["amount", "to", "brightness", "n", "x", "steps"])
        return maybe([key: adjustment([0, 0.5, 1, 7, 2000, -1])]) ?? [:]
    }

    mutating func camera() -> CameraMove {
        switch number(0...4) {
        case 0: .preset(pick(Draft.KenBurns.Preset.allCases), strength: maybe(1 + share()))
        case 1: .strength(pick([0.5, 1.5, 2, 100, 0, 1]))
        case 2: .focus(x: share(), y: share())
        case 3: .reverse
        default: .none
        }
    }

    mutating func order() -> OrderChange {
        switch number(0...7) {
        case 0, 1:
            .add(
                sources: pick([[file()], ["lake.jpg", "waves.mp4"], ["assets/photo.jpg"]]),
                at: placement(), length: maybe(pick([0, 2000, 4000])))
        case 2: .move(reference([.picture]), to: placement())
        case 3: .swap(reference([.picture]), reference([.picture]))
        case 4: .reverse
        case 5: .duplicate(reference([.picture]))
        case 6: .keep(reference([.picture]))
        default: .split(at: time())
        }
    }

    mutating func cuts() -> Cuts {
        switch number(0...3) {
        case 0: .all
        case 1: .between(reference([.picture]), reference([.picture]))
        case 2: .before(reference([.picture]))
        default: .after(reference([.picture]))
        }
    }

    mutating func transition() -> TransitionChange {
        number(0...4) == 0
            ? .remove
            : .set(maybe(pick(Draft.Transition.Kind.allCases)), length: maybe(length()))
    }

    mutating func text() -> TextChange {
        switch number(0...14) {
        case 0: .words(pick(["New", "新的标题", ""]))
        case 1: .replace(old: pick(["the", "robot", ""]), new: "a")
        case 2: .append("more")
        case 3: .preset(pick(Draft.TextStyle.Preset.allCases))
        case 4: .size(adjustment([0, 30, 80, 3000]))
        case 5: .weight(pick([50, 300, 700]))
        case 6: pick([.italic(true), .italic(false), .upper(true), .upper(false)])
        case 7: pick([.lineHeight(adjustment([1, 2, 50])), .spacing(adjustment([0, 5, 900]))])
        case 8: .outline(color: maybe(.white), width: maybe(pick([4, 900])))
        case 9: pick([.noOutline, .shadow(true), .shadow(false), .box(nil), .noBox])
        case 10: .place(TextPlace(row: maybe(.bottom), column: maybe(pick([.left, .center]))))
        case 11: .nudge(dx: share() - 0.5, dy: share() - 0.5)
        case 12: .animation(entrance: maybe(.pop), exit: maybe(pick([.none, .fade])))
        case 13: .animationLength(pick([-1, 0, 300, 900]))
        default: pick([.color(.black), .opacity(adjustment([0, 0.5])), .highlight(.white)])
        }
    }

    mutating func newText() -> NewText {
        var new = NewText(pick([.title, .subtitle, .caption, .endCard, .text]), "Words")
        new.start = maybe(time())
        new.length = maybe(pick([0, 1000, 3000, 90_000]))
        if number(0...2) == 0 { new.over = reference([.picture]) }
        if number(0...2) == 0 { new.changes = [text()] }
        return new
    }

    mutating func sound() -> SoundChange {
        switch number(0...10) {
        case 0, 1: .volume(adjustment([0, 0.3, 0.5, 1, 2, 3]))
        case 2: .mute(pick([true, false]))
        case 3, 4: .speed(adjustment([0.1, 0.5, 1, 1.1, 2, 9]))
        case 5: .loop(pick([true, false]))
        case 6: .source(pick(["assets/song.mp3", "assets/jingle.mp3", "zzz"]))
        case 7: .duck(adjustment([0, 6, 12, 99]))
        case 8: .words("It was noise.")
        case 9: pick([.replace(old: "you", new: "we"), .voice("espeak")])
        default: .trim(start: maybe(time()), end: maybe(time()))
        }
    }
}
