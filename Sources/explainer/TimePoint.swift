import ArgumentParser
import Foundation
import Planning

/// A point of a timeline as people write it: `105f` a frame, `3.5s`, `3500ms`, `1:02.5`, or plain
/// seconds.
struct TimePoint: ExpressibleByArgument, Hashable {
    private enum Unit: Hashable {
        case frame(Int)
        case milliseconds(Double)
    }

    private let unit: Unit

    init?(argument: String) {
        if argument.hasSuffix("f") {
            guard let frame = Int(argument.dropLast()), frame >= 0 else { return nil }
            unit = .frame(frame)
            return
        }
        guard let time = Self.milliseconds(argument), time >= 0, time < 1e12 else { return nil }
        unit = .milliseconds(time)
    }

    private static func milliseconds(_ text: String) -> Double? {
        if text.hasSuffix("ms") { return Double(text.dropLast(2)) }
        if text.hasSuffix("s") { return Double(text.dropLast()).map { $0 * 1000 } }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
        guard (1...3).contains(parts.count) else { return nil }
        var seconds = 0.0
        for part in parts {
            guard let part else { return nil }
            seconds = seconds * 60 + part
        }
        return seconds * 1000
    }

    /// The time itself; nil where a frame was named.
    var milliseconds: Int? {
        guard case .milliseconds(let time) = unit else { return nil }
        return Int(time.rounded())
    }

    /// The frame that is shown at this time.
    func frame(at rate: FrameRate) -> Int {
        switch unit {
        case .frame(let frame): frame
        case .milliseconds(let time):
            // A time that a person rounded to the millisecond still means the frame that begins
            // there.
            Int(
                (rate.frames(atMilliseconds: time) + 0.001 * rate.framesPerSecond / 2).rounded(
                    .down))
        }
    }
}
