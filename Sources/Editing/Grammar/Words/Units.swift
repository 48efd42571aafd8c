import Foundation

/// The units of numbers in sentences.
enum Units {
    enum Unit: Sendable {
        /// So many milliseconds.
        case time(Int)
        case percent, factor, decibels, loudness, frameRate, degrees, pixels, lines

        /// What `value` of it means; nil where that is impossible.
        func meanings(_ value: Double) -> [Meaning]? {
            switch self {
            case .time(let length):
                let time = value * Double(length)
                return abs(time) < 1e9 ? [.duration(Int(time.rounded()))] : nil
            case .percent: return [.percent(value)]
            case .factor: return [.factor(value), .number(value)]
            case .decibels: return [.decibels(value)]
            case .loudness: return [.decibels(value), .quality(.loudness)]
            case .frameRate: return [.frameRate(value)]
            case .degrees: return [.degrees(value)]
            case .pixels: return [.pixels(Int(value))]
            case .lines:
                return [480, 720, 1080, 1440, 2160, 360].contains(value)
                    ? [.resolution(Int(value))] : nil
            }
        }
    }

    /// Longer spellings first.
    static let all: [(String, Unit)] = [
        ("milliseconds", .time(1)), ("millisecond", .time(1)), ("msecs", .time(1)),
        ("ms", .time(1)),
        ("毫秒", .time(1)),
        ("seconds", .time(1000)), ("second", .time(1000)), ("secs", .time(1000)),
        ("sec", .time(1000)), ("秒钟", .time(1000)), ("秒", .time(1000)), ("s", .time(1000)),
        ("minutes", .time(60_000)), ("minute", .time(60_000)), ("mins", .time(60_000)),
        ("min", .time(60_000)), ("分钟", .time(60_000)), ("分", .time(60_000)), ("m", .time(60_000)),
        ("percent", .percent), ("per cent", .percent), ("%", .percent), ("％", .percent),
        ("frames per second", .frameRate), ("frames a second", .frameRate), ("fps", .frameRate),
        ("帧每秒", .frameRate), ("帧", .frameRate),
        ("times", .factor), ("倍速", .factor), ("倍", .factor), ("x", .factor), ("×", .factor),
        ("decibels", .decibels), ("decibel", .decibels), ("db", .decibels), ("lufs", .loudness),
        ("分贝", .decibels),
        ("degrees", .degrees), ("degree", .degrees), ("deg", .degrees), ("°", .degrees),
        ("度", .degrees),
        ("pixels", .pixels), ("points", .pixels), ("px", .pixels), ("pt", .pixels),
        ("像素", .pixels), ("号", .pixels), ("磅", .pixels),
        ("p", .lines),
    ]
}
