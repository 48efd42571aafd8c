import Foundation
import Networking
import TestSupport
import Testing

/// A browser without a window, driven through the WebDriver protocol (W3C WebDriver, 2018).
final class Browser {
    private let driver: Running
    private let base: String
    private let session: String

    /// Starts one of a size in CSS pixels, with more switches; nil (with a printed reason) where no
    /// driver is installed.
    static func start(
        size: (width: Int, height: Int) = (1280, 800), _ arguments: [String] = []
    ) async throws -> Browser? {
        guard let driver = Tool.find("chromedriver") else { return nil }
        return try await Browser(driver, size, arguments)
    }

    private init(
        _ path: String, _ size: (width: Int, height: Int), _ arguments: [String]
    ) async throws {
        driver = try Running(
            ["--port=0"], in: FileManager.default.temporaryDirectory, program: path)
        let driver = driver
        driver.wait { driver.written().contains("started successfully on port") }
        let port = try #require(
            driver.written().firstMatch(of: /successfully on port (\d+)/)?.output.1)
        base = "http://127.0.0.1:\(port)"
        let options: [String: Any] = [
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--mute-audio", "--hide-scrollbars", "--force-device-scale-factor=1",
                "--window-size=\(size.width),\(size.height)",
            ] + arguments
        ]
        let answer = try await Self.send(
            "POST", base + "/session",
            [
                "capabilities": [
                    "alwaysMatch": [
                        "goog:chromeOptions": options,
                        "goog:loggingPrefs": ["browser": "ALL"],
                        "timeouts": ["script": 120_000, "pageLoad": 60_000],
                    ]
                ]
            ])
        let id = (answer as? [String: Any])?["sessionId"] as? String
        session = "\(base)/session/\(try #require(id))"
        // Windows have a least width; pages of telephones are narrower.
        _ = try await call(
            "POST", "/goog/cdp/execute",
            [
                "cmd": "Emulation.setDeviceMetricsOverride",
                "params": [
                    "width": size.width, "height": size.height, "deviceScaleFactor": 1,
                    "mobile": false,
                ],
            ])
    }

    // Children inherit a signal mask that holds back SIGTERM.
    deinit { driver.send(SIGKILL) }

    /// Ends the browser.
    func close() async throws {
        _ = try await Self.send("DELETE", session)
        driver.send(SIGKILL)
        _ = driver.finish()
    }

    // MARK: - Pages

    func open(_ url: String) async throws { _ = try await call("POST", "/url", ["url": url]) }

    /// Runs the body of an asynchronous function in the page and returns what it returns.
    ///
    /// It gets `given` as the array `given`. What it throws is an error of the test.
    func run(_ body: String, _ given: Any...) async throws -> Any {
        let script = """
            const done = arguments[arguments.length - 1];
            const given = Array.prototype.slice.call(arguments, 0, -1);
            (async () => { \(body) })().then(
              value => done({value: value === undefined ? null : value}),
              error => done({error: String(error) + "\\n" + (error && error.stack || "")}));
            """
        let answer = try await call("POST", "/execute/async", ["script": script, "args": given])
        let fields = try #require(answer as? [String: Any])
        if let error = fields["error"] as? String { throw BrowserError(words: error) }
        return fields["value"] ?? NSNull()
    }

    /// Waits until an expression of the page is true.
    func wait(until expression: String, seconds: Double = 20) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            if try await run("return Boolean(\(expression))") as? Bool == true { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        let page = try await run("return document.body.innerText.slice(0, 2000)")
        throw BrowserError(words: "it never came to: \(expression)\n\(page)")
    }

    /// What the page said to its console since the last time, but for what is of no account.
    func messages(_ levels: Set<String> = ["SEVERE", "WARNING"]) async throws -> [String] {
        let entries = try await call("POST", "/se/log", ["type": "browser"]) as? [[String: Any]]
        return (entries ?? []).filter { levels.contains($0["level"] as? String ?? "") }
            .compactMap { $0["message"] as? String }
    }

    /// Writes a picture of what is shown, as PNG.
    func screenshot(to place: URL) async throws {
        let text = try await call("GET", "/screenshot") as? String ?? ""
        let data = try #require(Data(base64Encoded: text))
        try data.write(to: place)
    }

    // MARK: - Hands

    /// Types keys, as a person does, into what has the focus; special ones are those of `Key`.
    func type(_ text: String) async throws {
        let actions = text.flatMap { character in
            ["keyDown", "keyUp"].map { ["type": $0, "value": String(character)] }
        }
        try await perform([["type": "key", "id": "keyboard", "actions": actions]])
    }

    /// Presses the pointer at the first point, moves it over the others, and lets it go.
    func drag(_ points: [(x: Double, y: Double)], milliseconds: Int = 200) async throws {
        guard let first = points.first else { return }
        var actions: [[String: Any]] = [
            Self.move(first, 0), ["type": "pointerDown", "button": 0],
        ]
        let each = milliseconds / max(points.count - 1, 1)
        actions += points.dropFirst().map { Self.move($0, each) }
        actions.append(["type": "pointerUp", "button": 0])
        try await perform([["type": "pointer", "id": "mouse", "actions": actions]])
    }

    /// Clicks in the middle of the first element that a selector finds.
    func click(_ selector: String) async throws {
        try await drag([try await center(of: selector)])
    }

    func center(of selector: String) async throws -> (x: Double, y: Double) {
        let box = try await box(of: selector)
        return (box.x + box.width / 2, box.y + box.height / 2)
    }

    func box(of selector: String) async throws -> PageBox {
        let found = try await run(
            """
            const element = document.querySelector(given[0]);
            if (!element) throw new Error("no " + given[0]);
            element.scrollIntoView({block: "nearest"});
            const box = element.getBoundingClientRect();
            return [box.x, box.y, box.width, box.height];
            """, selector)
        let numbers = (found as? [NSNumber] ?? []).map(\.doubleValue)
        try #require(numbers.count == 4)
        return PageBox(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    }

    /// Gives files to an `<input type=file>`, as choosing them does.
    func choose(_ files: [String], for selector: String) async throws {
        let found =
            try await call(
                "POST", "/element", ["using": "css selector", "value": selector]) as? [String: Any]
        let id = try #require(found?.values.first as? String)
        _ = try await call(
            "POST", "/element/\(id)/value", ["text": files.joined(separator: "\n")])
    }

    private static func move(_ point: (x: Double, y: Double), _ duration: Int) -> [String: Any] {
        [
            "type": "pointerMove", "duration": duration, "origin": "viewport",
            "x": Int(point.x.rounded()), "y": Int(point.y.rounded()),
        ]
    }

    private func perform(_ actions: [[String: Any]]) async throws {
        _ = try await call("POST", "/actions", ["actions": actions])
    }

    // MARK: - Wire

    private func call(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws
        -> Any
    {
        try await Self.send(method, session + path, body)
    }

    private static func send(
        _ method: String, _ url: String, _ body: [String: Any]? = nil
    ) async throws -> Any {
        var request = TransportRequest(method, try #require(URL(string: url)))
        request.patience = 150
        if let body {
            request.body = .bytes(Array(try JSONSerialization.data(withJSONObject: body)))
            request.headers["Content-Type"] = "application/json; charset=utf-8"
        }
        let answer = try await CurlTransport().send(request)
        let data = Data(try await answer.body(limit: 64 << 20))
        let value = (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["value"]
        guard answer.status == 200 else {
            let fields = value as? [String: Any]
            throw BrowserError(words: "\(fields?["message"] ?? "the driver failed")")
        }
        return value ?? NSNull()
    }
}

/// What a page or its driver said.
struct BrowserError: Error, CustomStringConvertible {
    var words: String
    var description: String { words }
}

/// A rectangle of the page, in CSS pixels.
struct PageBox: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
}

/// Keys that are no character (W3C WebDriver, 17.4.2).
enum Key {
    static let left = "\u{E012}", right = "\u{E014}", up = "\u{E013}", down = "\u{E015}"
    static let home = "\u{E011}", end = "\u{E010}", escape = "\u{E00C}", enter = "\u{E007}"
    static let tab = "\u{E004}", shift = "\u{E008}"
}
