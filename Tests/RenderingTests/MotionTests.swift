import Foundation
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

/// A slow zoom with a pan, judged by the places of dots.
@Suite struct MotionTests {
    private static let source = (width: 1280, height: 720)
    private static let canvas = Canvas.make(640, 360)
    private static let frameCount = 300
    private static let watched = 120..<180
    private static let ground = 60.0
    private static let dots: [(x: Double, y: Double)] = [
        (330.3, 200.7), (660.1, 190.2), (960.8, 230.4), (420.5, 380.9), (700.6, 420.3),
        (980.2, 470.6), (300.9, 520.1), (610.4, 560.8),
    ]

    /// The view at frame `k`, by the draft's formulas: from zoom 1 at the middle to 1.1 off it.
    private static func view(_ k: Int) -> (x: Double, y: Double, width: Double) {
        let (w0, w1) = (1280.0, 1280 / 1.1)
        let (x0, y0, x1, y1) = (640.0, 360.0, 692.0, 334.0)
        let u = Double(k) / Double(frameCount)
        let width = w0 * pow(w1 / w0, u)
        let travel = (width - w0) / (w1 - w0)
        return (x0 + (x1 - x0) * travel, y0 + (y1 - y0) * travel, width)
    }

    private static var move: KenBurnsMove {
        KenBurnsMove(
            start: CropRectangle(centerX: 640, centerY: 360, width: 1280, height: 720),
            end: CropRectangle(
                centerX: 692, centerY: 334, width: 1280 / 1.1, height: 720 / 1.1),
            easing: .linear)
    }

    /// Where a source point is seen on the canvas, in edge coordinates.
    private static func place(_ dot: (x: Double, y: Double), at k: Int) -> SIMD2<Double> {
        let view = view(k)
        let scale = view.width / 640
        return SIMD2((dot.x - view.x) / scale + 320, (dot.y - view.y) / scale + 180)
    }

    private static func pixels() -> [UInt8] {
        var values = [Double](repeating: ground, count: source.width * source.height)
        for dot in dots {
            for y in Int(dot.y) - 32...Int(dot.y) + 32 {
                for x in Int(dot.x) - 32...Int(dot.x) + 32 {
                    let (dx, dy) = (Double(x) + 0.5 - dot.x, Double(y) + 0.5 - dot.y)
                    values[y * source.width + x] += 170 * exp(-(dx * dx + dy * dy) / 72)
                }
            }
        }
        return values.map { UInt8($0.rounded()) }
    }

    private static let radius = 14

    /// The pixels around the place that a dot should have.
    private static func window(_ dot: (x: Double, y: Double), _ k: Int) -> (
        columns: Range<Int>, rows: Range<Int>
    ) {
        let place = place(dot, at: k)
        let (x, y) = (Int(place.x), Int(place.y))
        return (x - radius..<x + radius + 1, y - radius..<y + radius + 1)
    }

    /// The centre of what stands out of the ground.
    private static func centroid(
        columns: Range<Int>, rows: Range<Int>, value: (_ x: Int, _ y: Int) -> Double
    ) -> SIMD2<Double> {
        let level = 16 + 219 * ground / 255
        var (sum, sumX, sumY) = (0.0, 0.0, 0.0)
        for y in rows {
            for x in columns {
                // What rounding leaves of the ground would pull the centre to the window's.
                let weight = value(x, y) - level
                guard weight > 2 else { continue }
                sum += weight
                sumX += weight * (Double(x) + 0.5)
                sumY += weight * (Double(y) + 0.5)
            }
        }
        return SIMD2(sumX / sum, sumY / sum)
    }

    private typealias Path = [SIMD2<Double>]

    private func length(_ vector: SIMD2<Double>) -> Double { hypot(vector.x, vector.y) }

    /// Mean difference of accelerations, root mean square difference of places.
    private func errors(_ path: Path, _ exact: Path) -> (acceleration: Double, position: Double) {
        let off: Path = zip(path, exact).map { $0 - $1 }
        var (bends, squares) = (0.0, 0.0)
        for i in 1..<off.count - 1 {
            bends += length(off[i - 1] - 2 * off[i] + off[i + 1])
            squares += (off[i] * off[i]).sum()
        }
        let count = Double(off.count - 2)
        return (bends / count, (squares / count).squareRoot())
    }

    @Test func dotsOfASlowZoomFollowTheFormulaWithoutTrembling() async throws {
        let folder = try TemporaryFolder()
        let pixels = Self.pixels()
        let picture = try PictureFile(
            Self.source.width, Self.source.height, channels: 1, pixels, in: folder)
        let plan = RenderPlan.make(
            Self.canvas, frameCount: Self.frameCount,
            tracks: [
                .make([
                    .make(
                        .picture(.make(picture, move: Self.move)), .whole(Self.canvas),
                        frames: 0..<Self.frameCount)
                ])
            ])
        let frames = try await plan.drawn(Self.watched)
        let reference = LanczosReference(
            width: Self.source.width, height: Self.source.height,
            samples: pixels.map { 16 + 219 * Double($0) / 255 })
        var (sum, referenceSum) = (0.0, 0.0)
        for dot in Self.dots {
            let exact = Self.watched.map { Self.place(dot, at: $0) }
            let path = zip(Self.watched, frames).map { k, frame in
                let window = Self.window(dot, k)
                return Self.centroid(columns: window.columns, rows: window.rows) { frame.y($0, $1) }
            }
            let found = errors(path, exact)
            #expect(found.position < 0.02)
            for (i, j) in zip(path.indices, path.indices.dropFirst()) {
                #expect(((path[j] - path[i]) * (exact[j] - exact[i])).sum() > 0)
            }
            sum += found.acceleration
            referenceSum += errors(referencePath(dot, reference), exact).acceleration
        }
        let (mean, floor) = (
            sum / Double(Self.dots.count), referenceSum / Double(Self.dots.count)
        )
        #expect(mean < 0.02)
        #expect(mean <= 1.5 * floor)
    }

    /// The path that an exact filter shows once its frames are rounded to 8 bits.
    private func referencePath(_ dot: (x: Double, y: Double), _ reference: LanczosReference) -> Path
    {
        Self.watched.map { k in
            let (window, view) = (Self.window(dot, k), Self.view(k))
            let step = view.width / 640
            let values = reference.sampled(
                left: view.x - view.width / 2, top: view.y - view.width * 9 / 32, step: step,
                columns: window.columns, rows: window.rows)
            return Self.centroid(columns: window.columns, rows: window.rows) { x, y in
                let (column, row) = (x - window.columns.lowerBound, y - window.rows.lowerBound)
                return values[row * window.columns.count + column].rounded()
            }
        }
    }
}
