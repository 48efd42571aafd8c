package import Foundation

/// A piece of music that comes with the program: it loops without a seam, and its last bar may end
/// a video.
package enum MusicLoop: String, CaseIterable, Hashable, Sendable {
    /// Electric piano, brushes and bass; F major.
    case lofi = "lo-fi"

    /// Slow pads; D major.
    case ambient

    /// Marimba, plucked strings and shaker; G major.
    case upbeat

    /// A soft piano over faint strings; E flat major.
    case calmPiano = "calm-piano"

    /// The number of bars, each of four beats.
    package var bars: Int {
        switch self {
        case .lofi, .ambient, .calmPiano: 8
        case .upbeat: 12
        }
    }

    /// The length of a bar in milliseconds.
    ///
    /// The file begins about 50 ms before the first beat, so that no attack lies where a loop is joined.
    package var barDuration: Int {
        switch self {
        case .lofi: 2925
        case .ambient: 4000
        case .upbeat: 2144
        case .calmPiano: 3530
        }
    }

    /// The length of the whole loop in milliseconds, exact.
    package var duration: Int { bars * barDuration }

    /// The length of the whole loop in samples at 48 kHz, exact.
    package var sampleCount: Int { duration * 48 }

    /// The tempo in beats a minute.
    package var beatsPerMinute: Double { 240_000 / Double(barDuration) }

    /// Returns where the file of the loop is.
    ///
    /// - Throws: `MissingMusic` where it is in none of the folders that were searched.
    package func file() throws -> URL { try file(in: MusicFolder.candidates) }

    /// Returns the file in the first of `folders` that holds it.
    func file(in folders: [URL]) throws -> URL {
        let name = "\(rawValue).ogg"
        for folder in folders {
            let file = folder.appending(path: name)
            if FileManager.default.isReadableFile(atPath: file.path) { return file }
        }
        throw MissingMusic(name: name, searched: folders.map(\.path))
    }
}
