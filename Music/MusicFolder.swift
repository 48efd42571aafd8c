import BundledFiles
import Foundation

/// Where the music files may be.
enum MusicFolder {
    static var candidates: [URL] {
        BundledFolder.candidates(ofTarget: "BundledMusic", source: #filePath)
    }
}

/// Says that a music file which belongs to the program is not where it should be.
package struct MissingMusic: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's name.
    package var name: String

    /// The folders that were searched.
    package var searched: [String]

    package var description: String {
        "the bundled music \(name) is missing: keep the folder "
            + "explainer_BundledMusic.resources beside the program, or name a music file of your "
            + "own; searched " + searched.joined(separator: ", ")
    }
}
