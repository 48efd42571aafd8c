package import Foundation

/// Real test material that lives beside the checkout, not inside it.
package enum Fixtures {
    /// The folder of the checkout.
    package static let checkout = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Returns a file or folder of the shared fixtures, nil (with a printed reason) where it is
    /// absent.
    package static func shared(_ path: String) -> URL? {
        let url = checkout.deletingLastPathComponent().appending(path: "shared/fixtures/\(path)")
        guard FileManager.default.fileExists(atPath: url.path) else {
            print("skipped: \(path) is not beside this checkout")
            return nil
        }
        return url
    }
}

/// A folder that is removed with everything in it when the value goes away.
package final class TemporaryFolder: Sendable {
    package let url: URL

    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "explainer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Returns the path of `name` inside the folder.
    package func path(_ name: String) -> String { url.appending(path: name).path }
}
