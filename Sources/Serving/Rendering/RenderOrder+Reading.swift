import Planning
import VideoAPI

extension RenderOrder {
    /// Reads the `output` of a render request for `draft`.
    ///
    /// - Throws: `fileType` for a format other than mp4, `badRequest` for other values.
    init(_ output: RequestFields?, for draft: Draft) throws(APIFailure) {
        self.init()
        guard let output else { return }
        if let format = try output.string("format"), format.lowercased() != "mp4" {
            throw APIFailure(.fileType, "\"output.format\" may be mp4")
        }
        if let word = try output.string("quality") {
            quality = Quality(rawValue: word.lowercased()) ?? .high
        }
        if let node = output["fps"] {
            guard let rate = node.integer, [24, 25, 30, 60].contains(rate) else {
                throw APIFailure(.badRequest, "\"output.fps\" may be 24, 25, 30 or 60")
            }
            framesPerSecond = rate
        }
        if let text = try output.string("resolution") {
            (width, height) = try Self.size(text.lowercased(), draft.metadata)
        }
    }

    private static func size(
        _ text: String, _ metadata: Draft.Metadata
    ) throws(APIFailure) -> (Int, Int) {
        let canvas = (width: metadata.width ?? 1920, height: metadata.height ?? 1080)
        if let lines = ["480p": 480, "720p": 720, "1080p": 1080][text] {
            let short = max(min(canvas.width, canvas.height), 1)
            return (even(canvas.width * lines, short), even(canvas.height * lines, short))
        }
        let sides = text.split(separator: "x").map { Int($0) ?? 0 }
        guard sides.count == 2, sides.allSatisfy({ (16...4096).contains($0) && $0 % 2 == 0 }) else {
            throw APIFailure(
                .badRequest,
                "\"output.resolution\" may be 480p, 720p, 1080p, or WIDTHxHEIGHT in even pixels")
        }
        return (sides[0], sides[1])
    }

    /// The even number next to `product / divisor`.
    private static func even(_ product: Int, _ divisor: Int) -> Int {
        min(max(2 * ((product + divisor) / (2 * divisor)), 16), 8192)
    }
}
