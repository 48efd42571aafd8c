import Foundation
import Media
import Running

/// Measures VMAF by a program ffmpeg that has libvmaf, pair by pair while others measure as well.
///
/// The program reads one raw film in which A stands above B. Whether it has the filter shows by how
/// it ends; where it has not, there is no value.
final class VMAFMeter {
    private let child: Child
    private let input: ChildInput
    private let log: ScratchFile
    private let sampling: VMAFSampling
    private var count = 0
    private var isRunning = true
    /// Seconds in which the program must do something.
    private let patience: Double

    /// Starts the program for pairs of frames of one size, both sides even.
    ///
    /// It is what $EXPLAINER_FFMPEG names, else `ffmpeg` on PATH; nil where there is none.
    init?(
        width: Int, height: Int, sampling: VMAFSampling, patience: Double = 60,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        let named = environment["EXPLAINER_FFMPEG"] ?? ""
        guard let input = ChildInput(), let log = try? ScratchFile(),
            let program = Executable.find(
                named.isEmpty ? "ffmpeg" : named, path: environment["PATH"] ?? "")
        else { return nil }
        (self.sampling, self.patience) = (sampling, patience)
        let arguments = Self.arguments(width, height, every: sampling.stepOfTaken)
        let started = input.feed { stream in
            Child.start(
                program, arguments, environment: environment,
                streams: Child.Streams(
                    input: stream, output: .descriptor(log.descriptor),
                    errors: .file("/dev/null")))
        }
        guard case .success(let child) = started else { return nil }
        (self.child, self.input, self.log) = (child, input, log)
    }

    deinit { if isRunning { child.end() } }

    /// Takes the next pair of frames that show the same moment.
    func add(_ a: VideoScan.Frame, _ b: VideoScan.Frame) {
        defer { count += 1 }
        guard isRunning, sampling.takes(count) else { return }
        for plane in [a.luma, b.luma, a.cb, b.cb, a.cr, b.cr] {
            let isTaken = plane.withUnsafeBytes { input.write($0, patience: patience) }
            if !isTaken { return stop() }
        }
    }

    /// Returns the mean, 0 to 100; nil where the program could not measure it.
    func finish() async -> Double? {
        guard isRunning else { return nil }
        input.finish()
        let deadline = ContinuousClock.now + .seconds(patience)
        while true {
            // Asked first: a busy machine may wake us long after the program was done in time.
            if let ending = child.ending() {
                isRunning = false
                return ending == .code(0) ? VMAFLog.mean(in: written) : nil
            }
            guard ContinuousClock.now < deadline, !Task.isCancelled else {
                stop()
                return nil
            }
            try? await Task.sleep(for: .milliseconds(10))
        }
    }

    private func stop() {
        child.end()
        isRunning = false
    }

    private var written: [UInt8] {
        var facts = stat()
        guard fstat(log.descriptor, &facts) == 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
        let isRead = bytes.withUnsafeMutableBytes { (try? log.read(into: $0, at: 0)) != nil }
        return isRead ? bytes : []
    }

    private static func arguments(_ width: Int, _ height: Int, every step: Int) -> [String] {
        let threads = min(max(ProcessInfo.processInfo.activeProcessorCount, 1), 8)
        // The log goes to the standard output: a path would have to be quoted three times.
        let graph = """
            [0:v]split[x][y];[x]crop=\(width):\(height):0:0[a];\
            [y]crop=\(width):\(height):0:\(height)[b];\
            [b][a]libvmaf=log_fmt=json:log_path=/dev/stdout:n_threads=\(threads)\
            :n_subsample=\(step)
            """
        return [
            "-hide_banner", "-nostdin", "-v", "error", "-f", "rawvideo", "-pixel_format",
            "yuv420p", "-video_size", "\(width)x\(2 * height)", "-framerate", "25", "-i",
            "pipe:0", "-filter_complex", graph, "-f", "null", "-",
        ]
    }
}
