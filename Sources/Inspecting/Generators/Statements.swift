import Foundation
import Planning

/// One text of a picture file that may be a generator's statement.
struct Statement {
    enum Origin: Hashable { case text, exif, comment, xmp }

    var origin: Origin
    var keyword: String
    var text: String
    var carrier: String

    /// The text as a JSON object.
    var json: JSONObject?

    init(_ entry: MetadataBlocks.TextEntry, origin: Origin) {
        self.origin = origin
        keyword = entry.keyword
        carrier = entry.carrier
        text = entry.text
        json = MetadataJSON.object(entry.text)
    }
}

/// All texts of a picture file, each read as JSON once.
struct Statements {
    var all: [Statement]

    /// What XMP says beside.
    var xmp: XMPFacts?
    var xmpCarrier: String

    init(_ all: [Statement], xmp: XMPFacts? = nil, xmpCarrier: String = "XMP") {
        self.all = all
        self.xmp = xmp
        self.xmpCarrier = xmpCarrier
    }

    /// Returns the first text with a keyword of PNG.
    func text(_ keyword: String) -> Statement? {
        all.first { $0.origin == .text && $0.keyword == keyword }
    }

    /// Returns the first EXIF text by the name of its tag.
    func exif(_ keyword: String) -> Statement? {
        all.first { $0.origin == .exif && $0.keyword == keyword }
    }

    /// The texts in which tools keep whole settings: `parameters`, comments of EXIF and JPEG.
    var settingsTexts: [Statement] {
        all.filter { statement in
            switch statement.origin {
            case .text: statement.keyword == "parameters"
            case .exif: statement.keyword == "UserComment"
            case .comment: true
            case .xmp: true
            }
        }
    }
}
