import Testing

@testable import Editing

/// Bytes of terminals become keys, in whatever pieces they come.
struct KeyDecoderTests {
    private func keys(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.keys(Array(text.utf8))
    }

    @Test(arguments: [
        ("\u{1B}[D", Key.left), ("\u{1B}OD", .left), ("\u{1B}[C", .right), ("\u{1B}[A", .up),
        ("\u{1B}[B", .down), ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}OF", .end),
        ("\u{1B}[4~", .end), ("\u{1B}[3~", .delete), ("\u{7F}", .backspace), ("\u{8}", .backspace),
        ("\u{1}", .home), ("\u{5}", .end), ("\u{B}", .killToEnd), ("\u{15}", .killToStart),
        ("\u{17}", .deleteWord), ("\u{3}", .interrupt), ("\u{4}", .endOfInput), ("\r", .enter),
        ("\n", .enter), ("\t", .tab), ("\u{1B}[1;5D", .wordLeft), ("\u{1B}f", .wordRight),
    ])
    func aKeyIsReadFromItsSequence(bytes: String, key: Key) {
        #expect(keys(bytes) == [key])
    }

    @Test func sequencesAndCharactersMayComeByteByByte() {
        var decoder = KeyDecoder()
        var found: [Key] = []
        for byte in "a中\u{1B}[D😀\u{1B}[200~x\ny\u{1B}[201~b".utf8 { found += decoder.keys([byte]) }
        #expect(
            found == [.text("a"), .text("中"), .left, .text("😀"), .paste("x\ny"), .text("b")])
        #expect(!decoder.isWaiting)
    }

    @Test func brokenBytesBecomeReplacementsAndLoseNothingElse() {
        var decoder = KeyDecoder()
        let found = decoder.keys([0x61, 0xFF, 0x62, 0xE4, 0xB8, 0x63, 0xC0])
        #expect(
            found == [
                .text("a"), .text("\u{FFFD}"), .text("b"), .text("\u{FFFD}"), .text("c"),
                .text("\u{FFFD}"),
            ])
    }

    @Test func unknownSequencesAreNoKeys() {
        #expect(keys("\u{1B}[15~\u{1B}[?25h\u{1B}xa\0") == [.text("a")])
    }

    @Test func aLoneEscapeWaitsAndIsGivenUp() {
        var decoder = KeyDecoder()
        #expect(decoder.keys([0x1B]) == [])
        #expect(decoder.isWaiting)
        decoder.giveUp()
        #expect(decoder.keys([0x61]) == [.text("a")])
    }

    @Test func keysInAPasteAreText() {
        #expect(keys("\u{1B}[200~a\u{3}\u{1B}[Db\u{1B}[201~") == [.paste("a\u{3}\u{1B}[Db")])
    }

    /// Pieces of what terminals send, and of what they do not.
    private static let scraps: [[UInt8]] =
        ["a", "中", "😀", "\u{1B}[D", "\u{1B}[1;5C", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}", "\r"]
        .map { Array($0.utf8) } + [[0xFF], [0xE4, 0xB8], [0x5B], [0x32, 0x7E], [0x03], [0x7F]]

    @Test(arguments: 0..<200)
    func piecesOfTheBytesMakeNoDifference(seed: Int) {
        // A linear congruential generator, so that a failure comes again.
        var state = UInt64(seed)
        let bytes = (0..<40).flatMap { _ -> [UInt8] in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Self.scraps[Int(state >> 33) % Self.scraps.count]
        }
        var (whole, single) = (KeyDecoder(), KeyDecoder())
        let keys = whole.keys(bytes)
        #expect(bytes.flatMap { single.keys([$0]) } == keys, "\(bytes)")
        var editor = LineEditor()
        for key in keys {
            _ = editor.take(key) { [$0 + "x", $0 + "xy"] }
            let buffer = editor.buffer
            #expect((0...buffer.characters.count).contains(buffer.cursor))
            #expect(!buffer.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
            let view = LineView(prompt: "> ", buffer: buffer, columns: 7)
            #expect(view.rows.allSatisfy { DisplayWidth.of($0) <= 7 })
            #expect(view.rows.indices.contains(view.cursorRow) && view.cursorColumn < 7)
        }
    }
}
