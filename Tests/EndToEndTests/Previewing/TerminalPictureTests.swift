import Foundation
import TestSupport
import Testing

/// How `explainer preview --terminal` shows pictures, by what the terminal says about itself.
struct TerminalPictureTests {
    private static let question = "\u{1B}[16t\u{1B}[c"

    /// 96 x 54 pixels.
    private func place() throws -> Workplace { try Workplace(draft(plain)) }

    private func session(
        _ environment: [String: String], answer: String = "\u{1B}[?62;22c",
        _ steps: [(wait: String, then: PreviewTerminal.Action)]? = nil
    ) throws -> PreviewTerminal? {
        let steps = steps ?? [("frame 0 of 5", .send("l")), ("frame 1 of 5", .send("q"))]
        let session = try PreviewTerminal.run(
            steps, answer: answer, environment: environment, in: place())
        guard let session else { return nil }
        #expect(session.missed == [])
        #expect(session.status == 0)
        #expect(session.isRestored && session.isScreenGivenBack)
        return session
    }

    /// The lines of a drawing that hold half blocks, and how many each holds.
    private func blocks(_ drawing: String) -> [Int] {
        drawing.components(separatedBy: "\u{1B}[0m").map { $0.count { $0 == "▀" } }
            .filter { $0 > 0 }
    }

    @Test func halfBlocksFillTheTerminalAndFollowItsSize() throws {
        let session = try session(
            ["TERM": "xterm", "COLORTERM": "24bit"],
            [
                ("frame 0 of 5", .resize(columns: 40, rows: 30)),
                // Above and below the picture is room.
                ("\u{1B}[9;1H", .send("l")), ("frame 1 of 5", .send("q")),
            ])
        guard let session else { return }
        // 78 x 44 is the largest of 16:9 in 80 x 44, and 40 x 22 in 40 x 56.
        #expect(session.drawings.contains { blocks($0) == Array(repeating: 78, count: 22) })
        let last = try #require(session.drawings.last)
        #expect(blocks(last) == Array(repeating: 40, count: 11))
        #expect(last.contains(/38;2;[0-2];25[3-5];[0-2];48;2;[0-2];25[3-5];[0-2]m▀{40}/))
    }

    @Test func withoutColoursEnoughTheNearestOfXtermsAreTaken() throws {
        guard let session = try session(["TERM": "xterm-256color"]) else { return }
        #expect(session.output.contains("\u{1B}[38;5;46;48;5;46m▀"))
        #expect(!session.output.contains("8;2;"))
    }

    @Test func sixelsAreDrawnWhereTheTerminalHasThem() throws {
        let session = try session(
            ["TERM": "xterm"], answer: "\u{1B}[6;6;4t\u{1B}[?64;1;4;22c")
        guard let session else { return }
        // 320 x 132 pixels are there: 22 lines of 6, 80 columns of 4.
        let last = try #require(session.drawings.last)
        #expect(last.contains("\u{1B}P0;1q\"1;1;234;132#0;2;0;0;0"))
        #expect(last.contains("#30!234~$"))
        #expect(!session.output.contains("▀"))
    }

    @Test func anAnswerThatComesLateCountsToo() throws {
        let session = try session(
            ["TERM": "xterm"], answer: "",
            [("▀", .send("\u{1B}[6;6;4t\u{1B}[?62;4c")), ("\u{1B}P0;1q", .send("q"))])
        guard let session else { return }
        #expect(session.output.contains("frame 0 of 5"))
    }

    @Test func kittyAndITermGetPicturesAndNoQuestion() throws {
        guard let kitty = try session(["TERM": "xterm-kitty"]) else { return }
        #expect(kitty.output.contains("\u{1B}_Gf=100,a=T,q=2,i=1,p=1,C=1,r=22,m="))
        let other = try session(["TERM": "xterm", "TERM_PROGRAM": "WezTerm"])
        let keys = "\u{1B}]1337;File=inline=1;height=22;doNotMoveCursor=1;size="
        #expect(other?.output.contains(keys) == true)
        for session in [kitty, other] {
            #expect(session?.output.contains(Self.question) == false)
            #expect(session?.output.contains("▀") == false)
        }
    }

    @Test(arguments: [
        ["TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0", "KITTY_WINDOW_ID": "1"],
        ["TERM": "screen", "COLORTERM": "truecolor"],
        ["TERM": "xterm-kitty", "STY": "1.tty"],
    ])
    func insideTmuxAndScreenBlocksAreDrawn(environment: [String: String]) throws {
        guard let session = try session(environment) else { return }
        #expect(session.output.contains("▀"))
        #expect(!session.output.contains(Self.question))
    }

    @Test(arguments: [[], ["--at", "0.2s"]])
    func elsewhereItIsBadUsage(options: [String]) throws {
        let place = try place()
        let run = try Program.run(
            ["preview", "draft.json", "--terminal"] + options, in: place.folder.url)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.contains("needs a terminal"))
    }
}
