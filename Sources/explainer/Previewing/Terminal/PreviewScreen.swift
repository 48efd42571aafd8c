import Foundation
import Planning
import Rendering

/// The part of a terminal that shows pictures: all but the two lowest lines.
struct PreviewScreen {
    /// How it shows them.
    enum Way: Hashable {
        case files(PictureTerminal)
        case sixels
        case blocks(TerminalColors)
    }

    private(set) var way: Way
    private(set) var columns = 0
    private(set) var rows = 0

    /// Small where nobody says: a picture that is higher than its lines would scroll the screen.
    private var cell = (width: 6, height: 12)

    /// Whether more can be learnt by asking the terminal.
    let asks: Bool

    /// Lines below the picture.
    static let footer = 2

    /// Pixels of a picture's longer side that are sent at most.
    private static let mostPixels = 960

    init(_ environment: [String: String]) {
        let depth = environment["COLORTERM"] ?? ""
        if let terminal = PictureTerminal(environment) {
            (way, asks) = (.files(terminal), false)
        } else {
            way = .blocks(["truecolor", "24bit"].contains(depth) ? .full : .indexed)
            asks = !PictureTerminal.isShared(environment)
        }
    }

    /// Takes over what is known by now; false where nothing is different.
    mutating func update(_ answer: TerminalAnswer) -> Bool {
        let before = self
        (columns, rows) = TerminalMode.size
        if asks, answer.hasSixels { way = .sixels }
        if let cell = answer.cell ?? TerminalMode.cell { self.cell = cell }
        return before.way != way || before.columns != columns || before.rows != rows
            || before.cell != cell
    }

    private var pictureRows: Int { max(rows - Self.footer, 1) }

    // MARK: - Sizes

    /// The size in pixels that a picture of `width` to `height` has here.
    private func size(_ width: Int, _ height: Int) -> (width: Int, height: Int) {
        var room: (width: Double, height: Double)
        if case .blocks = way {
            room = (Double(columns), Double(2 * pictureRows))
        } else {
            room = (Double(columns * cell.width), Double(pictureRows * cell.height))
        }
        let (width, height) = (Double(width), Double(height))
        let most = Double(Self.mostPixels) / max(width, height)
        let scale = min(room.width / width, room.height / height, most)
        return (max(Int(width * scale), 1), max(Int(height * scale), 1))
    }

    /// The size at which a draft of `width` to `height` is planned; nil for its own.
    ///
    /// It is as small as it is shown, as far as canvases may be.
    func plannedSize(_ width: Int, _ height: Int) -> CanvasSize? {
        let shown = size(width, height)
        let factor = (15 + min(shown.width, shown.height)) / min(shown.width, shown.height)
        func side(_ length: Int) -> Int { max(length * factor / 2 * 2, 16) }
        return CanvasSize(parsing: "\(side(shown.width))x\(side(shown.height))")
    }

    // MARK: - Drawing

    /// Returns what draws `picture`, in the middle between the left and the right edge.
    func drawing(of picture: RGBPicture) throws -> String {
        switch way {
        case .files(let terminal): return try drawing(of: picture, terminal)
        case .sixels:
            let picture = fitted(picture)
            let width = (picture.width + cell.width - 1) / cell.width
            return place(row: 0, width: width) + Sixels.text(of: picture)
        case .blocks(let colors):
            let picture = fitted(picture)
            let lines = HalfBlocks(colors).lines(of: picture)
            let top = (pictureRows - lines.count) / 2
            return lines.enumerated().map { row, line in
                place(row: top + row, width: picture.width) + line
            }.joined()
        }
    }

    private func drawing(of picture: RGBPicture, _ terminal: PictureTerminal) throws -> String {
        let room = Double(columns * cell.width) / Double(pictureRows * cell.height)
        let shape = Double(picture.width) / Double(picture.height)
        let data = try picture.png()
        guard shape < room else {
            return place(row: 0, width: columns)
                + terminal.text(for: data, extent: .columns(columns))
        }
        let height = Double(pictureRows * cell.height)
        let width = Int((height * shape / Double(cell.width)).rounded(.up))
        return place(row: 0, width: width) + terminal.text(for: data, extent: .rows(pictureRows))
    }

    /// A picture that was planned for more room than there is now becomes smaller.
    private func fitted(_ picture: RGBPicture) -> RGBPicture {
        let width = size(picture.width, picture.height).width
        return width < picture.width ? picture.reduced(toWidth: width) : picture
    }

    /// Moves the cursor to where something `width` characters wide begins.
    private func place(row: Int, width: Int) -> String {
        "\u{1B}[\(row + 1);\(max((columns - width) / 2, 0) + 1)H"
    }

    /// Takes away all that was drawn.
    var clearing: String {
        let pictures = way == .files(.kitty) ? "\u{1B}_Ga=d,d=I,i=1,q=2\u{1B}\\" : ""
        return pictures + "\u{1B}[0m\u{1B}[2J"
    }

    /// Returns what draws `text` where the picture would be.
    func drawing(of text: String) -> String {
        let lines = text.split(separator: "\n").flatMap { PreviewStatus.wrapped($0, to: columns) }
        return lines.prefix(pictureRows).enumerated().map { row, line in
            place(row: row, width: columns) + line + "\u{1B}[K"
        }.joined()
    }

    /// Returns what draws `lines` below the picture.
    func drawing(of lines: [String]) -> String {
        lines.suffix(Self.footer).enumerated().map { index, line in
            "\u{1B}[\(rows - Self.footer + index + 1);1H\u{1B}[0m\(line)\u{1B}[0m\u{1B}[K"
        }.joined()
    }
}
