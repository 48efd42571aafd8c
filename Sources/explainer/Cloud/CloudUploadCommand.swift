import ArgumentParser
import Foundation
import VideoAPI

struct CloudUploadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upload", abstract: "Uploads files, or has the service load addresses.")

    @Argument(help: "Files, or addresses that begin with http.")
    var files: [String]

    func run() async throws {
        try await CloudAccess.run { [files] client in
            // All are checked before the first is sent.
            var sizes: [String: Int] = [:]
            for file in files where !Self.isAddress(file) {
                sizes[file] = try FileLimits.check(URL(filePath: file))
            }
            for file in files {
                // A bar for people; the files that were stored are the output.
                let progress = CloudProgress(Console.isErrorTerminal ? .auto : .none)
                let size = sizes[file]
                let stored =
                    Self.isAddress(file)
                    ? try await client.upload(urls: [file])
                    : try await client.upload(URL(filePath: file)) {
                        progress.loading($0, of: size, phase: "upload")
                    }
                progress.clear()
                Self.report(stored, file)
            }
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        ["http://", "https://"].contains { text.lowercased().hasPrefix($0) }
    }

    private static func report(_ stored: [RemoteFile], _ file: String) {
        guard !stored.isEmpty else {
            Console.print(ReportText.printable("\(file): uploaded"))
            return
        }
        for item in stored { Console.print(ReportText.printable("uploaded " + item.line)) }
    }
}

extension RemoteFile {
    /// The file in one line.
    var line: String {
        var facts = [kind.rawValue]
        if let width, let height { facts.append("\(width)x\(height)") }
        if let duration { facts.append(String(format: "%.1f s", duration)) }
        return "\(filename.isEmpty ? url : filename) (\(facts.joined(separator: ", ")))"
    }
}
