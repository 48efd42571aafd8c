import Foundation
import Planning

@testable import Editing

/// The drafts that edits are tried on.
enum CorpusDraft: String, CaseIterable {
    /// Those of the corpus.
    static let allCases: [CorpusDraft] = [.story, .narrated, .clips]

    case story, narrated, clips

    /// One that leaves times to defaults, and has what the others have not.
    case loose

    func read() throws -> Draft {
        if self == .loose { return try Draft(parsing: Array(Self.looseText.utf8)) }
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let file = folder.appending(path: "../Corpus/drafts/\(rawValue).json").standardized
        return try Draft(parsing: Array(try Data(contentsOf: file)))
    }
}

extension CorpusDraft {
    private static let looseText = #"""
        {"m": {"chapters": [[0, "One"], [5000, "Two"], [9000, "Three"]]},
         "t": [
          {"tt": 0, "sg": [
            {"id": "a", "m": {"url": "assets/city.jpg", "name": "City"}, "fi": 500},
            {"id": "b", "src": "assets/waves.mp4", "ss": 2000, "sp": 2, "kb": "auto"},
            {"id": "c", "color": "#102030", "d": 3000,
              "ak": {"op": [[0, 0], [1000, 1, "out"], [3000, 0.5]]}},
            {"id": "e", "src": "assets/photo.jpg", "kb": "auto", "fo": 900}]},
          {"tt": 0, "m": {"role": "overlay"}, "sg": [
            {"id": "o1", "src": "assets/logo.png", "w": 0.2, "h": 0.2},
            {"id": "o2", "src": "assets/beach.mp4", "d": 4000, "w": 0.3, "h": 0.3}]},
          {"tt": 1, "sg": [
            {"id": "x", "src": "assets/jingle.mp3"}, {"id": "y", "src": "assets/song.mp3", "d": 9000}]},
          {"tt": 1, "m": {"role": "sfx"}, "sg": [
            {"id": "z", "s": 5500, "src": "assets/jingle.mp3", "m": {"volume": 40}}]},
          {"tt": 7, "sg": [
            {"id": "t1", "tx": "One"}, {"id": "t2", "text": "Two", "wt": [[0, 900, "Two"]]},
            {"id": "t3", "tx": "Three", "st": {"preset": "label"}}]},
          {"tt": 9, "sg": [{"id": "q", "s": 0, "d": 99000}]}],
         "tr": [{"k": "wipeleft", "a": "a", "b": "b"}, {"k": "fade", "a": "b", "b": "c", "d": 900},
          {"k": "fade", "a": "x", "b": "y", "d": 800}]}
        """#
}

/// Files of the project that need not exist, in milliseconds; nil for stills.
struct FakeMaterial: EditMaterial {
    static let lengths: [String: Int?] = [
        "assets/city.jpg": nil, "assets/robot.png": nil, "assets/forest.jpg": nil,
        "assets/lake.jpg": nil, "assets/photo.jpg": nil, "assets/logo.png": nil,
        "assets/lamp.jpg": nil, "assets/beach.mp4": 30_000, "assets/waves.mp4": 12_000,
        "assets/lo-fi.ogg": 23_400, "assets/ambient.ogg": 32_000, "assets/upbeat.ogg": 25_728,
        "assets/calm-piano.ogg": 28_240, "assets/song.mp3": 180_000, "assets/jingle.mp3": 4000,
        "assets/voice-1.wav": 4000, "assets/voice-2.wav": 4200, "assets/voice-3.wav": 3800,
    ]

    var files: [String] { Self.lengths.keys.sorted() }

    func milliseconds(of source: String) -> Int? { Self.lengths[source] ?? nil }
}

/// Answers for the same files.
struct MaterialInspector: SourceInspector {
    struct Missing: Error { var path: String }

    func facts(ofFileAt path: String, as use: SourceUse) throws -> SourceFacts {
        let name = path.replacing("/draft/", with: "")
        guard let length = FakeMaterial.lengths[name] else { throw Missing(path: path) }
        guard let length else { return .picture(width: 3000, height: 2000, warnings: []) }
        guard name.hasSuffix(".mp4") else {
            return .sound(sampleCount: length * 48, warnings: [])
        }
        return .film(
            FilmFacts(
                width: 1920, height: 1080, milliseconds: Double(length), sampleCount: length * 48),
            warnings: [])
    }
}

/// Applies `operations` to one of the drafts.
func edited(_ draft: CorpusDraft, _ operations: EditOperation...) throws -> Draft {
    try Editor(material: FakeMaterial()).apply(operations, to: try draft.read())
}

/// Returns what stands in the way of an operation; nil where nothing does.
func problem(_ draft: CorpusDraft, _ operation: EditOperation) throws -> EditProblem? {
    do {
        _ = try edited(draft, operation)
        return nil
    } catch let problem as EditProblem {
        return problem
    }
}

extension Draft {
    /// The segment with an identity.
    func segment(_ id: String) -> Segment? {
        tracks.flatMap(\.segments).first { $0.id == id }
    }

    /// Identity, start and length of the things of a kind, in the order of time.
    func times(_ kind: Reference.Kind) -> [String] {
        things(kind, material: FakeMaterial()).map { "\($0.id) \($0.start)+\($0.duration)" }
    }
}
