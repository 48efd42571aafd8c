/// The pages that links of clients lead to.
enum LocalPages {
    static func claim(session: String?) -> String {
        let isID = session.map { (1...64).contains($0.utf8.count) && $0.utf8.allSatisfy(isSafe) }
        let line = isID == true ? "<p>Session: \(session ?? "")</p>" : ""
        return page(
            "Your project",
            "<p>This project is kept on this machine; nothing has to be claimed."
                + "</p>\(line)<p>Go on where you began: ask for its state, or for the video.</p>")
    }

    static let register = page(
        "No account needed",
        "<p>This server runs on your machine. Rendering is free, and there is nothing to sign up "
            + "for.</p>")

    /// What somebody sees who has a preview's address without its key.
    static let stranger = page(
        "This preview has a key", "<p>Open the whole address that the terminal shows.</p>")

    private static func isSafe(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    private static func page(_ title: String, _ body: String) -> String {
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>\(title)</title>
        <style>body{font-family:sans-serif;max-width:40em;margin:4em auto;padding:0 1em}</style>
        <h1>\(title)</h1>\(body)</html>
        """
    }
}
