import Foundation
import Media

/// What the moving picture promises.
enum MotionPromises {
    /// Seconds of black that a fade may have.
    private static let longestBlack = 0.5

    /// Pixels of 1080 lines a frame²: whole-pixel zooms have 0.15 and more.
    private static let leastTremble = 0.1

    static func all(_ path: String) throws -> [Certificate.Promise] {
        let tremble = Certificate.Promise(
            "tremble", .motion, "Pans and zooms never tremble", bar: "at most 0.1 px/frame²")
        let black = Certificate.Promise(
            "black", .motion, "No black picture", bar: "at most 0.5 s on end")
        let longest = longestBlack(try VideoSignature.read(path: path))
        let noise = try Tremble.measure(path: path)
        return [
            noise.map { tremble.judged($0 <= leastTremble, String(format: "%.3f", $0)) }
                ?? tremble.lacking("nothing moves as a whole"),
            black.judged(longest <= longestBlack, String(format: "%.2f s", longest)),
        ]
    }

    private static func longestBlack(_ signature: VideoSignature) -> Double {
        var (longest, current) = (0.0, 0.0)
        for frame in signature.frames {
            current = frame.isBlack ? current + frame.duration : 0
            longest = max(longest, current)
        }
        return longest
    }
}
