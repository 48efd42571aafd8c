/// A line as a terminal shows it: in rows of its width, with the cursor's place.
package struct LineView: Hashable, Sendable {
    /// Never empty.
    package private(set) var rows: [String] = [""]
    package private(set) var cursorRow = 0
    package private(set) var cursorColumn = 0

    /// Lays out `prompt` and the line.
    ///
    /// - Parameters:
    ///   - prompt: what stands before the line.
    ///   - buffer: the line.
    ///   - columns: the terminal's width.
    ///   - height: the most rows to show: those around the cursor.
    package init(prompt: String, buffer: LineBuffer, columns: Int, height: Int = .max) {
        let columns = max(2, columns)
        var column = 0
        func put(_ character: Character, on view: inout LineView) {
            let width = DisplayWidth.of(character)
            if column + width > columns {
                view.rows.append("")
                column = 0
            }
            view.rows[view.rows.count - 1].append(character)
            column += width
        }
        for character in prompt { put(character, on: &self) }
        for (index, character) in buffer.characters.enumerated() {
            let row = rows.count
            if index == buffer.cursor { mark(column) }
            put(character, on: &self)
            // A wide character that found no room took the cursor with it.
            if index == buffer.cursor, rows.count > row { (cursorRow, cursorColumn) = (row, 0) }
        }
        if buffer.cursor == buffer.characters.count {
            if column >= columns {
                rows.append("")
                column = 0
            }
            mark(column)
        }
        crop(to: max(1, height))
    }

    private mutating func mark(_ column: Int) {
        (cursorRow, cursorColumn) = (rows.count - 1, column)
    }

    private mutating func crop(to height: Int) {
        guard rows.count > height else { return }
        let first = min(max(0, cursorRow - height / 2), rows.count - height)
        rows = Array(rows[first..<(first + height)])
        cursorRow -= first
    }

    /// Returns what draws it from the start of the row at which the one before it began.
    ///
    /// `row` is the row of that one's cursor.
    package func drawing(over row: Int) -> String {
        let up = row > 0 ? "\u{1B}[\(row)A" : ""
        let back = rows.count - 1 - cursorRow
        return "\r" + up + "\u{1B}[J" + rows.joined(separator: "\r\n") + "\r"
            + (back > 0 ? "\u{1B}[\(back)A" : "")
            + (cursorColumn > 0 ? "\u{1B}[\(cursorColumn)C" : "")
    }
}
