import Planning

/// Answers for files that need not exist.
struct FakeInspector: SourceInspector {
    var files: [String: SourceFacts]

    init(_ more: [String: SourceFacts] = [:]) {
        files = Self.common.merging(more) { $1 }
    }

    /// Paths count from `/draft`, the folder of all drafts in these tests.
    private static let common: [String: SourceFacts] = [
        "photo.png": .picture(width: 4000, height: 3000, warnings: []),
        "hd.png": .picture(width: 3840, height: 2160, warnings: []),
        "panorama.png": .picture(width: 8000, height: 2000, warnings: []),
        "tall.png": .picture(width: 3000, height: 4000, warnings: []),
        "tiny.png": .picture(width: 160, height: 90, warnings: []),
        "odd.png": .picture(
            width: 2000, height: 2000, warnings: ["its profile is broken: sRGB is used"]),
        "clip.mp4": .film(
            FilmFacts(width: 1920, height: 1080, milliseconds: 4500, sampleCount: 216_000),
            warnings: []),
        "silent.mp4": .film(
            FilmFacts(width: 1280, height: 720, milliseconds: 2000), warnings: []),
        "late.mov": .film(
            FilmFacts(
                width: 1920, height: 1080, milliseconds: 3000, sampleCount: 150_000, lead: 50),
            warnings: []),
        "music.m4a": .sound(sampleCount: 480_000, warnings: []),
        "voice.wav": .sound(sampleCount: 144_024, warnings: []),
        "assets/robot.png": .picture(width: 2048, height: 2048, warnings: []),
    ]

    struct Missing: Error, CustomStringConvertible {
        var description: String
    }

    func facts(ofFileAt path: String, as use: SourceUse) throws -> SourceFacts {
        let folder = "/draft/"
        let name = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
        guard let facts = files[name] else {
            throw Missing(description: "\(path): no such file")
        }
        return facts
    }

    /// Tables need no facts: these two are there.
    func checkColorTable(atPath path: String) throws {
        guard ["/draft/warm.cube", "/looks/cold.cube"].contains(path) else {
            throw Missing(description: "\(path): no such file")
        }
    }
}

/// Reads and plans `json` as if it lay in `/draft`.
func plan(
    _ json: String, options: Planner.Options = .init(), files: [String: SourceFacts] = [:]
) throws -> RenderPlan {
    let draft = try Draft(parsing: Array(json.utf8))
    return try Planner(folder: "/draft", inspector: FakeInspector(files), options: options)
        .plan(draft)
}

/// Returns the issues of reading or planning `json`; empty where there are none.
func issues(
    _ json: String, options: Planner.Options = .init()
) throws -> [DraftIssue] {
    do {
        _ = try plan(json, options: options)
        return []
    } catch let error as DraftError {
        return error.issues
    }
}

/// Returns the first message about `json`, as the command line prints it; empty where there is
/// none.
func message(_ json: String, options: Planner.Options = .init()) throws -> String {
    try issues(json, options: options).first?.message(file: "draft.json") ?? ""
}

/// A draft with one picture track of `segments`.
func pictures(_ segments: String, m: String = "{}", rest: String = "") -> String {
    #"{"m":\#(m),"t":[{"tt":0,"sg":[\#(segments)]}]\#(rest)}"#
}

/// A draft with one audio track of `segments`.
func sounds(_ segments: String, track: String = "") -> String {
    #"{"t":[{"tt":1,"sg":[\#(segments)]\#(track)}]}"#
}

/// A draft with one text track of `segments`.
func texts(_ segments: String, m: String = "{}") -> String {
    #"{"m":\#(m),"t":[{"tt":7,"sg":[\#(segments)]}]}"#
}
