import Foundation
import Inspecting
import Planning

extension SceneBuilder {
    /// The picture beside what is recorded about it.
    mutating func facts(
        _ scene: Scene, _ index: Int, kicker: String, rows: [Visual.FactRow], footnote: String?
    ) {
        let picture = picture(index)
        let list = FactList(rows: rows, footnote: footnote, hasSwatches: false, look: look)
        let areas = cardAreas(list)
        backdrop(scene, picture, under: footings(areas.list))
        card(picture, in: areas.picture, scene)
        if stage.shape == .wide { swatches(of: picture, under: areas.picture, scene) }
        add(list, kicker: kicker, in: areas.list, scene)
    }

    /// The picture beside its main colours.
    mutating func palette(
        _ scene: Scene, _ index: Int, kicker: String, swatches: [Visual.LabelledColor]
    ) {
        let picture = picture(index)
        let rows = swatches.prefix(6).map { Visual.FactRow($0.label, $0.hex) }
        let list = FactList(rows: rows, footnote: nil, hasSwatches: true, look: look)
        let areas = cardAreas(list)
        backdrop(scene, picture, under: footings(areas.list))
        card(picture, in: areas.picture, scene)
        let rowsTop = add(list, kicker: kicker, in: areas.list, scene)
        for (row, swatch) in swatches.prefix(6).enumerated() {
            guard let color = Color(hex: swatch.hex) else { continue }
            let side = list.pitch * 0.58
            panel(
                Area(
                    x: areas.list.x,
                    y: rowsTop + (Double(row) + 0.5) * list.pitch - side / 2, width: side * 1.5,
                    height: side),
                color, radius: min(theme.cornerRadius, 10), during: scene.words, on: .ornaments)
        }
    }

    /// Of a list's small words, of which the fainter and the coloured ones are the hardest to read.
    private func footings(_ list: Area) -> [Footing] {
        [theme.ink.faded(theme.quiet), look.accent.word].map { ink in
            Footing(list, for: ink)
        }
    }

    /// Side by side on a wide canvas, one under the other elsewhere.
    private func cardAreas(_ list: FactList) -> (picture: Area, list: Area) {
        let bottom = stage.cardBottom(theme)
        if stage.shape == .wide {
            let side = stage.margin
            let width = stage.width * 0.37
            let listWidth = stage.width * 0.4
            let top = stage.height * 0.15
            let height = min(width * 0.75, bottom - top - 86)
            let listTop = max(top, min(top, bottom - list.height))
            return (
                Area(x: side, y: top, width: width, height: height),
                Area(
                    x: stage.width - side - listWidth, y: listTop, width: listWidth,
                    height: list.height)
            )
        }
        let width = stage.width - 2 * stage.margin
        let top = stage.height * (stage.shape == .tall ? 0.075 : 0.06)
        let gap = stage.shape == .tall ? 56.0 : 30
        let height = max(min(bottom - top - gap - list.height, width * 0.75), 160)
        return (
            Area(x: stage.margin, y: top, width: width, height: height),
            Area(x: stage.margin, y: top + height + gap, width: width, height: list.height)
        )
    }

    /// Adds kicker, hairlines, names, values and footnote.
    ///
    /// - Returns: where the first row begins.
    @discardableResult
    private mutating func add(
        _ list: FactList, kicker: String, in area: Area, _ scene: Scene
    ) -> Double {
        let range = scene.words
        self.kicker(
            kicker, at: WordPlace(left: area.x, top: area.y, width: area.width), during: range)
        let top = area.y + list.kickerHeight
        for row in 0...list.rows.count where row < list.rows.count || list.footnote != nil {
            panel(
                Area(
                    x: area.x, y: top + Double(row) * list.pitch - 1, width: area.width, height: 2),
                theme.hairline, radius: 0, during: range, on: .ornaments)
        }
        let inset = (list.pitch - list.lineBox) / 2
        let left = area.x + list.indent
        words(
            list.names, list.type, theme.ink.faded(theme.quiet),
            at: WordPlace(left: left, top: top + inset, width: area.width - list.indent),
            during: range, entrance: .fade)
        words(
            list.values(width: area.width), list.valueType, theme.ink,
            at: WordPlace(right: area.right, top: top + inset, width: area.width), during: range)
        if let footnote = list.footnote {
            words(
                footnote, look.type(.small), theme.ink.faded(theme.quiet),
                at: WordPlace(
                    left: area.x, top: top + Double(list.rows.count) * list.pitch + 18,
                    width: area.width), during: range, entrance: .fade)
        }
        return top
    }

    /// The picture's main colours, as a row of swatches under its card.
    private mutating func swatches(
        of picture: ExplainedPicture, under area: Area, _ scene: Scene
    ) {
        for (index, swatch) in picture.palette.prefix(5).enumerated() {
            panel(
                Area(
                    x: area.x + Double(index) * 102, y: area.bottom + 40, width: 88, height: 44),
                Color(red: swatch.red, green: swatch.green, blue: swatch.blue),
                radius: min(theme.cornerRadius, 10), during: scene.words, on: .ornaments)
        }
    }
}

/// Rows of names and values as two blocks of lines, so that both keep one rhythm.
struct FactList {
    let rows: [Visual.FactRow]
    let footnote: String?
    let indent: Double
    let pitch: Double
    let kickerHeight: Double
    let type: TypeSpec
    /// The height of one line box.
    let lineBox: Double
    private let look: Look

    init(rows: [Visual.FactRow], footnote: String?, hasSwatches: Bool, look: Look) {
        let limit = look.stage.shape == .square ? 5 : 6
        self.rows = Array(rows.prefix(limit))
        self.footnote = footnote
        self.look = look
        var type = look.type(.row)
        switch look.stage.shape {
        case .wide: pitch = 80
        case .tall:
            type.size *= 1.1
            pitch = 84
        case .square:
            type.size *= 0.86
            pitch = 60
        }
        type.lineHeight = pitch / type.size
        self.type = type
        lineBox = look.measurer.extent(of: "0", in: type, width: 1000).height
        indent = hasSwatches ? pitch * 0.87 + 26 : 0
        kickerHeight = look.stage.shape == .square ? 46 : 58
    }

    /// Kicker, rows and footnote together.
    var height: Double {
        kickerHeight + Double(rows.count) * pitch + (footnote == nil ? 0 : 18 + 32)
    }

    var valueType: TypeSpec {
        var type = type
        type.weight = 600
        return type
    }

    var names: String { rows.map(\.name).joined(separator: "\n") }

    /// The values, each on one line that leaves its name room.
    func values(width: Double) -> String {
        rows.map { row in
            let name = look.measurer.extent(of: row.name, in: type, width: 1e5).width
            let room = max(width - indent - name - 40, width * 0.3)
            return look.shortened(row.value, valueType, width: room)
        }.joined(separator: "\n")
    }
}
