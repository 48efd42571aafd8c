import Foundation
import Inspecting

extension ChineseWording {
    func thisPicture(_ part: Part, _ s: inout Saying) {
        switch part {
        case .whole: whole(&s)
        case .size:
            s.say(1, "放大来看，它是一格一格的色块。")
            s.say(1, "大约有\(pixelCount(s.known))个。")
            s.say(3, "横着\(s.known.width)格，竖着\(s.known.height)格。")
        case .colours: colours(&s)
        case .light: light(&s)
        default: composition(&s)
        }
    }

    private func whole(_ s: inout Saying) {
        if s.topics.first == .productPhoto {
            s.say(0, "先看整张图。")
            s.say(1, "它要回答两件事：是什么，什么样。")
            s.say(3, "留意一下，你的目光先落在哪里。")
        } else {
            let shape = shape(s.known)
            s.say(0, "先看整体：\(shape)。", "从整体看起，这是\(shape)。")
            s.say(2, "留意一下，你的目光先落在哪里。")
        }
        s.say(4, "多给它一点时间，第一眼快，细节慢。")
    }

    private func shape(_ known: Known) -> String {
        let ratio = Double(known.width) / Double(max(known.height, 1))
        switch ratio {
        case ..<0.95: return "一张竖幅图"
        case ...1.05: return "一张方图"
        case ...2: return "一张横幅图"
        default: return "一张宽幅全景"
        }
    }

    private func colours(_ s: inout Saying) {
        guard let palette = s.known.measures?.palette, let first = palette.first else { return }
        let names = distinct(palette.prefix(4).map(name))
        if names.count > 1 {
            let list = names.prefix(3).joined(separator: "、")
            s.say(0, "主要的颜色是\(list)。", "整张图靠\(list)撑起来。")
        } else {
            s.say(0, "它只用了一种主色：\(names[0])。")
        }
        let share = Int((first.share * 100).rounded())
        if (5...100).contains(share) { s.say(2, "占得最多的，大约有百分之\(share)。") }
        s.say(3, "屏幕各不相同，颜色的名字只是大概。")
    }

    private func light(_ s: inout Saying) {
        guard let measures = s.known.measures else { return }
        switch measures.brightness {
        case ..<0.3: s.say(1, "整体偏暗，亮的地方就特别抢眼。")
        case ..<0.6: s.say(1, "明暗居中，不算亮，也不算暗。")
        default: s.say(1, "整体偏亮，暗的地方反而抢眼。")
        }
        let (dark, bright) = (percent(measures.darkShare), percent(measures.brightShare))
        s.say(2, "暗部占百分之\(dark)，亮部占百分之\(bright)。")
        s.say(3, measures.contrast > 0.22 ? "反差很大，明暗拉得很开。" : "反差柔和，明暗靠得很近。")
    }

    private func composition(_ s: inout Saying) {
        guard s.known.measures != nil else { return }
        s.say(1, "细节最多的地方，在画面\(region(s.known.place(0)))。")
        s.say(2, "周围的留白，会把目光带过去。")
        s.say(3, "把画面分成三份，看看线的附近有什么。")
    }

    func percent(_ share: Double) -> Int {
        share.isFinite ? Int((min(max(share, 0), 1) * 100).rounded()) : 0
    }

    func region(_ place: PictureMeasures.Point) -> String {
        let row = place.y < 0.36 ? "上" : place.y > 0.64 ? "下" : ""
        let column = place.x < 0.36 ? "左" : place.x > 0.64 ? "右" : ""
        switch (row.isEmpty, column.isEmpty) {
        case (true, true): return "中央"
        case (true, false): return column + "侧"
        case (false, true): return row + "方"
        case (false, false): return column + row + "方"
        }
    }

    func name(of swatch: PictureMeasures.Swatch) -> String {
        RecordedName.plain(swatch.chineseName) ?? "色彩"
    }

    func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
