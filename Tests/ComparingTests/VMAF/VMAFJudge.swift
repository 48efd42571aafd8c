import Foundation
import TestSupport

/// An ffmpeg that has libvmaf.
struct VMAFJudge {
    let program: String
    let environment: [String: String]

    /// What $EXPLAINER_FFMPEG names, else `ffmpeg` on PATH; nil, with a printed reason, where that
    /// lacks the filter.
    static func find() throws -> VMAFJudge? {
        var environment = ProcessInfo.processInfo.environment
        guard let program = environment["EXPLAINER_FFMPEG"] ?? Tool.find("ffmpeg") else {
            return nil
        }
        let filters = try Tool.run(program, ["-hide_banner", "-filters"]).text
        guard filters.contains(" libvmaf ") else {
            print("skipped: \(program) has no libvmaf; EXPLAINER_FFMPEG may name one that has")
            return nil
        }
        environment["EXPLAINER_FFMPEG"] = program
        return VMAFJudge(program: program, environment: environment)
    }

    /// The mean that the filter says of two files.
    func mean(_ a: String, _ b: String, step: Int) throws -> Double {
        let run = try Tool.run(
            program,
            [
                "-hide_banner", "-nostats", "-i", b, "-i", a, "-lavfi",
                "libvmaf=n_subsample=\(step)", "-f", "null", "-",
            ])
        let text = run.standardError.components(separatedBy: "VMAF score: ").last ?? ""
        guard let mean = Double(text.prefix { "0123456789.".contains($0) }) else {
            throw Unreadable(text: run.standardError)
        }
        return mean
    }

    private struct Unreadable: Error { var text: String }
}
