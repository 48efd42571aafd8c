import BundledFiles
import Foundation

/// The font files that come with the program, so that a text looks the same on every machine.
package enum BundledFonts {
    /// The files in order of preference: Latin, Greek and Cyrillic first, then Chinese and
    /// Japanese, then a serif face for titles.
    package static let fileNames = [
        "Inter-Medium.otf", "Inter-SemiBold.otf", "NotoSansCJKsc-Medium-subset.otf",
        "NotoSerif-Bold-subset.ttf",
    ]

    /// Returns the paths of all bundled font files.
    ///
    /// - Throws: `MissingFonts` where a file is in none of the folders that were searched.
    package static func files() throws -> [String] {
        try files(
            in: BundledFolder.candidates(ofTarget: "BundledFonts", source: #filePath))
    }

    /// Returns the paths of the font files in the first of `folders` that holds them all.
    static func files(in folders: [URL]) throws -> [String] {
        for folder in folders {
            let paths = fileNames.map { folder.appending(path: $0).path }
            if paths.allSatisfy(FileManager.default.isReadableFile(atPath:)) { return paths }
        }
        throw MissingFonts(names: fileNames, searched: folders.map(\.path))
    }
}

/// Says that the font files which belong to the program are not where they should be.
package struct MissingFonts: Error, Hashable, Sendable, CustomStringConvertible {
    /// The files that belong together.
    package var names: [String]

    /// The folders that were searched.
    package var searched: [String]

    package var description: String {
        "the bundled fonts (\(names.joined(separator: ", "))) are missing: keep the folder "
            + "explainer_BundledFonts.resources beside the program; searched "
            + searched.joined(separator: ", ")
    }
}
