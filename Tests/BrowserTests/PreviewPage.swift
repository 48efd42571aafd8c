import Foundation
import TestSupport
import Testing

/// `explainer preview` and a browser that shows its page.
final class PreviewPage {
    let folder: TemporaryFolder
    let browser: Browser
    let address: String
    private let program: Running

    /// Nil (with a printed reason) where there is no browser.
    ///
    /// - Parameters:
    ///   - draft: What draft.json says; nil for a folder with nothing in it.
    ///   - isProject: Whether the folder becomes a project.
    ///   - size: The page's, in CSS pixels.
    ///   - arguments: More switches of the browser.
    /// - Returns: the page, shown and ready.
    /// - Throws: where the program or the browser fail.
    static func open(
        _ draft: String?, isProject: Bool = false,
        size: (width: Int, height: Int) = (1440, 900), _ arguments: String...
    ) async throws -> PreviewPage? {
        guard
            let browser = try await Browser.start(
                size: size, ["--autoplay-policy=no-user-gesture-required"] + arguments)
        else { return nil }
        return try await PreviewPage(browser, draft, isProject)
    }

    private init(_ browser: Browser, _ draft: String?, _ isProject: Bool) async throws {
        self.browser = browser
        folder = try TemporaryFolder()
        let place = folder.url.appending(path: "film")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let samples = Fixtures.checkout.appending(path: "samples")
        for name in ["robot.jpg", "forest.jpg", "music.ogg"] where draft != nil {
            try FileManager.default.copyItem(
                at: samples.appending(path: name), to: place.appending(path: name))
        }
        if let draft {
            try Data(draft.utf8).write(to: place.appending(path: "draft.json"))
        }
        if isProject {
            let run = try Program.run(["new", "."], in: place)
            try #require(run.status == 0, "\(run.errors)")
        }
        let program = try Running(
            ["preview", ".", "--no-open", "--voice", "none"], in: place)
        self.program = program
        program.wait { program.written().contains("key=") }
        let found = program.written().firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\/\?key=\S+/)
        address = String(try #require(found, "\(program.written("errors"))").output)
        try await browser.open(address)
        try await browser.wait(until: "window.explainer && window.explainer.state().mode")
        guard draft != nil else { return }
        try await browser.wait(until: "window.explainer.state().frames > 0", seconds: 60)
    }

    deinit {
        program.send(SIGKILL)
        _ = program.finish()
    }

    /// Where draft.json lies.
    var place: URL { folder.url.appending(path: "film") }

    func write(_ draft: String) throws {
        let file = place.appending(path: "draft.json")
        try Data(draft.utf8).write(to: file, options: .atomic)
    }

    /// A value of the page's state.
    func state<Value>(_ path: String, _ type: Value.Type = Value.self) async throws -> Value {
        let value = try await browser.run("return window.explainer.state().\(path)")
        return try #require(value as? Value, "\(path) is \(value)")
    }

    /// Waits until a frame is really on the screen.
    func show(_ frame: Int) async throws {
        _ = try await browser.run("window.explainer.seek(given[0])", frame)
        try await browser.wait(
            until: "(window.explainer.state().shownFrame || {}).index === \(frame)", seconds: 60)
    }

    func close() async throws {
        try await browser.close()
        program.send(SIGKILL)
        _ = program.finish()
    }
}

/// Four seconds of two pictures under a title and music.
func draft(title: String = "Hello", music: Bool = true, more: String = "") -> String {
    let sound =
        music ? #",{"id":"m","tt":1,"m":{"role":"bgm"},"sg":[{"src":"music.ogg","d":4000}]}"# : ""
    return """
        {"v":1,"m":{"title":"A film","width":640,"height":360,"fps":30},"t":[
        {"id":"p","tt":0,"sg":[{"src":"robot.jpg","d":2000},{"src":"forest.jpg","d":2000}]},
        {"id":"w","tt":7,"sg":[{"s":2500,"d":1000,"tx":"\(title)"}]}\(sound)\(more)]}
        """
}
