import Planning
import Testing

@testable import Editing

/// One small change of each field of a draft, to a value that means something else.
@Suite struct DraftChangesPropertyTests {
    /// Says that a change only concerns how the draft is written.
    private static let rewritten = "Nothing looks or sounds different"

    private static let segmentChanges: [String: @Sendable (inout Draft.Segment) -> Void] = [
        "name": { $0.name = "other" }, "start": { $0.start = 123 },
        "duration": { $0.duration = 77 }, "fadeIn": { $0.fadeIn = 7 },
        "fadeOut": { $0.fadeOut = 7 }, "metadata": { $0.metadata.set("own", 1) },
        "unknown": { $0.unknown.set("own", 1) }, "source": { $0.source = "else/city.png" },
        "sourceStart": { $0.sourceStart = 3 }, "speed": { $0.speed = 1.0001 },
        "volume": { $0.volume = 0.35001 }, "loop": { $0.loop = !($0.loop ?? false) },
        "color": { $0.color = Color(red: 1, green: 2, blue: 3) },
        "generated": { $0.generated = .init(.bars) }, "fit": { $0.fit = .blur },
        "kenBurns": {
            $0.kenBurns = .move(.init(from: .init(x: 0.501, zoom: 1), to: .init(zoom: 1.2)))
        }, "x": { $0.x = 0.4999 }, "y": { $0.y = 0.4999 }, "width": { $0.width = 0.7777 },
        "height": { $0.height = 0.7777 }, "rotation": { $0.rotation = 0.5 },
        "opacity": { $0.opacity = 0.999 }, "radius": { $0.radius = 0.5 },
        "effects": { $0.effects.append(.init(.gray)) },
        "animationKeys": { $0.animationKeys = [.x: [.init(time: 0, value: 1)]] },
        "unknownAnimationKeys": { $0.unknownAnimationKeys.set("own", 1) },
        "text": { $0.text = "other" }, "voice": { $0.voice = "other" },
        "words": { $0.words = [.init(start: 0, duration: 9, word: "a")] },
        "style": { $0.style = .init(.quote) },
        "animation": { $0.animation = .init(duration: 301) },
        "id": { $0.id = "other" },
    ]

    private static let trackChanges: [String: @Sendable (inout Draft.Track) -> Void] = [
        "kind": { $0.kind = .other(9) }, "id": { $0.id = "other" },
        "name": { $0.name = "other" }, "volume": { $0.volume = 0.1234 },
        "role": { $0.role = .sfx }, "isMuted": { $0.isMuted = true },
        "isHidden": { $0.isHidden = true }, "ducking": { $0.ducking = 3 },
        "segments": { $0.segments = [] }, "unknownMetadata": { $0.unknownMetadata.set("own", 1) },
        "unknown": { $0.unknown.set("own", 1) },
    ]

    private static let metadataChanges: [String: @Sendable (inout Draft.Metadata) -> Void] = [
        "title": { $0.title = "other" }, "width": { $0.width = 1921 },
        "height": { $0.height = 1081 }, "frameRate": { $0.frameRate = FrameRate(30000, 1001) },
        "lang": { $0.lang = "zh" }, "background": { $0.background = Color(hex: "#000001") },
        "loudness": { $0.loudness = .leave }, "theme": { $0.theme = "bold" },
        "chapters": { $0.chapters = [Chapter(start: 0, title: "a")] },
        "sourceType": { $0.sourceType = .digitalArt },
        "unknown": { $0.unknown.set("own", 1) },
    ]

    private static let styleChanges: [String: @Sendable (inout Draft.TextStyle) -> Void] = [
        "preset": { $0.preset = .quote }, "font": { $0.font = "Serif" },
        "size": { $0.size = 44.001 }, "weight": { $0.weight = 900 },
        "italic": { $0.italic = !($0.italic ?? false) }, "color": { $0.color = .black },
        "alignment": { $0.alignment = .right }, "lineHeight": { $0.lineHeight = 1.301 },
        "spacing": { $0.spacing = 1 },
        "stroke": { $0.stroke = .init(color: .black, width: 4) },
        "shadow": { $0.shadow = .init(color: .black, dx: 1) },
        "box": { $0.box = .init(color: .black, padX: 1) },
        "highlight": { $0.highlight = .black }, "letterCase": { $0.letterCase = .upper },
        "unknown": { $0.unknown.set("own", 1) },
    ]

    /// Names of stored fields that take part in equality.
    private static func fields(of value: Any) -> Set<String> {
        Set(Mirror(reflecting: value).children.compactMap(\.label).filter { !$0.hasPrefix("_") })
    }

