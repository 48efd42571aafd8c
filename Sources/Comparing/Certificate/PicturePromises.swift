import Foundation
import Media

/// What the moving picture promises.
enum PicturePromises {
    /// Seconds of black that a fade may have.
    private static let longestBlack = 0.5

    /// Pixels of 1080 lines a frame²: whole-pixel zooms have 0.15 and more.
    private static let leastTremble = 0.1

    static func all(_ path: String, hasPicture: Bool) throws -> [Certificate.Promise] {
        let black = Certificate.Promise(
            "black", "No black picture", bar: "at most 0.5 s on end")
        let tremble = Certificate.Promise(
            "tremble", "Pans and zooms never tremble", bar: "at most 0.1 px/frame²")
        guard hasPicture else { return [black, tremble] }
        let signature = try VideoSignature.read(path: path) { _ in }
        let longest = longestBlack(signature)
        let noise = try Tremble.measure(path: path)
        return [
            black.judged(longest <= longestBlack, String(format: "%.2f s", longest)),
            noise.map { tremble.judged($0 <= leastTremble, String(format: "%.3f", $0)) } ?? tremble,
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
