/// A key, or a paste, as a line editor understands it.
package enum Key: Hashable, Sendable {
    /// What was typed, one scalar at a time.
    case text(String)
    /// What was pasted in one piece.
    case paste(String)
    case left, right, wordLeft, wordRight
    case home, end
    case up, down
    case backspace, delete, deleteWord
    /// Takes away what stands behind the cursor, or before it.
    case killToEnd, killToStart
    case enter, tab
    /// Ctrl-C.
    case interrupt
    /// Ctrl-D.
    case endOfInput
    /// Ctrl-L.
    case clearScreen
    /// Ctrl-Z.
    case suspend
}
