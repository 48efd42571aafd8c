import Foundation

/// Where the music files may be.
enum MusicFolder {
    /// The resource folder beside the program, then the checkout it was built from.
    ///
    /// `Bundle.module` would end the process where the resource folder is lost.
    static var candidates: [URL] {
        let name = "explainer_BundledMusic"
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
