import Foundation

/// The font files that come with the program, so that a text looks the same on every machine.
///
/// `Bundle.module` would end the process where the resource folder is lost, so the folder is looked
/// for here and its absence is an error like any other.
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
        try files(in: folders())
    }

    /// Returns the paths of the font files in the first of `folders` that holds them all.
    static func files(in folders: [URL]) throws -> [String] {
        for folder in folders {
            let paths = fileNames.map { folder.appending(path: $0).path }
            if paths.allSatisfy(FileManager.default.isReadableFile(atPath:)) { return paths }
        }
        throw MissingFonts(names: fileNames, searched: folders.map(\.path))
    }

    /// The places to look: the resource folder beside the program, then the checkout it was built
    /// from.
    private static func folders() -> [URL] {
        let name = "explainer_BundledFonts"
        let bases = [Bundle.main.resourceURL, Bundle.main.bundleURL, Bundle.main.executableURL]
        let beside = bases.compactMap { $0 }.flatMap { base in
            [base, base.deletingLastPathComponent()].flatMap { folder in
                [
                    folder.appending(path: "\(name).resources"),
                    folder.appending(path: "\(name).bundle/Contents/Resources"),
                    folder.appending(path: "\(name).bundle"),
                ]
            }
        }
        return beside + [URL(filePath: #filePath).deletingLastPathComponent()]
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
