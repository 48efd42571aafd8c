import Foundation

/// The raster and the pace of a picture stream: 8-bit 4:2:0, BT.709, limited range, constant rate.
package struct VideoFormat: Hashable, Sendable {
    /// In pixels; both even.
    package var width: Int
    package var height: Int

    /// Frames a second as a fraction.
    package var rateNumerator: Int
    package var rateDenominator: Int

    package init(width: Int, height: Int, rateNumerator: Int, rateDenominator: Int) {
        self.width = width
        self.height = height
        self.rateNumerator = rateNumerator
        self.rateDenominator = rateDenominator
    }
}

/// The memory of a frame: three planes of 8-bit samples.
///
/// Rows can be written up to their stride.
package struct FrameMemory {
    package var luma: UnsafeMutablePointer<UInt8>
    package var cb: UnsafeMutablePointer<UInt8>
    package var cr: UnsafeMutablePointer<UInt8>
    package var lumaStride: Int
    package var chromaStride: Int
}
