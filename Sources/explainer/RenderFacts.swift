import Foundation
import Media
import Planning

/// What a finished render came to.
struct RenderFacts {
    var path: String
    var frames: Int
    var plan: RenderPlan
    var quality: VideoQuality
    /// How long it took.
    var seconds: Double

    private var duration: Double { Double(frames) / plan.canvas.frameRate.framesPerSecond }

    private var megabytes: Double {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return ((attributes?[.size] as? NSNumber)?.doubleValue ?? 0) / 1e6
    }

    var text: String {
        let canvas = plan.canvas
        return """
            \(path)
            \(canvas.width)x\(canvas.height), \
            \(format("%.3g", canvas.frameRate.framesPerSecond)) fps, \(frames) frames, \
            \(format("%.2f", duration)) s, \(format("%.2f", megabytes)) MB, quality \(quality.rawValue)
            rendered in \(format("%.1f", seconds)) s: \(format("%.1f", Double(frames) / seconds)) fps, \
            \(format("%.2f", duration / seconds)) x real time
            """
    }

    var json: String {
        let facts: [String: Any] = [
            "phase": "done", "progress": 1, "file": path, "width": plan.canvas.width,
            "height": plan.canvas.height, "frames": frames,
            "fps": plan.canvas.frameRate.framesPerSecond, "duration": duration,
            "bytes": Int((megabytes * 1e6).rounded()), "quality": quality.rawValue,
            "seconds": (seconds * 1000).rounded() / 1000,
        ]
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? JSONSerialization.data(withJSONObject: facts, options: options) else {
            return #"{"phase":"done","progress":1}"#
        }
        return String(decoding: data, as: UTF8.self)
    }

    private func format(_ format: String, _ value: Double) -> String {
        String(format: format, value)
    }
}
