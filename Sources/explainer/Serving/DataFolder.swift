import Foundation

/// Where a server keeps what it knows.
enum DataFolder {
    #if os(macOS)
        static let words = "~/Library/Application Support/explainer/server"
    #else
        static let words = "~/.local/state/explainer/server"
    #endif

    /// Returns the folder called `name`, made where it is missing; nil for the usual one.
    static func make(_ name: String?) throws -> URL {
        let folder = name.map { URL(filePath: $0).absoluteURL.standardizedFileURL } ?? usual
        do {
            // Uploads and tokens are the user's own affair.
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure(
                "\(folder.path): can't make this folder: \(error.localizedDescription); choose "
                    + "another place with --data", .failed)
        }
        guard FileManager.default.isWritableFile(atPath: folder.path) else {
            throw Failure(
                "\(folder.path): can't write into this folder; choose another place with --data",
                .failed)
        }
        return folder
    }

    /// By the XDG Base Directory Specification 0.8, a relative `XDG_STATE_HOME` is ignored.
    private static var usual: URL {
        let manager = FileManager.default
        #if os(macOS)
            let root =
                manager.urls(for: .applicationSupportDirectory, in: .userDomainMask).first
                ?? manager.homeDirectoryForCurrentUser
        #else
            let named = ProcessInfo.processInfo.environment["XDG_STATE_HOME"] ?? ""
            let root =
                named.hasPrefix("/")
                ? URL(filePath: named)
                : manager.homeDirectoryForCurrentUser.appending(path: ".local/state")
        #endif
        return root.appending(path: "explainer/server")
    }
}
