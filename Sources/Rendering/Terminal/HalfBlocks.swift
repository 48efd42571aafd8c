/// Pictures out of characters: each cell shows two pixels, one over the other.
///
/// The character is the upper half block, its colour the upper pixel, the colour behind it the
/// lower one.
package struct HalfBlocks: Sendable {
    private let colors: TerminalColors

    package init(_ colors: TerminalColors) { self.colors = colors }

    /// Returns the lines that show `picture`: a column for each of its columns, a line for two of
    /// its rows.
    ///
    /// Each line sets its colours itself and sets them back at its end. Under a last odd row is
    /// what the terminal has there.
    package func lines(of picture: RGBPicture) -> [String] {
        stride(from: 0, to: picture.height, by: 2).map { line(picture, row: $0) }
    }

    private func line(_ picture: RGBPicture, row: Int) -> String {
        var text = ""
        var (upper, lower) = ("", "")
        for x in 0..<picture.width {
            let above = color(picture, x, row)
            let below = row + 1 < picture.height ? color(picture, x, row + 1) : nil
            var codes: [String] = []
            if above != upper { codes.append("38;" + above) }
            if let below, below != lower { codes.append("48;" + below) }
            (upper, lower) = (above, below ?? lower)
            if !codes.isEmpty { text += "\u{1B}[\(codes.joined(separator: ";"))m" }
            text += "▀"
        }
        return text + "\u{1B}[0m"
    }

    private func color(_ picture: RGBPicture, _ x: Int, _ y: Int) -> String {
        let offset = 3 * (y * picture.width + x)
        let pixels = picture.pixels
        return colors.parameters(pixels[offset], pixels[offset + 1], pixels[offset + 2])
    }
}
