import Foundation
import Planning
import Testing

/// Drafts that nobody would write: each gives a plan or a `DraftError`, and nothing else.
struct HostileDraftTests {
    /// A generator that gives the same numbers everywhere (Knuth's MMIX constants).
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    private static let values = [
        "0", "-1", "1", "86400000", "86399999", "9223372036854775807", "-9223372036854775808",
        "1e308",
        "1e-308", "0.0000001", "null", "true", "\"\"", "\"x\"", "[]", "{}", "[[]]", "[null]",
        "\"#000000\"",
        "2147483648", "4", "\"a\"", "\"end\"",
    ]
    private static let keys = [
        "end", "s", "d", "w", "h", "z", "ss", "sp", "a", "b", "fi", "vol", "wt", "ak", "m",
    ]

    /// Returns `text` with a few values or keys replaced.
    private func mangled(_ text: String, dice: inout Dice) -> String {
        var bytes = Array(text.utf8)
        for _ in 0...dice.roll(4) {
            let starts = bytes.indices.filter { bytes[$0] == UInt8(ascii: ":") }
            guard !starts.isEmpty else { break }
            let colon = starts[dice.roll(starts.count)]
            if dice.roll(4) == 0, let open = bytes[..<(colon - 1)].lastIndex(of: UInt8(ascii: "\""))
            {
                let key = Self.keys[dice.roll(Self.keys.count)]
                bytes.replaceSubrange((open + 1)..<(colon - 1), with: key.utf8)
                continue
            }
            let stop =
                bytes[(colon + 1)...].firstIndex { ",}]".utf8.contains($0) } ?? bytes.endIndex
            let value = Self.values[dice.roll(Self.values.count)]
            bytes.replaceSubrange((colon + 1)..<stop, with: value.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: PlanGoldenTests.cases)
    func mangledDraftGivesAPlanOrAnError(name: String) throws {
        let url = PlanGoldenTests.folder.appending(path: "\(name).json")
        let text = try String(contentsOf: url, encoding: .utf8)
        var dice = Dice(state: UInt64(text.utf8.count))
        for _ in 0..<150 {
            let json = mangled(text, dice: &dice)
            do {
                let draft = try Draft(parsing: Array(json.utf8))
                let again = try Draft(parsing: Array(draft.text.utf8))
                #expect(again == draft, "\(json)")
                let plan = try plan(json)
                #expect(plan.frameCount > 0 && !plan.text.isEmpty)
            } catch let error as DraftError {
                #expect(!error.description.isEmpty)
            }
        }
    }

    @Test func endAfterDaysOfSegmentsIsAnErrorNotATrap() throws {
        let day = ##"{"color":"#000000","d":86400000}"##
        let segments = Array(repeating: day, count: 3).joined(separator: ",")
        let found = try issues(pictures(segments + ##",{"color":"#000000","end":5}"##))
        #expect(
            found.first?.place.pointer == "/t/0/sg/1/d"
                || found.first?.place.pointer == "/t/0/sg/3/end")
    }

    @Test func manySegmentsAndTransitionsArePlannedInOneGo() throws {
        let count = 3000
        let segments = (0..<count).map { ##"{"id":"s\##($0)","color":"#000000","d":1000}"## }
        let cuts = (1..<count).map { #"{"k":"fade","a":"s\#($0 - 1)","b":"s\#($0)","d":100}"# }
        let plan = try plan(
            pictures(
                segments.joined(separator: ","), rest: #","tr":[\#(cuts.joined(separator: ","))]"#))
        #expect(plan.tracks.first?.transitions.count == count - 1)
    }
}
