import BundledFiles
package import Foundation

/// The files of the preview page, which come with the program.
package enum BundledPages {
    /// Returns the folder that holds index.html and all that it asks for.
    ///
    /// - Throws: `MissingPages` where it is in none of the folders that were searched.
    package static func folder() throws -> URL {
        let folders = BundledFolder.candidates(ofTarget: "BundledPages", source: #filePath)
            .map { $0.appending(path: "site") }
        let found = folders.first {
            FileManager.default.isReadableFile(atPath: $0.appending(path: "index.html").path)
        }
        guard let found else { throw MissingPages(searched: folders.map(\.path)) }
        return found
    }
}

/// Says that the page which belongs to the program is not where it should be.
package struct MissingPages: Error, Hashable, Sendable, CustomStringConvertible {
    /// The folders that were searched.
    package var searched: [String]

    package var description: String {
        "the files of the page are missing: keep the folder explainer_BundledPages.resources beside "
            + "the program; searched " + searched.joined(separator: ", ")
    }
}
