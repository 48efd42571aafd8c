import BundledMusic
import Explaining
import Foundation
import Media

/// Chooses the music of an explainer and lays it under the video.
struct MakeMusic {
    private let options: MakeOptions
    private let places: MakePlaces

    init(_ options: MakeOptions, _ places: MakePlaces) {
        self.options = options
        self.places = places
    }

    /// How loud music is where nobody says, as a factor on its own level of −20 LUFS.
    private static let volume = 0.35

    /// Returns the music under `script`, or nil where none is wanted.
    func soundtrack(for script: FittedScript, sentence: String) throws -> Soundtrack? {
        let volume = options.musicVolume?.fraction ?? Self.volume
        guard options.music != "none" else { return nil }
        if let name = options.music, MusicLoop(rawValue: name) == nil {
            return try file(name, under: script.duration, volume: volume)
        }
        let named = options.music.flatMap(MusicLoop.init(rawValue:))
        let loop = named ?? MusicLoop.forMood(sentence) ?? Self.fitting(options.theme.name)
        return try bundled(loop, under: script.duration, volume: volume)
    }

    /// The loop that goes with a theme.
    private static func fitting(_ theme: String) -> MusicLoop {
        switch theme {
        case "bold": .upbeat
        case "classroom": .lofi
        case "paper", "studio": .calmPiano
        default: .ambient
        }
    }

    /// The loop is copied beside the draft, so that the draft can be moved and kept.
    private func bundled(
        _ loop: MusicLoop, under duration: Int, volume: Double
    ) throws -> Soundtrack {
        let copy = try loop.copy(into: places.assets)
        let placement = loop.placement(under: duration)
        return Soundtrack(
            name: loop.rawValue,
            segments: [
                .init(
                    source: places.source(copy.path), start: 0, duration: placement.duration,
                    sourceStart: placement.sourceStart, loop: placement.loops,
                    fadeIn: placement.fadeIn, fadeOut: placement.fadeOut)
            ], volume: volume)
    }

    /// A user's own music, which `MakeOptions.check` has opened before: from its start, again and
    /// again where it is short.
    private func file(
        _ name: String, under duration: Int, volume: Double
    ) throws -> Soundtrack {
        let info = try SoundInfo.read(path: name)
        let length = info.sampleCount / 48
        return Soundtrack(
            name: URL(filePath: name).deletingPathExtension().lastPathComponent,
            segments: [
                .init(
                    source: places.source(name), start: 0, duration: duration,
                    loop: length < duration, fadeIn: 400, fadeOut: min(1500, duration / 2))
            ], volume: volume)
    }
}
