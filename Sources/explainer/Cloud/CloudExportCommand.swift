import ArgumentParser
import Foundation
import VideoAPI

struct CloudExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Has the service render the timeline, and loads the file.")

    @Option(name: [.short, .customLong("out")], help: "The file to write; loads it.")
    var output: String?

    @Flag(help: "Loads the file, as RENDER-ID.mp4 where -o names none.")
    var download = false

    @Option(help: "Waits for a render that was handed in before, by its id.")
    var resume: String?

    @Option(help: "How progress is shown: auto, json, none.")
    var progress = ProgressStyle.auto

    func validate() throws {
        if let output {
            let folder = URL(filePath: output).deletingLastPathComponent().path
            guard FileManager.default.fileExists(atPath: folder) else {
                throw ValidationError("-o \(output): the folder \(folder) does not exist.")
            }
        }
        guard resume?.isEmpty != true else { throw ValidationError("--resume needs an id.") }
    }

    func run() async throws {
        let (output, download, resume) = (output, download, resume)
        let shown = CloudProgress(progress)
        try await CloudAccess.run { client in
            let status =
                if let resume {
                    try await client.resumeExport(resume) { shown.show($0) }
                } else {
                    try await client.export { shown.show($0) }
                }
            shown.clear()
            var file = output
            if download, file == nil { file = Self.fileName(for: status.id) }
            if let file {
                try await client.download(status, to: URL(filePath: file)) {
                    shown.loading($0, of: $1)
                }
            }
            shown.finish(status, file: file)
        }
    }

    /// An id comes from the service: it may be no path.
    private static func fileName(for id: String) -> String {
        let plain = id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
        return (plain.isEmpty ? "export" : String(plain.prefix(80))) + ".mp4"
    }
}
