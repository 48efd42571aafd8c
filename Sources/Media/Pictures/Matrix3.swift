/// A 3 x 3 matrix, row by row.
struct Matrix3: Hashable {
    var rows: [SIMD3<Double>]

    /// The matrix whose columns are given.
    init(columns red: SIMD3<Double>, _ green: SIMD3<Double>, _ blue: SIMD3<Double>) {
        rows = (0..<3).map { SIMD3(red[$0], green[$0], blue[$0]) }
    }

    /// The matrix from a colour space to XYZ, by its `chromaticities`.
    ///
    /// These are x and y of white, red, green and blue; equal amounts make white with Y = 1. Nil
    /// for what can't be a colour space.
    init?(chromaticities c: [Double]) {
        guard c.count == 8, c.allSatisfy(\.isFinite) else { return nil }
        let points = stride(from: 0, to: 8, by: 2).map {
            SIMD3(c[$0], c[$0 + 1], 1 - c[$0] - c[$0 + 1])
        }
        guard points[0].y > 0.01 else { return nil }
        let primaries = Matrix3(columns: points[1], points[2], points[3])
        guard let amounts = primaries.inverse?.times(points[0] / points[0].y) else { return nil }
        self.init(
            columns: points[1] * amounts.x, points[2] * amounts.y, points[3] * amounts.z)
    }

    /// Turns colours seen under one white point into those that look alike under another.
    ///
    /// The linear Bradford method (ICC.1:2022, annex E).
    init?(adaptingFrom source: SIMD3<Double>, to target: SIMD3<Double>) {
        let cone = Matrix3(
            columns: SIMD3(0.8951, -0.7502, 0.0389), SIMD3(0.2664, 1.7135, -0.0685),
            SIMD3(-0.1614, 0.0367, 1.0296))
        guard let back = cone.inverse else { return nil }
        let ratio = cone.times(target) / cone.times(source)
        self = back.times(
            Matrix3(columns: SIMD3(ratio.x, 0, 0), SIMD3(0, ratio.y, 0), SIMD3(0, 0, ratio.z))
                .times(cone))
    }

    /// Takes light of the given primaries to that of the sRGB primaries, white to white.
    ///
    /// `chromaticities` are as in `init(chromaticities:)`; nil for what can't be a colour space.
    init?(toStandardFrom chromaticities: [Double]) {
        guard let source = Matrix3(chromaticities: chromaticities),
            let standard = Matrix3(chromaticities: SRGB.chromaticities),
            let back = standard.inverse,
            let adaptation = Matrix3(
                adaptingFrom: source.times(SIMD3(1, 1, 1)), to: standard.times(SIMD3(1, 1, 1)))
        else { return nil }
        self = back.times(adaptation.times(source))
    }

    func times(_ vector: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3((rows[0] * vector).sum(), (rows[1] * vector).sum(), (rows[2] * vector).sum())
    }

    func times(_ other: Matrix3) -> Matrix3 {
        let columns = (0..<3).map { column in times(other.column(column)) }
        return Matrix3(columns: columns[0], columns[1], columns[2])
    }

    func column(_ index: Int) -> SIMD3<Double> {
        SIMD3(rows[0][index], rows[1][index], rows[2][index])
    }

    /// The inverse by cofactors, nil where there is none worth the name.
    var inverse: Matrix3? {
        let cofactors = (0..<3).map { cross(rows[($0 + 1) % 3], rows[($0 + 2) % 3]) }
        let determinant = (rows[0] * cofactors[0]).sum()
        guard determinant.isFinite, abs(determinant) > 1e-9 else { return nil }
        return Matrix3(
            columns: cofactors[0] / determinant, cofactors[1] / determinant,
            cofactors[2] / determinant)
    }

    /// Whether no colour is moved by more than a few thousandths.
    var isNearlyIdentity: Bool {
        (0..<3).allSatisfy { row in
            (0..<3).allSatisfy { abs(rows[row][$0] - (row == $0 ? 1 : 0)) < 0.005 }
        }
    }

    private func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
    }
}
