/// How many colours a terminal has for its characters.
package enum TerminalColors: Hashable, Sendable {
    /// 8 bits for each of red, green and blue.
    case full
    /// The colours 16 to 255 of xterm: a cube of 6 x 6 x 6, and 24 grays. The first 16 are what the
    /// user made of them.
    case indexed

    /// The levels of the cube.
    static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

    /// What stands behind `38;` or `48;` in an SGR sequence for a colour.
    func parameters(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> String {
        switch self {
        case .full: "2;\(red);\(green);\(blue)"
        case .indexed: "5;\(Self.index(red, green, blue))"
        }
    }

    /// The colour next to this one, by the squared distance in RGB.
    private static func index(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
        let (r, g, b) = (nearestLevel[Int(red)], nearestLevel[Int(green)], nearestLevel[Int(blue)])
        func distance(_ r: UInt8, _ g: UInt8, _ b: UInt8) -> Int {
            let (x, y, z) = (Int(r) - Int(red), Int(g) - Int(green), Int(b) - Int(blue))
            return x * x + y * y + z * z
        }
        // The gray next to a colour is the one next to its mean; the steps are 8, 18 … 238.
        let sum = Int(red) + Int(green) + Int(blue)
        let step = min((max(sum - 3 * 8, 0) + 15) / 30, 23)
        let gray = UInt8(8 + 10 * step)
        let isCube =
            distance(levels[r], levels[g], levels[b]) <= distance(gray, gray, gray)
        return isCube ? 16 + 36 * r + 6 * g + b : 232 + step
    }

    private static let nearestLevel: [Int] = (0...255).map { value in
        levels.indices.min { abs(Int(levels[$0]) - value) < abs(Int(levels[$1]) - value) } ?? 0
    }
}
