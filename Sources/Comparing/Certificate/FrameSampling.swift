import Media

/// Which frames of a film are looked at, and those around them, read in one go.
struct FrameSampling {
    /// Frames that are looked at, in order.
    let indices: [Int]

    /// Frames before and behind each that are read too.
    static let reach = 2

    /// Evenly spread frames, and cuts that are looked at on both sides.
    private static let evenly = 16
    private static let mostCuts = 4

    init(frames: Int, cuts: [Int] = []) {
        let count = min(Self.evenly, max(frames, 1))
        let even = (0..<count).map { (2 * $0 + 1) * frames / (2 * count) }
        let inside = cuts.filter { $0 > 0 && $0 < frames }
        let step = max(inside.count / Self.mostCuts, 1)
        let chosen = stride(from: step / 2, to: inside.count, by: step).map { inside[$0] }
        let sides = chosen.prefix(Self.mostCuts).flatMap { [$0 - 1, $0] }
        indices = Set(even + sides).filter { $0 >= 0 && $0 < frames }.sorted()
    }

    /// Reads the film at `path`, whose samples mean what `coding` says, and hands each sampled frame
    /// over as our exports code it, by its index, with those around it that there are.
    func read(
        _ path: String, _ coding: SampleCoding,
        _ body: (_ index: Int, _ near: [Int: VideoScan.Frame]) async throws -> Void
    ) async throws {
        let scan = try VideoScan(
            path: path, recoding: VideoScan.Recoding(from: coding, to: .ofExports))
        var near: [Int: VideoScan.Frame] = [:]
        var waiting = indices[...]
        var number = 0
        while let next = waiting.first {
            try Task.checkCancellation()
            let isWanted = waiting.prefix { $0 <= number + Self.reach }
                .contains { abs($0 - number) <= Self.reach }
            if isWanted {
                guard let frame = try scan.next() else { break }
                near[number] = frame
            } else if try !scan.skip() {
                break
            }
            if number == next + Self.reach {
                try await body(next, near)
                waiting.removeFirst()
                let oldest = (waiting.first ?? number) - Self.reach
                near = near.filter { $0.key >= oldest }
            }
            number += 1
        }
        for index in waiting where near[index] != nil { try await body(index, near) }
    }
}
