/// A known way in which B's stored colours come from A's.
struct ColorMistake: Hashable, Sendable {
    enum Matrix: Hashable, Sendable, CaseIterable {
        case same
        /// B was made by BT.601 and is read as BT.709.
        case bt601
        /// B was made by BT.709 and is read as BT.601, and stored anew.
        case bt709

        var message: String? {
            switch self {
            case .same: nil
            case .bt601: "B looks like BT.601 read as BT.709"
            case .bt709: "B looks like BT.709 read as BT.601"
            }
        }
    }

    enum Range: Hashable, Sendable, CaseIterable {
        case same
        /// B holds full range's values where limited range is read: harsh, ends crushed.
        case full
        /// B holds limited range's values where full range is read: pale.
        case limited

        var message: String? {
            switch self {
            case .same: nil
            case .full: "B looks like full range read as limited"
            case .limited: "B looks like limited range read as full"
            }
        }
    }

    var matrix = Matrix.same
    var range = Range.same
    /// Whether what is out of gamut was lost on the way.
    var clips = false
    /// What is done to luma beside.
    var gain = 1.0
    var offset = 0.0

    /// All mistakes of matrix and range, each alone before both together.
    static let named: [ColorMistake] = {
        let matrices = Matrix.allCases.dropFirst().flatMap { matrix in
            [false, true].map { ColorMistake(matrix: matrix, clips: $0) }
        }
        let ranges = Range.allCases.dropFirst().map { ColorMistake(range: $0) }
        let both = matrices.flatMap { matrix in
            ranges.map {
                ColorMistake(matrix: matrix.matrix, range: $0.range, clips: matrix.clips)
            }
        }
        return matrices + ranges + both
    }()

    /// How much more contrast B's luma has by it.
    var contrast: Double {
        switch range {
        case .same: gain
        case .full: gain * 255 / 219
        case .limited: gain * 219 / 255
        }
    }

    var isDouble: Bool { matrix != .same && range != .same }

    /// Returns what B stores where A stores `color`, both read as limited range.
    func apply(_ color: SIMD3<Double>) -> SIMD3<Double> {
        var result = color
        switch matrix {
        case .same: break
        case .bt601: result = YCbCr.bt601.stored(clipped(YCbCr.bt709.rgb(color)))
        case .bt709: result = YCbCr.bt709.stored(clipped(YCbCr.bt601.rgb(color)))
        }
        switch range {
        case .same: break
        case .full: result = YCbCr.widened(result)
        case .limited: result = YCbCr.narrowed(result)
        }
        result.x = gain * result.x + offset
        return result.clamped(
            lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: 255))
    }

    private func clipped(_ rgb: SIMD3<Double>) -> SIMD3<Double> {
        clips
            ? rgb.clamped(lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: 1)) : rgb
    }
}
