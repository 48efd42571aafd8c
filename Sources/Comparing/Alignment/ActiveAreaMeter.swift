/// Finds the bars of a film: rows and columns at the border that stay flat and dark throughout.
struct ActiveAreaMeter {
    private static let width = VideoSignature.width
    private static let height = VideoSignature.height

    /// The brightest each cell has been, and the sum of all.
    private var brightest = [UInt8](repeating: 0, count: width * height)
    private var sums = [Int](repeating: 0, count: width * height)
    private var count = 0

    mutating func add(_ luma: [UInt8]) {
        guard luma.count == brightest.count else { return }
        count += 1
        for index in luma.indices {
            brightest[index] = max(brightest[index], luma[index])
            sums[index] &+= Int(luma[index])
        }
    }

    /// What lies within the bars; all where none are, or nothing else is.
    var area: PictureArea {
        guard count > 0 else { return .all }
        let rows = (0..<Self.height).map { y in (0..<Self.width).map { y * Self.width + $0 } }
        let columns = (0..<Self.width).map { x in (0..<Self.height).map { $0 * Self.width + x } }
        let (left, right) = (bar(columns), bar(columns.reversed()))
        let (top, bottom) = (bar(rows), bar(rows.reversed()))
        let width = 1 - (left + right) / Double(Self.width)
        let height = 1 - (top + bottom) / Double(Self.height)
        guard width > 0.2, height > 0.2 else { return .all }
        return PictureArea(
            x: left / Double(Self.width), y: top / Double(Self.height), width: width,
            height: height)
    }

    /// The thickness of the bar where `lines` start, in lines.
    ///
    /// The line in which the picture starts counts by how bright it is beside the next one.
    private func bar(_ lines: [[Int]]) -> Double {
        let dark = 22
        guard let first = lines.firstIndex(where: { $0.contains { brightest[$0] > dark } }),
            first > 0, first + 1 < lines.count
        else { return 0 }
        let black = mean(lines[first - 1])
        let (edge, inside) = (mean(lines[first]), mean(lines[first + 1]))
        guard inside > black + 4 else { return Double(first) }
        return Double(first) + 1 - min(max((edge - black) / (inside - black), 0), 1)
    }

    private func mean(_ line: [Int]) -> Double {
        Double(line.reduce(0) { $0 + sums[$1] }) / Double(max(line.count * count, 1))
    }
}
