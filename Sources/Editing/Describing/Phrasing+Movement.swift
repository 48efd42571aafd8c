import Foundation
import Planning

extension Phrasing {
    /// What a view does, shortly.
    func text(of kenBurns: Draft.KenBurns?) -> String {
        switch kenBurns {
        case nil: self("none", "无")
        case .preset(let preset)?: name(preset)
        case .move(let move)?: text(of: move)
        }
    }

    /// The same with all its numbers.
    func exactText(of kenBurns: Draft.KenBurns?) -> String {
        guard case .move(let move)? = kenBurns else { return text(of: kenBurns) }
        let ends = [move.from, move.to].map { exactText(of: $0 ?? Draft.KenBurns.View()) }
        let kinds = [move.easing?.rawValue, move.path?.rawValue].compactMap { $0 }
        let rest = move.unknown.isEmpty ? [] : [JSONWriter.text(of: .object(move.unknown))]
        return ([ends.joined(separator: self(" to ", " 到 "))] + kinds + rest)
            .joined(separator: " ")
    }

    private func text(of move: Draft.KenBurns.Move) -> String {
        let (from, to) = (move.from?.zoom ?? 1, move.to?.zoom ?? 1)
        if to > from { return self("zoom in to ", "推近到 ") + times(to) + point(of: move.to) }
        if to < from { return self("zoom out from ", "拉远自 ") + times(from) + point(of: move.from) }
        let dx = (move.to?.x ?? 0.5) - (move.from?.x ?? 0.5)
        let dy = (move.to?.y ?? 0.5) - (move.from?.y ?? 0.5)
        if dx == 0, dy == 0 { return self("still at ", "静止于 ") + times(to) }
        if abs(dx) >= abs(dy) { return name(dx > 0 ? .panRight : .panLeft) }
        return name(dy > 0 ? .panDown : .panUp)
    }

    /// Where the near end of a zoom looks, unless that is the middle.
    private func point(of view: Draft.KenBurns.View?) -> String {
        let (x, y) = (view?.x ?? 0.5, view?.y ?? 0.5)
        return x == 0.5 && y == 0.5 ? "" : self(" at ", "，对准 ") + exactPoint((x, y))
    }

    private func exactText(of view: Draft.KenBurns.View) -> String {
        let zoom = JSONNumber(view.zoom ?? 1).text
        let place = exactPoint((view.x ?? 0.5, view.y ?? 0.5))
        let rest = view.unknown.isEmpty ? "" : " " + JSONWriter.text(of: .object(view.unknown))
        return "\(zoom)× (\(place))\(rest)"
    }

    func name(_ preset: Draft.KenBurns.Preset) -> String {
        switch preset {
        case .zoomIn: self("zoom in", "推近")
        case .zoomOut: self("zoom out", "拉远")
        case .panLeft: self("pan left", "左移")
        case .panRight: self("pan right", "右移")
        case .panUp: self("pan up", "上移")
        case .panDown: self("pan down", "下移")
        case .auto: self("automatic", "自动")
        }
    }
}
