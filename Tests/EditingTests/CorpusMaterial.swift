import Foundation

@testable import Editing

/// The files that the corpus' drafts and sentences speak of.
struct CorpusMaterial: EditMaterial {
    private static let stills = [
        "city.jpg", "robot.png", "forest.jpg", "lake.jpg", "sunset.png", "lamp.jpg", "photo.jpg",
        "logo.png",
    ]

    private static let lengths = [
        "beach.mp4": 20_000, "wave.mp4": 6000, "song.mp3": 95_000, "lo-fi.ogg": 23_400,
        "ambient.ogg": 32_000, "voice-1.wav": 4000, "voice-2.wav": 4200, "voice-3.wav": 3800,
    ]

    var files: [String] {
        (Self.stills + Self.lengths.keys.sorted()).map { "assets/\($0)" }
    }

    func milliseconds(of source: String) -> Int? {
        Self.lengths[String(source.split(separator: "/").last ?? "")]
    }
}
