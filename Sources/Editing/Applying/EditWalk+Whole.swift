import Foundation
import Planning

extension EditWalk {
    mutating func changeWhole(_ change: WholeChange) throws(EditProblem) {
        switch change {
        case .aspect(let width, let height): try shape(width, height)
        case .resolution(let side): try scale(to: side)
        case .size(let width, let height): try size(width, height)
        case .frameRate(let rate):
            if draft.metadata.frameRate ?? FrameRate(30) != rate { draft.metadata.frameRate = rate }
        case .length(let adjustment): try changeLength(adjustment)
        case .pace(let factor): try pace(factor)
        case .theme(let theme): draft = draft.restyled(to: theme)
        case .background(let color):
            if draft.metadata.background ?? .black != color { draft.metadata.background = color }
        case .language(let language): draft.metadata.lang = language
        case .name(let name): draft.metadata.title = name
        case .loudness(let adjustment):
            let present: Double? =
                if case .target(let level) = draft.metadata.loudness ?? .target(-14) {
                    level
                } else { nil }
            let new = try bounded(adjustment, present ?? -14, -70...0).rounded(places: 1)
            if new != present { draft.metadata.loudness = .target(new) }
        }
    }

    private var side: (width: Int, height: Int) {
        (draft.metadata.width ?? 1920, draft.metadata.height ?? 1080)
    }

    /// Gives the canvas another shape; its shorter side stays.
    private mutating func shape(_ width: Int, _ height: Int) throws(EditProblem) {
        try check(min(width, height), 1...1000)
        try check(max(width, height), 1...1000)
        let short = Double(min(side.width, side.height))
        let long = short * Double(max(width, height)) / Double(min(width, height))
        try size(
            width < height ? Int(short) : Self.even(long),
            width < height ? Self.even(long) : Int(short))
    }

    private mutating func scale(to short: Int) throws(EditProblem) {
        try check(short, Draft.Metadata.sides)
        let (width, height) = side
        let factor = Double(short) / Double(min(width, height))
        try size(
            width <= height ? short : Self.even(Double(width) * factor),
            width <= height ? Self.even(Double(height) * factor) : short)
    }

    private mutating func size(_ width: Int, _ height: Int) throws(EditProblem) {
        try check(width, Draft.Metadata.sides)
        try check(height, Draft.Metadata.sides)
        let (w, h) = (Self.even(Double(width)), Self.even(Double(height)))
        if w != side.width { draft.metadata.width = w }
        if h != side.height { draft.metadata.height = h }
    }

    private static func even(_ number: Double) -> Int { Int((number / 2).rounded()) * 2 }

    /// Makes the whole longer or shorter: the pictures share the change in proportion.
    private mutating func changeLength(_ adjustment: Adjustment) throws(EditProblem) {
        var shots = try shots()
        guard !shots.isEmpty else { throw .none(Reference(.picture)) }
        let whole = wholeLength
        let target = try milliseconds(adjustment, whole, Self.lengths)
        if target < narrationEnd, target < whole {
            throw .narrationGoesOn(until: narrationEnd)
        }
        let gaps = shots.dropFirst().map(\.gap).reduce(0, +)
        // What is shown longer than the pictures are stays behind them.
        let outside = frame.start + gaps + max(0, whole - frame.end)
        let least = shots.count * Self.shortestLength + outside
        guard target >= least else {
            throw .outOfBounds(operation, allowed: Double(least)...Double(Draft.longestTime))
        }
        Self.share(target - outside, among: &shots)
        try lay(shots)
    }

    /// Gives all pictures their share of a length; the last one takes what rounding leaves.
    private static func share(_ length: Int, among shots: inout [Shot]) {
        let old = shots.map(\.length).reduce(0, +)
        let factor = Double(length) / Double(max(1, old))
        for index in shots.indices {
            shots[index].length = max(1, Int((Double(shots[index].length) * factor).rounded()))
            shots[index].isFixed = true
        }
        let last = shots.count - 1
        let rest = shots.dropLast().map(\.length).reduce(0, +)
        shots[last].length = max(1, length - rest)
    }
}
