import Foundation
import Media

/// What the moving picture promises.
enum MotionPromises {
    /// Seconds of black that a fade may have.
    private static let longestBlack = 0.5

    /// Measures the film at `path`, which has so many `lines`.
    static func all(
        _ path: String, lines: Int, _ reference: Certificate.Reference?
    ) async throws -> [Certificate.Promise] {
        let most = Tremble.bar(lines: lines)
        let tremble = Certificate.Promise(
            "tremble", .motion, "Pans and zooms never tremble",
            bar: "at most \(Wording.number(most, digits: 2)) px/frame²")
        let black = Certificate.Promise(
            "black", .motion, "No black picture", bar: "at most 0.5 s on end")
        let dark = longestBlack(try VideoSignature.read(path: path))
        let isLong = dark.upperBound - dark.lowerBound > longestBlack
        let isMeant = isLong ? try await isDrawn(dark, reference) : false
        let noise = try Tremble.measure(path: path)
        return [
            noise.map { tremble.judged($0 <= most, String(format: "%.3f", $0)) }
                ?? tremble.lacking("nothing moves as a whole"),
            black.judged(
                !isLong || isMeant,
                String(format: "%.2f s", dark.upperBound - dark.lowerBound)
                    + (isMeant ? ", as the draft draws it" : "")),
        ]
    }

    /// The longest stretch of black frames, in seconds.
    private static func longestBlack(_ signature: VideoSignature) -> Range<Double> {
        var longest = 0.0..<0.0
        var start: Double?
        for frame in signature.frames {
            guard frame.isBlack else {
                start = nil
                continue
            }
            let begin = start ?? frame.time
            start = begin
            let end = max(frame.time + frame.duration, begin)
            if end - begin > longest.upperBound - longest.lowerBound { longest = begin..<end }
        }
        return longest
    }

    /// Whether the draft itself is black in the middle of a stretch.
    private static func isDrawn(
        _ stretch: Range<Double>, _ reference: Certificate.Reference?
    ) async throws -> Bool {
        guard let reference else { return false }
        let middle = (stretch.lowerBound + stretch.upperBound) / 2
        let index = Int(middle * reference.framesPerSecond)
        guard (0..<reference.frames).contains(index) else { return false }
        let (mean, spread) = VideoSignature.moments(try await reference.draw(index).luma)
        return VideoSignature.isBlack(mean, spread)
    }
}
