import CFreeType

/// A straight piece of an outline, in pixels, y down.
struct LineSegment {
    var startX: Float
    var startY: Float
    var endX: Float
    var endY: Float
}

extension FT_Outline {
    /// Returns an outline in 1/64 pixels, y up, as straight pieces around an origin on the canvas.
    mutating func flattened(originX: Double, originY: Double) -> [LineSegment] {
        let walker = OutlineFlattener(originX: originX, originY: originY)
        var functions = FT_Outline_Funcs(
            move_to: { flattener(of: $1)?.move(to: $0) ?? 1 },
            line_to: { flattener(of: $1)?.curve(to: $0) ?? 1 },
            conic_to: { flattener(of: $2)?.curve($0, to: $1) ?? 1 },
            cubic_to: { flattener(of: $3)?.curve($0, $1, to: $2) ?? 1 },
            shift: 0, delta: 0)
        let context = Unmanaged.passUnretained(walker).toOpaque()
        // A damaged outline gives the pieces before its error.
        return withExtendedLifetime(walker) {
            _ = FT_Outline_Decompose(&self, &functions, context)
            return walker.segments
        }
    }
}

private func flattener(of context: UnsafeMutableRawPointer?) -> OutlineFlattener? {
    context.map { Unmanaged<OutlineFlattener>.fromOpaque($0).takeUnretainedValue() }
}

/// Collects the pieces of an outline while FreeType walks along it; each verb returns 0.
private final class OutlineFlattener {
    private(set) var segments: [LineSegment] = []
    private let originX: Double
    private let originY: Double
    private var last = (x: 0.0, y: 0.0)

    /// How far in pixels a piece may lie off its curve: far below what 8 bits of coverage can show.
    private static let tolerance = 0.02

    init(originX: Double, originY: Double) {
        self.originX = originX
        self.originY = originY
    }

    func move(to end: UnsafePointer<FT_Vector>?) -> Int32 {
        last = point(end)
        return 0
    }

    /// Adds a Bézier curve with none, one or two control points.
    func curve(
        _ first: UnsafePointer<FT_Vector>? = nil, _ second: UnsafePointer<FT_Vector>? = nil,
        to end: UnsafePointer<FT_Vector>?
    ) -> Int32 {
        let (p0, p3) = (last, point(end))
        switch (first, second) {
        case (nil, _):
            add(p3)
        case (let control?, nil):
            // A conic is the cubic whose controls lie at two thirds of the way.
            let p = point(control)
            addCubic(
                p0, (p0.x + (p.x - p0.x) * 2 / 3, p0.y + (p.y - p0.y) * 2 / 3),
                (p3.x + (p.x - p3.x) * 2 / 3, p3.y + (p.y - p3.y) * 2 / 3), p3)
        case (let first?, let second?):
            addCubic(p0, point(first), point(second), p3)
        }
        return 0
    }

    private typealias Point = (x: Double, y: Double)

    private func addCubic(_ p0: Point, _ p1: Point, _ p2: Point, _ p3: Point) {
        // The chord of a step h is off by at most h²/8 times the second derivative.
        let bend = max(
            abs(p0.x - 2 * p1.x + p2.x) + abs(p0.y - 2 * p1.y + p2.y),
            abs(p1.x - 2 * p2.x + p3.x) + abs(p1.y - 2 * p2.y + p3.y))
        let steps = min(max((0.75 * bend / Self.tolerance).squareRoot().rounded(.up), 1), 200)
        for step in 1...Int(steps) {
            let t = Double(step) / steps
            let s = 1 - t
            let (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            add(
                (
                    a * p0.x + b * p1.x + c * p2.x + d * p3.x,
                    a * p0.y + b * p1.y + c * p2.y + d * p3.y
                ))
        }
    }

    private func add(_ end: Point) {
        segments.append(
            LineSegment(
                startX: Float(last.x), startY: Float(last.y), endX: Float(end.x),
                endY: Float(end.y)))
        last = end
    }

    private func point(_ vector: UnsafePointer<FT_Vector>?) -> Point {
        guard let vector = vector?.pointee else { return last }
        return (originX + Double(vector.x) / 64, originY - Double(vector.y) / 64)
    }
}
