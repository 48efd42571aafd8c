/// Files that people drop by mistake, told by their first bytes: what each is, and what to do.
struct ForeignFile {
    /// What the file is and the cure, as a clause: "it is a PDF document; …".
    let description: String

    /// Bytes from the start of a file that are enough to tell.
    static let neededBytes = 4096

    /// Nil where `start`, the first bytes of a file, is of no kind known here.
    ///
    /// What is media of any kind is never among these.
    init?(_ start: [UInt8]) {
        let bytes = BoundedBytes(start)
        guard let found = Self.byMagic(bytes) ?? Self.byText(bytes, start) else { return nil }
        description = found
    }

    /// Says of text that it is text, where nothing better is known of a file that no library reads.
    static func plainText(_ start: [UInt8]) -> String? {
        let isText =
            !start.isEmpty && start.allSatisfy { $0 >= 32 || [9, 10, 12, 13].contains($0) }
        return isText ? "it is a text, whatever its name; name the picture, film or sound" : nil
    }

    private static func byMagic(_ bytes: BoundedBytes) -> String? {
        for (magic, description) in magics where bytes.hasText(magic, at: 0) {
            return description
        }
        if bytes.number(at: 0, size: 3) == 0x1F8B08 { return compressed }
        if bytes.number(at: 0, size: 4) == 0x377A_BCAF { return archive }
        if bytes.number(at: 0, size: 4) == 0xD0CF_11E0 { return office }
        if bytes.number(at: 0, size: 4) == 0x7F45_4C46 { return "it is a program" }
        if bytes.hasText("PK\u{3}\u{4}", at: 0) {
            return bytes.hasText("[Content_Types].xml", at: 30) ? office : archive
        }
        return bytes.hasText("ftypcrx ", at: 4) ? raw : nil
    }

    /// Marks that stand at the very start.
    private static let magics = [
        ("%PDF-", "it is a PDF document (or an Illustrator drawing); export the page as PNG"),
        ("%!PS", "it is a PostScript drawing; export it as PNG"),
        ("{\\rtf", "it is a text document (RTF); export the page as PNG"),
        ("FUJIFILMCCD-RAW", raw), ("Rar!", archive),
        ("SQLite format 3", "it is a database"),
        ("ffconcat", playlist), ("#EXTM3U", playlist), ("[playlist]", playlist),
    ]

    private static let raw = "it is a camera's raw picture; develop it and export it as JPEG or PNG"
    private static let office = "it is an office document; export the page or slide as PNG"
    private static let archive = "it is an archive; unpack it and name a file inside it"
    private static let drawing = "it is an SVG drawing, which a browser draws; export it as PNG"
    private static let page =
        "it is a web page (HTML); save the picture or sound itself, not the page"
    private static let playlist =
        "it is a playlist that names other files; name one of those instead"
    private static let compressed =
        "it is compressed with gzip: a drawing (SVGZ) is to be exported as PNG, an archive unpacked"

    /// Marks of documents, behind white space, declarations and comments.
    private static func byText(_ bytes: BoundedBytes, _ start: [UInt8]) -> String? {
        let blanks: Set<UInt8> = [9, 10, 13, 32, 0xEF, 0xBB, 0xBF]
        guard start.first(where: { !blanks.contains($0) }) == UInt8(ascii: "<") else { return nil }
        let text = String(decoding: start, as: UTF8.self).lowercased()
        let marks = [
            ("<svg", drawing), ("<!doctype svg", drawing), ("<html", page),
            ("<!doctype html", page),
        ]
        let found = marks.compactMap { mark, description in
            text.firstRange(of: mark).map { (at: $0.lowerBound, description: description) }
        }
        if let first = found.min(by: { $0.at < $1.at }) { return first.description }
        return text.contains("<?xml") ? "it is an XML document; export it as PNG" : nil
    }
}
