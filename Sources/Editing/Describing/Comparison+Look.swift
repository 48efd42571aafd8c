import Foundation
import Planning

extension Comparison where Owner == Draft.Segment {
    /// Where a picture or a text lies, and how a picture is shown.
    mutating func compareLook(_ pair: ItemPair) {
        let words = words
        comparePart(\.color, words("colour", "颜色"), [words.color, \.hex])
        comparePart(\.generated, words("picture", "画面"), [\.kind.rawValue, Self.text])
        compare(\.fit, words("fit", "填充方式"), [{ words.name($0.fit ?? .cover) }])
        compare(
            \.kenBurns, words("movement", "运镜"),
            [{ words.text(of: $0.kenBurns) }, { words.exactText(of: $0.kenBurns) }])
        comparePlace(pair)
        compareSize(pair)
        compare(\.rotation, words("rotation", "旋转"), [{ "\(JSONNumber($0.rotation ?? 0).text)°" }])
        compare(
            \.opacity, words("opacity", "不透明度"),
            [{ words.percent($0.opacity ?? 1) }, { words.exactPercent($0.opacity ?? 1) }])
        compare(\.radius, words("corners", "圆角"), [{ JSONNumber($0.radius ?? 0).text }])
        compareEffects()
        compare(
            \.animationKeys, words("animation keys", "关键帧"),
            [{ Self.text(of: $0.animationKeys) }])
        compareObject(\.unknownAnimationKeys)
    }

    /// Where its centre is.
    mutating func comparePlace(_ pair: ItemPair) {
        let hasMoved = (settle(\.x), settle(\.y))
        guard hasMoved.0 || hasMoved.1 else { return }
        let (before, after) = (pair.center(of: pair.old), pair.center(of: pair.new))
        for write in [words.region, words.point, words.exactPoint]
        where write(before) != write(after) {
            phrases.append(words.changed(words("position", "位置"), write(before), write(after)))
            return
        }
    }

    private mutating func compareSize(_ pair: ItemPair) {
        let hasChanged = (settle(\.width), settle(\.height))
        guard hasChanged.0 || hasChanged.1 else { return }
        let (before, after) = (pair.box(of: pair.old), pair.box(of: pair.new))
        for write in [words.share, words.exactShare] where write(before) != write(after) {
            let label =
                pair.old.trackKind == .text ? words("width", "宽度") : words("size", "大小")
            phrases.append(words.changed(label, write(before), write(after)))
            return
        }
    }

    private static func text(of generated: Draft.Generated) -> String {
        let ends = [generated.from, generated.to].compactMap { $0?.hex }.joined(separator: "–")
        let colors = (generated.colors ?? []).map(\.hex).joined(separator: " ")
        let angle = generated.angle.map { "\(JSONNumber($0).text)°" }
        let seed = generated.seed.map { "#\($0)" }
        let rest = generated.unknown.isEmpty ? "" : JSONWriter.text(of: .object(generated.unknown))
        return [generated.kind.rawValue, ends, colors, angle ?? "", seed ?? "", rest]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func text(
        of keys: [Draft.Segment.Property: [Draft.Segment.AnimationKey]]
    ) -> String {
        let rows = Draft.Segment.Property.allCases.compactMap { property -> String? in
            guard let keys = keys[property] else { return nil }
            let steps = keys.map { key in
                "\(key.time) ms \(JSONNumber(key.value).text)"
                    + (key.easing.map { " \($0.rawValue)" } ?? "")
            }
            return "\(property.rawValue) [\(steps.joined(separator: ", "))]"
        }
        return rows.isEmpty ? "-" : rows.joined(separator: " ")
    }
}

extension Phrasing {
    func name(_ fit: PictureContent.Fit) -> String {
        switch fit {
        case .cover: self("fill", "填满")
        case .contain: self("fit", "完整显示")
        case .stretch: self("stretch", "拉伸")
        case .blur: self("blurred bars", "模糊背景")
        }
    }

    /// `top left`: a ninth of the canvas.
    func region(_ point: (x: Double, y: Double)) -> String {
        let row = point.y < 0.33 ? 0 : point.y > 0.67 ? 2 : 1
        let column = point.x < 0.33 ? 0 : point.x > 0.67 ? 2 : 1
        let english = [
            ["top left", "top", "top right"], ["middle left", "middle", "middle right"],
            ["bottom left", "bottom", "bottom right"],
        ]
        let chinese = [["左上", "顶部", "右上"], ["左侧", "中间", "右侧"], ["左下", "底部", "右下"]]
        return self(english[row][column], chinese[row][column])
    }

    func point(_ point: (x: Double, y: Double)) -> String {
        "\(percent(point.x)), \(percent(point.y))"
    }

    func exactPoint(_ point: (x: Double, y: Double)) -> String {
        "\(exactPercent(point.x)), \(exactPercent(point.y))"
    }

    func share(_ box: (width: Double, height: Double)) -> String {
        box.width == box.height
            ? percent(box.width) : "\(percent(box.width)) × \(percent(box.height))"
    }

    func exactShare(_ box: (width: Double, height: Double)) -> String {
        "\(exactPercent(box.width)) × \(exactPercent(box.height))"
    }
}
