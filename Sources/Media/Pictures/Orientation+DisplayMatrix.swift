extension Orientation {
    /// Reads the quarter turns and mirrorings out of a display matrix as ISO/IEC 14496-12 (8.3.2)
    /// lays it out; any other turn counts as none.
    ///
    /// The matrix takes a stored point (x, y) to (a x + c y, b x + d y), up to a shift.
    init(displayMatrix matrix: [Int32]) {
        guard matrix.count >= 5 else {
            self = .upright
            return
        }
        let signs = [matrix[0], matrix[1], matrix[3], matrix[4]].map { $0.signum() }
        self =
            switch signs {
            case [-1, 0, 0, 1]: .mirrored
            case [-1, 0, 0, -1]: .upsideDown
            case [1, 0, 0, -1]: .mirroredUpsideDown
            case [0, 1, 1, 0]: .mirroredLeft
            case [0, 1, -1, 0]: .right
            case [0, -1, -1, 0]: .mirroredRight
            case [0, -1, 1, 0]: .left
            default: .upright
            }
    }
}
