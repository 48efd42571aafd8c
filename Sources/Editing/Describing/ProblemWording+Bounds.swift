import Foundation
import Planning

/// Values that are too small or too large.
extension ProblemWording {
    func outOfBounds(_ operation: EditOperation, _ allowed: ClosedRange<Double>) -> Answer {
        let measure = Measure(of: operation, words: words)
        let (least, most) = (allowed.lowerBound, allowed.upperBound)
        // A day in milliseconds, the longest time of a draft, limits nothing that people want.
        let isOpen = (least <= -86_400_000, most >= 86_400_000)
        let range =
            switch isOpen {
            case (false, false):
                words(
                    "from \(measure.write(least)) to \(measure.write(most))",
                    "在 \(measure.write(least)) 到 \(measure.write(most)) 之间")
            case (false, true):
                words("at least \(measure.write(least))", "不小于 \(measure.write(least))")
            case (true, false):
                words("at most \(measure.write(most))", "不大于 \(measure.write(most))")
            case (true, true): words("another value", "别的值")
            }
        return Answer(
            text: words(
                "\(measure.name) has to be \(range).", "\(measure.name)必须\(range)。"))
    }
}

/// What a number of an operation is of, and how it is written.
private struct Measure {
    var name: String
    var write: (Double) -> String

    init(of operation: EditOperation, words: Phrasing) {
        func seconds(_ value: Double) -> String {
            words.seconds(Int(value.rounded(.towardZero)))
        }
        (name, write) =
            switch operation {
            case .whole(let change): Self.whole(change, words, seconds)
            case .picture(_, let change): Self.picture(change, words, seconds)
            case .text(_, let change): Self.text(change, words, seconds)
            case .sound(_, let change): Self.sound(change, words, seconds)
            case .timing, .fade, .fadeWhole, .cutOut, .order, .transition:
                (words("The time", "时间"), seconds)
            default: (words("The value", "数值"), words.number)
            }
    }

    private typealias Parts = (String, (Double) -> String)

    private static func whole(
        _ change: WholeChange, _ words: Phrasing, _ seconds: @escaping (Double) -> String
    ) -> Parts {
        switch change {
        case .length: (words("The length", "时长"), seconds)
        case .pace: (words("The pace", "节奏"), words.times)
        case .frameRate:
            (words("The frame rate", "帧率"), { words.number($0) + words(" fps", " 帧/秒") })
        case .loudness: (words("The loudness", "响度"), { words.number($0) + " LUFS" })
        case .aspect, .resolution, .size:
            (words("A side of the video", "画面边长"), { words.number($0) + words(" px", " 像素") })
        default: (words("The value", "数值"), words.number)
        }
    }

    private static func picture(
        _ change: PictureChange, _ words: Phrasing, _ seconds: @escaping (Double) -> String
    ) -> Parts {
        switch change {
        case .length, .trim, .shave: (words("The length", "时长"), seconds)
        case .speed: (words("The speed", "速度"), words.times)
        case .opacity: (words("The opacity", "不透明度"), words.percent)
        case .volume: (words("The volume", "音量"), words.percent)
        case .scale: (words("The size", "大小"), words.percent)
        case .place: (words("The position", "位置"), words.percent)
        case .move: (words("The zoom", "缩放"), words.times)
        case .rotation: (words("The rotation", "旋转角度"), { words.number($0) + "°" })
        default: (words("The value", "数值"), words.number)
        }
    }

    private static func text(
        _ change: TextChange, _ words: Phrasing, _ seconds: @escaping (Double) -> String
    ) -> Parts {
        switch change {
        case .size: (words("The size", "字号"), words.number)
        case .weight: (words("The weight", "字重"), words.number)
        case .opacity: (words("The opacity", "不透明度"), words.percent)
        case .animationLength: (words("The animation's length", "动画时长"), seconds)
        case .lineHeight: (words("The line height", "行高"), words.number)
        case .spacing: (words("The letter spacing", "字距"), words.number)
        case .nudge: (words("The position", "位置"), words.percent)
        default: (words("The value", "数值"), words.number)
        }
    }

    private static func sound(
        _ change: SoundChange, _ words: Phrasing, _ seconds: @escaping (Double) -> String
    ) -> Parts {
        switch change {
        case .volume: (words("The volume", "音量"), words.percent)
        case .speed: (words("The speed", "速度"), words.times)
        case .duck: (words("The ducking", "压低幅度"), { words.number($0) + " dB" })
        case .trim: (words("The time", "时间"), seconds)
        default: (words("The value", "数值"), words.number)
        }
    }
}
