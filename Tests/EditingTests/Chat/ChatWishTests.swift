import Testing

@testable import Editing

/// What lines of a chat ask for.
struct ChatWishTests {
    private static let files: Set = [
        "/p/my cat.png", "/p/a.png", "/home/me/b.jpg", "lake.jpg", "export", "/p/it's.png",
    ]

    private let paths = DroppedPaths(home: "/home/me") { files.contains($0) }

    private func wish(_ line: String, assets: [String] = []) -> ChatWish {
        ChatWish(line, paths: paths, assets: assets)
    }

    @Test(arguments: [
        ("/p/my\\ cat.png ", ["/p/my cat.png"]), ("'/p/my cat.png'", ["/p/my cat.png"]),
        ("\"/p/my cat.png\" /p/a.png", ["/p/my cat.png", "/p/a.png"]),
        ("/p/my cat.png", ["/p/my cat.png"]), ("file:///p/my%20cat.png", ["/p/my cat.png"]),
        ("~/b.jpg", ["/home/me/b.jpg"]), ("'/p/it'\\''s.png'", ["/p/it's.png"]),
        ("add lake.jpg", ["lake.jpg"]), ("添加 /p/a.png", ["/p/a.png"]),
    ])
    func pathsAreReadAsTerminalsPasteThem(line: String, files: [String]) {
        #expect(wish(line) == .add(files))
    }

    @Test func wordsAreNoPaths() {
        #expect(wish("export") == .sentence("export"))
        #expect(wish("/p/nowhere.png") == .sentence("/p/nowhere.png"))
        #expect(wish("add /p/a.png at the start") == .sentence("add /p/a.png at the start"))
        #expect(wish("add \"unclosed") == .sentence("add \"unclosed"))
    }

    @Test func whatTheProjectHasIsLeftToTheGrammar() {
        #expect(wish("add lake.jpg", assets: ["lake.jpg"]) == .sentence("add lake.jpg"))
    }

    @Test(arguments: [
        ("help", ChatWish.help), ("Quit.", .quit), ("退出", .quit), ("", .nothing), ("  ", .nothing),
        ("2", .number(2)), ("0", .sentence("0")), ("y", .yes), ("No", .no),
        ("show", .frame(at: nil)),
        ("show frame at 3 s", .frame(at: "3s")), ("preview at 1:02", .frame(at: "1:02")),
        ("frame 2.5 seconds", .frame(at: "2.5s")), ("显示第3秒的画面", .frame(at: "3")),
        ("预览", .frame(at: nil)), ("show the captions", .sentence("show the captions")),
        ("explain what an AI image is", .explain("explain what an AI image is")),
        ("讲解这张图", .explain("讲解这张图")),
        ("title \"explain this\"", .sentence("title \"explain this\"")),
    ])
    func wordsAreReadWhole(line: String, expected: ChatWish) {
        #expect(wish(line) == expected)
    }
}