    @Test func eachFieldHasAChange() {
        #expect(Self.fields(of: Draft.Segment(id: "")) == Set(Self.segmentChanges.keys))
        #expect(Self.fields(of: Draft.Track(.text, id: "")) == Set(Self.trackChanges.keys))
        #expect(Self.fields(of: Draft.Metadata()) == Set(Self.metadataChanges.keys))
        #expect(Self.fields(of: Draft.TextStyle()) == Set(Self.styleChanges.keys))
    }

    @Test(arguments: CorpusDraft.allCases)
    func noFieldOfASegmentChangesSilently(draft: CorpusDraft) throws {
        let old = try draft.read()
        for (field, change) in Self.segmentChanges {
            for track in old.tracks.indices {
                for place in old.tracks[track].segments.indices {
                    var new = old
                    change(&new.tracks[track].segments[place])
                    expectLines(from: old, to: new, field)
                }
            }
        }
    }

    @Test(arguments: CorpusDraft.allCases)
    func noFieldOfATrackChangesSilently(draft: CorpusDraft) throws {
        let old = try draft.read()
        for (field, change) in Self.trackChanges where field != "id" {
            for track in old.tracks.indices {
                var new = old
                change(&new.tracks[track])
                expectLines(from: old, to: new, field)
            }
        }
    }

    @Test(arguments: CorpusDraft.allCases)
    func noFieldOfTheWholeChangesSilently(draft: CorpusDraft) throws {
        let old = try draft.read()
        for (field, change) in Self.metadataChanges {
            var new = old
            change(&new.metadata)
            expectLines(from: old, to: new, field)
        }
        for change: @Sendable (inout Draft) -> Void in [
            { $0.id = "other" }, { $0.version = 0 }, { $0.duration = 99 },
            { $0.unknown.set("own", 1) }, { $0.tracks.reverse() }, { $0.tracks.removeLast() },
            { $0.transitions.append(.init(from: "a", to: "b")) },
        ] {
            var new = old
            change(&new)
            expectLines(from: old, to: new, "draft")
        }
    }

    @Test func noFieldOfAStyleChangesSilently() throws {
        let old = try CorpusDraft.narrated.read()
        for (field, change) in Self.styleChanges {
            for id in ["hook", "end", "k2"] {
                var new = old
                new.editSegment(id) {
                    $0.style = $0.style.map {
                        var style = $0; change(&style); return style
                    }
                }
                expectLines(from: old, to: new, field)
            }
        }
    }

    @Test(arguments: 1...60)
    func noMixOfChangesIsSilent(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let old = try CorpusDraft.allCases[Int(seed % 3)].read()
        var new = old
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
            let track = Int.random(in: 0..<new.tracks.count, using: &dice)
            let place = Int.random(in: 0..<new.tracks[track].segments.count, using: &dice)
            let fields = Self.segmentChanges.keys.sorted()
            let field = fields[Int.random(in: 0..<fields.count, using: &dice)]
            Self.segmentChanges[field]?(&new.tracks[track].segments[place])
        }
        expectLines(from: old, to: new, "seed \(seed)")
    }

    @Test(arguments: CorpusDraft.allCases)
    func noOperationIsSilent(draft: CorpusDraft) throws {
        let old = try draft.read()
        let editor = Editor(material: FakeMaterial())
        var chance = RandomOperation(random: SeededGenerator(state: 7))
        var count = 0
        for _ in 0..<500 {
            let operation = chance.operation()
            do throws(EditProblem) {
                expectLines(from: old, to: try editor.apply([operation], to: old), "\(operation)")
                count += 1
            } catch {
                for language in EditLanguage.allCases {
                    let answer = EditWording.question(for: error, draft: old, language: language)
                    #expect(!answer.question.isEmpty)
                }
            }
        }
        #expect(count > 100)
    }

    private func expectLines(from old: Draft, to new: Draft, _ field: String) {
        guard old != new else { return }
        for (a, b) in [(old, new), (new, old)] {
            let english = DraftChanges(from: a, to: b).lines(in: .english)
            let chinese = DraftChanges(from: a, to: b).lines(in: .chinese)
            #expect(!english.isEmpty, "\(field)")
            #expect(english.count == chinese.count, "\(field)")
            #expect(!english.contains { $0.hasPrefix(Self.rewritten) }, "\(field)")
            #expect(!english.contains { $0.contains("other details") }, "\(field)")
        }
    }
}

/// SplitMix64, so that a failure can be repeated.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
