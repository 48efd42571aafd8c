package import Foundation

/// The program ffmpeg: it makes films for tests and gives a second opinion on them.
package struct FFmpeg: Sendable {
    private let path: String

    /// Nil (with a printed reason) where it is not installed or lacks one of `encoders`.
    package static func find(encoders: String...) -> FFmpeg? {
        guard let path = Tool.find("ffmpeg") else { return nil }
        let known = encoders.isEmpty ? "" : Self.encoders
        for encoder in encoders where !known.contains(" \(encoder) ") {
            print("skipped: ffmpeg has no encoder \(encoder)")
            return nil
        }
        return FFmpeg(path: path)
    }

    /// Runs it with `arguments` and returns what it wrote to its standard output.
    ///
    /// - Throws: what it says where it fails.
    @discardableResult
    package func run(_ arguments: [String]) throws -> Data {
        let output = try Tool.run(path, ["-v", "error", "-y"] + arguments)
        guard output.status == 0 else { throw Failure(description: output.standardError) }
        return output.standardOutput
    }

    /// Writes a film of `frames`, raw pictures of `format` without gaps, with `arguments` for the
    /// encoder.
    package func encode(
        _ frames: [UInt8], width: Int, height: Int, format: String, rate: String = "25",
        _ arguments: [String], to path: String
    ) throws {
        let folder = try TemporaryFolder()
        let raw = folder.path("raw")
        try Data(frames).write(to: URL(filePath: raw))
        try run(
            [
                "-f", "rawvideo", "-pix_fmt", format, "-s", "\(width)x\(height)", "-r", rate, "-i",
                raw,
            ] + arguments + [path])
    }

    /// Returns the frames of the film at `path` as raw pictures of `format`, not turned.
    package func frames(
        of path: String, format: String, filter: String? = nil
    ) throws -> Data {
        try run(
            ["-noautorotate", "-i", path, "-map", "0:v:0"] + (filter.map { ["-vf", $0] } ?? [])
                + ["-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", format, "-"])
    }

    private static let encoders: String = {
        guard let path = Tool.find("ffmpeg") else { return "" }
        return (try? Tool.run(path, ["-hide_banner", "-encoders"]))?.text ?? ""
    }()

    private struct Failure: Error, CustomStringConvertible {
        var description: String
    }
}
