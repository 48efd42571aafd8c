import Foundation
import Planning

extension Draft.KenBurns {
    /// Returns the numbers of the move, a preset's as the planner resolves them for a picture of
    /// the canvas' shape.
    func resolved(_ thing: Thing) -> Move? {
        switch self {
        case .move(let move): move
        case .preset(let preset):
            preset.move(
                index: thing.segment, zoom: Self.calmZoom(duration: thing.duration), focus: nil)
        }
    }

    /// Where the nearer end looks; nil for presets, which look at the middle.
    var focus: (x: Double, y: Double)? {
        guard case .move(let move) = self else { return nil }
        let near = (move.to?.zoom ?? 1) >= (move.from?.zoom ?? 1) ? move.to : move.from
        return (near?.x ?? 0.5, near?.y ?? 0.5)
    }

    /// Returns the move the other way round.
    func reversed(index: Int) -> Draft.KenBurns {
        switch self {
        case .preset(let preset): return .preset(preset.opposite(index: index))
        case .move(var move):
            swap(&move.from, &move.to)
            return .move(move)
        }
    }
}

extension Draft.KenBurns.Preset {
    /// Returns the preset's move with numbers; zooms end or begin at `focus`.
    func move(
        index: Int, zoom: Double, focus: (x: Double, y: Double)?
    ) -> Draft.KenBurns.Move {
        var (from, to) = views(index: index, zoom: zoom)
        if let focus, from.zoom != to.zoom {
            let goesNear = (to.zoom ?? 1) > (from.zoom ?? 1)
            (from.x, from.y) = goesNear ? (0.5, 0.5) : focus
            (to.x, to.y) = goesNear ? focus : (0.5, 0.5)
        }
        return Draft.KenBurns.Move(from: from.rounded, to: to.rounded)
    }

    fileprivate func opposite(index: Int) -> Draft.KenBurns.Preset {
        switch self {
        case .zoomIn: .zoomOut
        case .zoomOut: .zoomIn
        case .panLeft: .panRight
        case .panRight: .panLeft
        case .panUp: .panDown
        case .panDown: .panUp
        case .auto: index % 2 == 0 ? .zoomOut : .zoomIn
        }
    }
}

extension Draft.KenBurns.View {
    /// The view with four decimals.
    fileprivate var rounded: Draft.KenBurns.View {
        var view = self
        view.x = x?.rounded(places: 4)
        view.y = y?.rounded(places: 4)
        view.zoom = zoom?.rounded(places: 4)
        return view
    }

    /// Returns the nearer end of a zoom that goes so much farther from its wide end.
    fileprivate func strengthened(
        _ factor: Double, from wide: Draft.KenBurns.View
    ) -> Draft.KenBurns.View {
        var near = self
        let (a, b) = (wide.numbers, numbers)
        near.x = min(max(a.x + (b.x - a.x) * factor, 0), 1)
        near.y = min(max(a.y + (b.y - a.y) * factor, 0), 1)
        near.zoom = min(a.zoom * (1 + (b.zoom / a.zoom - 1) * factor), 10)
        return near
    }

    fileprivate var numbers: (x: Double, y: Double, zoom: Double) {
        (x ?? 0.5, y ?? 0.5, max(1, zoom ?? 1))
    }
}

extension Draft.KenBurns.Move {
    var isMoving: Bool {
        let (a, b) = ends
        return a.numbers != b.numbers
    }

    private var ends: (Draft.KenBurns.View, Draft.KenBurns.View) {
        (from ?? Draft.KenBurns.View(), to ?? Draft.KenBurns.View())
    }

    /// Returns the move with the amount of its zoom and its travel times `factor`.
    ///
    /// A zoom keeps its wide end and changes the near one; a pan keeps its middle.
    func strengthened(_ factor: Double) -> Draft.KenBurns.Move {
        var move = self
        let (from, to) = ends
        let (a, b) = (from.numbers, to.numbers)
        if a.zoom < b.zoom {
            move.to = to.strengthened(factor, from: from).rounded
        } else if a.zoom > b.zoom {
            move.from = from.strengthened(factor, from: to).rounded
        } else {
            (move.from, move.to) = panned(factor)
        }
        return move
    }

    /// Returns the ends of a pan that goes so much farther, with the zoom that gives it room.
    private func panned(_ factor: Double) -> (Draft.KenBurns.View, Draft.KenBurns.View) {
        var (from, to) = ends
        let (a, b) = (from.numbers, to.numbers)
        func travel(_ a: Double, _ b: Double) -> (Double, Double) {
            let (mean, half) = ((a + b) / 2, (b - a) / 2 * factor)
            return (min(max(mean - half, 0), 1), min(max(mean + half, 0), 1))
        }
        let (x, y) = (travel(a.x, b.x), travel(a.y, b.y))
        let farthest = [x.0, x.1, y.0, y.1].map { abs($0 - 0.5) }.max() ?? 0
        let needed = factor > 1 ? min(1 / max(1 - 2 * farthest, 0.1), 10) : 1
        (from.x, from.y, from.zoom) = (x.0, y.0, max(a.zoom, needed))
        (to.x, to.y, to.zoom) = (x.1, y.1, max(b.zoom, needed))
        return (from.rounded, to.rounded)
    }

    /// Returns the move with its nearer end, or all of a pan, at a point of the picture.
    func focused(x: Double, y: Double) -> Draft.KenBurns.Move {
        var (from, to) = ends
        let (a, b) = (from.numbers, to.numbers)
        if a.zoom == b.zoom {
            let (dx, dy) = (x - (a.x + b.x) / 2, y - (a.y + b.y) / 2)
            (from.x, from.y) = (a.x + dx, a.y + dy)
            (to.x, to.y) = (b.x + dx, b.y + dy)
        } else if a.zoom > b.zoom {
            (from.x, from.y) = (x, y)
        } else {
            (to.x, to.y) = (x, y)
        }
        var move = self
        (move.from, move.to) = (from.rounded, to.rounded)
        return move
    }
}
