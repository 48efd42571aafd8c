/// The properties of XMP that are read: a namespace's URI and a name in it.
enum XMPProperty: Hashable, CaseIterable {
    case sourceType
    /// A misspelling that is found beside or instead of the right name.
    case sourceFileType
    case aiSystem
    case aiPrompt
    case credit
    case creatorTool
    case provenance
    case aigc
    case userComment
    case description

    /// Returns the property of `name` in the namespace `uri`, a URI as `trimmed` gives it.
    init?(uri: String, name: String) {
        guard let found = Self.table[Key(uri: uri, name: name)] else { return nil }
        self = found
    }

    private struct Key: Hashable {
        var uri: String
        var name: String
    }

    private static let table = Dictionary(
        uniqueKeysWithValues: allCases.map { (Key(uri: $0.namespace.uri, name: $0.name), $0) })

    /// The prefixes that stand for a namespace where a packet forgot to bind them.
    static let usualPrefixes = Dictionary(
        uniqueKeysWithValues: Set(allCases.map(\.namespace)).flatMap { namespace in
            namespace.prefixes.map { ($0, namespace.uri) }
        })

    /// Returns `uri` without space and without its last "/" or "#", which some writers leave out.
    static func trimmed(_ uri: String) -> String {
        let text = uri.filter { !$0.isWhitespace }
        return text.last.map { "/#".contains($0) } == true ? String(text.dropLast()) : text
    }

    private var name: String {
        switch self {
        case .sourceType: "DigitalSourceType"
        case .sourceFileType: "DigitalSourceFileType"
        case .aiSystem: "AISystemUsed"
        case .aiPrompt: "AIPromptInformation"
        case .credit: "Credit"
        case .creatorTool: "CreatorTool"
        case .provenance: "provenance"
        case .aigc: "AIGC"
        case .userComment: "UserComment"
        case .description: "description"
        }
    }

    private var namespace: Namespace {
        switch self {
        case .sourceType, .sourceFileType, .aiSystem, .aiPrompt: .iptc
        case .credit: .photoshop
        case .creatorTool: .xmp
        case .provenance: .terms
        case .aigc: .tc260
        case .userComment: .exif
        case .description: .core
        }
    }

    /// A namespace without the last character of its URI, and prefixes in use for it.
    private struct Namespace: Hashable {
        var uri: String
        var prefixes: [String]

        static let iptc = Namespace(
            uri: "http://iptc.org/std/Iptc4xmpExt/2008-02-29", prefixes: ["Iptc4xmpExt", "iptcExt"])
        static let photoshop = Namespace(
            uri: "http://ns.adobe.com/photoshop/1.0", prefixes: ["photoshop"])
        static let xmp = Namespace(uri: "http://ns.adobe.com/xap/1.0", prefixes: ["xmp", "xap"])
        static let terms = Namespace(uri: "http://purl.org/dc/terms", prefixes: ["dcterms"])
        static let tc260 = Namespace(
            uri: "http://www.tc260.org.cn/ns/AIGC/1.0", prefixes: ["TC260"])
        static let exif = Namespace(uri: "http://ns.adobe.com/exif/1.0", prefixes: ["exif"])
        static let core = Namespace(uri: "http://purl.org/dc/elements/1.1", prefixes: ["dc"])
    }
}
