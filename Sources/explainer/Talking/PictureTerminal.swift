import Foundation

/// How a terminal shows pictures between its lines.
enum PictureTerminal {
    /// The graphics protocol of kitty, which Ghostty and others have too.
    case kitty
    /// The inline images of iTerm2, which WezTerm has too.
    case inlineImages

    /// What the terminal of this process says it can; nil for nothing.
    init?(_ environment: [String: String]) {
        let program = environment["TERM_PROGRAM"] ?? ""
        let term = environment["TERM"] ?? ""
        // Between us and the terminal, these two let no picture through.
        guard environment["TMUX"] == nil, !term.hasPrefix("screen") else { return nil }
        if environment["KITTY_WINDOW_ID"] != nil || term == "xterm-kitty"
            || program.lowercased() == "ghostty" || term == "xterm-ghostty"
        {
            self = .kitty
        } else if ["iTerm.app", "WezTerm"].contains(program)
            || environment["LC_TERMINAL"] == "iTerm2"
        {
            self = .inlineImages
        } else {
            return nil
        }
    }

    /// Returns what shows the PNG in `data`.
    func text(for data: Data) -> String {
        let text = data.base64EncodedString()
        switch self {
        case .inlineImages:
            return "\u{1B}]1337;File=inline=1;size=\(data.count):\(text)\u{7}\n"
        case .kitty: return Self.pieces(of: text)
        }
    }

    /// At most 4096 bytes at a time.
    private static func pieces(of text: String) -> String {
        let bytes = Array(text.utf8)
        let starts = stride(from: 0, to: bytes.count, by: 4096)
        let pieces = starts.map { start in
            let end = min(start + 4096, bytes.count)
            let keys = (start == 0 ? "f=100,a=T,q=2," : "") + "m=\(end < bytes.count ? 1 : 0)"
            let payload = String(decoding: bytes[start..<end], as: UTF8.self)
            return "\u{1B}_G\(keys);\(payload)\u{1B}\\"
        }
        return pieces.joined() + "\n"
    }
}
