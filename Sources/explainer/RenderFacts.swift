import Foundation
import Media
import Planning
import Rendering

/// What a finished render came to.
struct RenderFacts {
    private let render: Render
    private let places: OutputPlaces

    /// How long it took.
    private let seconds: Double

    init(_ render: Render, _ places: OutputPlaces, seconds: Double) {
        self.render = render
        self.places = places
        self.seconds = seconds
    }

    private var frames: Int { render.frames.count }

    private var rate: Double { render.plan.canvas.frameRate.framesPerSecond }

    private var duration: Double { Double(frames) / rate }

    var text: String {
        let size = "\(format("%.2f", duration)) s, \(format("%.2f", Double(places.bytes) / 1e6)) MB"
        let speed = "\(format("%.2f", duration / seconds)) x real time"
        guard render.format.carriesPicture else {
            return """
                \(places.path)
                \(render.format.audioCodec?.title ?? ""), 48 kHz, stereo, \(size)
                rendered in \(format("%.1f", seconds)) s: \(speed)
                """
        }
        let canvas = render.plan.canvas
        let quality = render.format.usesQuality ? ", quality \(render.quality.rawValue)" : ""
        return """
            \(places.path)
            \(canvas.width)x\(canvas.height), \(format("%.3g", rate)) fps, \(frames) frames, \(size)\(quality)
            rendered in \(format("%.1f", seconds)) s: \(format("%.1f", Double(frames) / seconds)) fps, \(speed)
            """
    }

    var json: String {
        var facts: [String: Any] = [
            "phase": "done", "progress": 1, "file": places.path, "format": render.format.rawValue,
            "duration": duration, "bytes": places.bytes,
            "seconds": (seconds * 1000).rounded() / 1000,
        ]
        if render.format.carriesPicture {
            facts["width"] = render.plan.canvas.width
            facts["height"] = render.plan.canvas.height
            facts["frames"] = frames
            facts["fps"] = rate
        }
        if render.format.usesQuality { facts["quality"] = render.quality.rawValue }
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
