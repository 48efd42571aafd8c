/// A run of stereo samples, planar, 48 kHz, full scale at ±1.
package struct AudioBlock: Hashable, Sendable {
    package var left: [Float]

    /// As long as `left`.
    package var right: [Float]

    package init(left: [Float], right: [Float]) {
        self.left = left
        self.right = right
    }

    /// Creates `count` samples of digital silence.
    package init(silence count: Int) {
        left = [Float](repeating: 0, count: max(count, 0))
        right = left
    }

    package var count: Int { left.count }

    /// Returns the block with every sample times `gain`.
    package func scaled(by gain: Float) -> AudioBlock {
        guard gain != 1 else { return self }
        return AudioBlock(left: left.map { $0 * gain }, right: right.map { $0 * gain })
    }
}
