import Foundation

/// A folder for the files of one run, removed with the value.
final class WorkFolder: Sendable {
    let url: URL

    /// - Throws: `SpeechError` in the name of `engine` where no folder can be made.
    init(for engine: String) throws(SpeechError) {
        let named = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
        let parent = URL(filePath: named.isEmpty ? NSTemporaryDirectory() : named)
        url = parent.appending(path: "explainer-voice-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw SpeechError(
                engine, "no temporary folder in \(parent.path): \(error.localizedDescription)")
        }
    }

    deinit {
        // What can't be removed is left to the system, which empties its temporary folder.
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// The bytes of all files in the folder.
    var size: Int {
        let keys: [URLResourceKey] = [.fileSizeKey]
        let files = try? FileManager.default.contentsOfDirectory(
            at: url, includingPropertiesForKeys: keys)
        return (files ?? []).reduce(0) { sum, file in
            sum + ((try? file.resourceValues(forKeys: Set(keys)).fileSize) ?? 0)
        }
    }
}
