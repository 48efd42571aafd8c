/// The 256 colours of a GIF, words of ARGB; one of them is clear.
package struct ColorPalette: Hashable, Sendable {
    package let words: [UInt32]

    static let side = 16

    init(words: [UInt32]) { self.words = words }
}
