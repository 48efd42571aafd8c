import Foundation
import Rendering

/// How a terminal shows pictures between its lines.
enum PictureTerminal {
    /// The graphics protocol of kitty, which Ghostty and others have too.
    case kitty
    /// The inline images of iTerm2, which WezTerm has too.
    case inlineImages

    /// What the terminal of this process says it can; nil for nothing.
    init?(_ environment: [String: String]) {
        guard !Self.isShared(environment) else { return nil }
        let program = environment["TERM_PROGRAM"] ?? ""
        let term = environment["TERM"] ?? ""
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

    /// Whether tmux or screen stands between us and the terminal: they let no picture through.
    static func isShared(_ environment: [String: String]) -> Bool {
        let term = environment["TERM"] ?? ""
        return environment["TMUX"] != nil || environment["STY"] != nil
            || term.hasPrefix("screen") || term.hasPrefix("tmux")
    }

    /// How many characters a picture is wide or high; the other side follows from its shape.
    enum Extent: Hashable {
        case columns(Int)
        case rows(Int)
    }

    /// Returns what shows the PNG in `data` and goes on below it.
    func text(for data: Data) -> String {
        switch self {
        case .inlineImages: Self.inlineImage(data) + "\n"
        case .kitty: Self.pieces(of: data, keys: "") + "\n"
        }
    }

    /// Returns what shows the PNG in `data` from the cursor's place on, instead of the one before.
    func text(for data: Data, extent: Extent) -> String {
        switch (self, extent) {
        case (.inlineImages, .columns(let count)):
            Self.inlineImage(data, "width=\(count);doNotMoveCursor=1;")
        case (.inlineImages, .rows(let count)):
            Self.inlineImage(data, "height=\(count);doNotMoveCursor=1;")
        case (.kitty, .columns(let count)): Self.pieces(of: data, keys: "i=1,p=1,C=1,c=\(count),")
        case (.kitty, .rows(let count)): Self.pieces(of: data, keys: "i=1,p=1,C=1,r=\(count),")
        }
    }

    private static func inlineImage(_ data: Data, _ keys: String = "") -> String {
        let text = data.base64EncodedString()
        return "\u{1B}]1337;File=inline=1;\(keys)size=\(data.count):\(text)\u{7}"
    }

    /// At most 4096 bytes at a time.
    private static func pieces(of data: Data, keys: String) -> String {
        let bytes = Array(data.base64EncodedString().utf8)
        let starts = stride(from: 0, to: bytes.count, by: 4096)
        let pieces = starts.map { start in
            let end = min(start + 4096, bytes.count)
            let first = start == 0 ? "f=100,a=T,q=2,\(keys)" : ""
            let payload = String(decoding: bytes[start..<end], as: UTF8.self)
            return "\u{1B}_G\(first)m=\(end < bytes.count ? 1 : 0);\(payload)\u{1B}\\"
        }
        return pieces.joined()
    }
}

extension RGBPicture {
    /// The picture as a PNG.
    func png() throws -> Data {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "explainer-\(UUID().uuidString).png")
        defer { unlink(file.path) }
        try write(to: file.path)
        return try Data(contentsOf: file)
    }
}
