import CLibav

/// What one place of a file says that colours mean: the names of ITU-T H.273 as libav writes them,
/// nil where it says nothing.
package struct ColorTags: Hashable, Sendable {
    package var matrix: String?
    package var primaries: String?
    package var transfer: String?
    package var isFullRange: Bool?

    /// Takes H.273's numbers, of which 2 is "not specified".
    init(matrix: UInt32, primaries: UInt32, transfer: UInt32, isFullRange: Bool?) {
        func name(_ number: UInt32, _ text: UnsafePointer<CChar>?) -> String? {
            number == 2 ? nil : text.map { String(cString: $0) }
        }
        self.matrix = name(matrix, av_color_space_name(AVColorSpace(rawValue: matrix)))
        self.primaries = name(
            primaries, av_color_primaries_name(AVColorPrimaries(rawValue: primaries)))
        self.transfer = name(
            transfer, av_color_transfer_name(AVColorTransferCharacteristic(rawValue: transfer)))
        self.isFullRange = isFullRange
    }
}
