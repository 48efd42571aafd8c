import Foundation
import TestSupport
import Testing

/// What people read when a draft or one of its files is bad: exit code 3, place, cause, cure.
struct BadDraftTests {
    /// A draft that can't be rendered, and what its message must say.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var draft: String
        var says: [String]

        init(_ name: String, _ draft: String, _ says: String...) {
            (self.name, self.draft, self.says) = (name, draft, says)
        }

        var testDescription: String { name }
    }

    private static let green = ##""color":"#00FF00""##

    static let cases = [
        Case("nothing", "", "draft.json:1:1", "found the end of the text"),
        Case("broken JSON", "{\"v\":1,\n \"t\": [}", "draft.json:2:8", "expected", "found"),
        Case("cut off", "{\"v\":1,", "draft.json:1:8", "found the end of the text"),
        Case(
            "wrong type", draft(pictures(#"{"d":"abc",\#(green)}"#)), "draft.json:1:",
            " /t/0/sg/0/d: ", "positive integer", #"found "abc""#),
        Case(
            "number in quotes", draft(pictures(#"{"d":"900",\#(green)}"#)), " /t/0/sg/0/d: ",
            "Write the number without quotes."),
        Case(
            "negative length", draft(pictures(#"{"d":-5,\#(green)}"#)), " /t/0/sg/0/d: ",
            "found -5"),
        Case("not a number", draft(pictures(#"{"d":NaN,\#(green)}"#)), " /t/0/sg/0/d: ", "NaN"),
        Case(
            "overlap",
            draft(pictures(#"{"s":0,"d":500,\#(green)}"#, #"{"s":400,"d":500,\#(green)}"#)),
            " /t/0/sg/1/s: ", "starts at 400 ms", "ends at 500 ms", "Move it"),
        Case(
            "unknown font", draft(texts(#"{"d":500,"tx":"a","st":{"font":"Intr"}}"#)),
            " /t/0/sg/0/st/font: ", #"Did you mean "Inter"?"#),
        Case(
            "unknown transition",
            draft(
                pictures(#"{"id":"a","d":500,\#(green)}"#, #"{"id":"b","d":500,\#(green)}"#),
                more: #","tr":[{"k":"wipelft","a":"a","b":"b"}]"#), " /tr/0/k: ",
            #"unknown word "wipelft". Did you mean "wipeleft"?"#),
        Case(
            "missing picture", draft(pictures(#"{"d":500,"src":"nowhere.png"}"#)),
            " /t/0/sg/0/src: ", "nowhere.png", "no such file", "Check the name"),
        Case(
            "missing sound", draft(plain, sounds(#"{"d":500,"src":"nowhere.wav"}"#)),
            " /t/1/sg/0/src: ", "nowhere.wav", "no such file", "Check the name"),
        Case(
            "folder as picture", draft(pictures(#"{"d":500,"src":"folder"}"#)),
            " /t/0/sg/0/src: ", "folder: can't read the picture: it is a folder",
            "name a file inside"),
        Case(
            "pipe as picture", draft(pictures(#"{"d":500,"src":"pipe"}"#)), " /t/0/sg/0/src: ",
            "it is not a plain file"),
        Case(
            "pipe as sound", draft(plain, sounds(#"{"d":500,"src":"pipe"}"#)), " /t/1/sg/0/src: ",
            "it is not a plain file"),
        Case(
            "no bytes", draft(pictures(#"{"d":500,"src":"zero.png"}"#)), " /t/0/sg/0/src: ",
            "zero.png", "the file is empty"),
        Case(
            "text as picture", draft(pictures(#"{"d":500,"src":"text.png"}"#)),
            " /t/0/sg/0/src: ", "text.png", "it is a text"),
        Case(
            "cut picture", draft(pictures(#"{"d":500,"src":"cut.png"}"#)), "draft.json:1:",
            " /t/0/sg/0/src: ", "cut.png", "download it again"),
        Case(
            "web address", draft(pictures(#"{"d":500,"src":"https://example.com/a.png"}"#)),
            " /t/0/sg/0/src: ", "https://example.com/a.png", "Download it"),
    ]

    private static func place(_ text: String?) throws -> Workplace {
        let place = try Workplace(text)
        try place.write("old", to: "out.mp4")
        let folder = place.folder.url.appending(path: "folder")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        #expect(mkfifo(place.path("pipe"), 0o600) == 0)
        try place.write("", to: "zero.png")
        try place.write("this is no picture", to: "text.png")
        try noisePNG.prefix(noisePNG.count / 2).write(to: URL(filePath: place.path("cut.png")))
        return place
    }

    /// A whole picture that the program itself made.
    private static let noisePNG: Data = {
        let place = try? Workplace(draft(pictures(#"{"d":100,"gen":{"k":"noise"}}"#)))
        _ = try? place?.run("frame", "draft.json", "--at", "0", "-o", "noise.png")
        return (try? place?.data("noise.png")) ?? Data()
    }()

    @Test(arguments: cases)
    func messageNamesPlaceCauseAndCure(_ bad: Case) throws {
        let place = try Self.place(bad.draft)
        let names = try place.names
        let run = try place.render()
        #expect(run.status == 3)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("draft.json:"))
        for words in bad.says { #expect(run.errors.contains(words)) }
        #expect(run.errors.filter { $0 == "\n" }.count == 1, "one thing is wrong, one line says it")
        #expect(try String(decoding: place.data("out.mp4"), as: UTF8.self) == "old")
        #expect(try place.names == names)
    }

    @Test func missingDraftAndFolderAreNamed() throws {
        let place = try Self.place(nil)
        let missing = try place.render()
        #expect(missing.status == 3)
        #expect(missing.errors == "draft.json: there is no such file; check the name\n")
        let folder = try place.run("render", "folder", "-o", "out.mp4")
        #expect(folder.status == 3)
        #expect(folder.errors == "folder: this is a folder; name the draft inside it\n")
        #expect(try String(decoding: place.data("out.mp4"), as: UTF8.self) == "old")
    }

    @Test func unknownKeyIsANoticeAndStrictMakesItAnError() throws {
        let place = try Workplace(draft(pictures(##"{"d":500,"color":"#00FF00","colour":3}"##)))
        let lenient = try place.render()
        #expect(lenient.status == 0)
        #expect(lenient.errors.hasPrefix("notice: draft.json:1:"))
        #expect(lenient.errors.contains(#" /t/0/sg/0/colour: unknown key "colour""#))
        #expect(lenient.errors.contains(#"did you mean "color""#))
        let strict = try place.render("--strict", to: "strict.mp4")
        #expect(strict.status == 3)
        #expect(strict.errors.contains("unknown key"))
        #expect(strict.errors.contains("--strict"))
        #expect(try place.names == ["draft.json", "out.mp4"])
        #expect(try place.run("check", "draft.json").status == 0)
        #expect(try place.run("check", "draft.json", "--strict").status == 3)
    }

    @Test func bombIsRefusedFromItsHeader() throws {
        guard let bomb = Fixtures.shared("media/images/bomb_30000x30000.png") else { return }
        let place = try Workplace(draft(pictures(#"{"d":500,"src":"\#(bomb.path)"}"#)))
        // Reading 900 megapixels would take longer than these seconds.
        let run = try Program.run(
            ["render", "draft.json", "-o", "out.mp4"], in: place.folder.url,
            wrapper: ["/bin/bash", "-c", #"ulimit -t 5; exec "$0" "$@""#])
        #expect(run.status == 3)
        #expect(run.errors.contains("bomb_30000x30000.png"))
        #expect(run.errors.contains("30000 x 30000 pixels"))
        #expect(run.errors.contains("make it smaller"))
    }

    @Test func damageThatOnlyDecodingShowsIsToldOnceWithItsPlace() throws {
        guard let cut = Fixtures.shared("media/images/truncated.jpg"),
            let inks = Fixtures.shared("media/images/cmyk_adobe.jpg")
        else { return }
        let place = try Workplace(
            draft(
                pictures(
                    #"{"d":300,"src":"\#(cut.path)"}"#, #"{"d":300,"src":"\#(inks.path)"}"#,
                    #"{"d":300,"src":"\#(cut.path)"}"#)))
        let run = try place.render()
        #expect(run.status == 0)
        let lines = run.errors.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.contains { $0.contains(" /t/0/sg/0/src: \(cut.path): ") })
        #expect(lines.contains { $0.contains(" /t/0/sg/1/src: \(inks.path): ") })
        let strict = try place.render("--strict", to: "strict.mp4")
        #expect(strict.status == 3)
        #expect(try place.names == ["draft.json", "out.mp4"])
    }

    @Test func otherCommandsSayTheSameAboutABadPicture() throws {
        let place = try Self.place(draft(pictures(#"{"d":500,"src":"cut.png"}"#)))
        let names = try place.names
        for arguments in [["frame", "draft.json", "--at", "0"], ["sheet", "draft.json"]] {
            let run = try Program.run(arguments + ["-o", "new.png"], in: place.folder.url)
            #expect(run.status == 3)
            #expect(run.errors.contains(" /t/0/sg/0/src: "))
            #expect(run.errors.contains("cut.png"))
        }
        #expect(try place.names == names)
    }
}
