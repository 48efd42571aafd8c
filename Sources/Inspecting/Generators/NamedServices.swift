import Foundation
import Planning

/// Services that leave nothing but their name, or a layout without a name.
enum NamedServices {
    /// Returns the service that a field of EXIF, PNG or XMP names.
    static func declaration(_ statements: Statements) -> Declaration? {
        for (keyword, name) in [
            ("Make", "Ideogram AI"), ("Make", "Aphrodite AI"), ("Software", "Aphrodite AI"),
            ("Software", "reve.com"),
        ] {
            guard let found = statements.exif(keyword), found.text == name else { continue }
            return Declaration(name, nil, carriers: [found.carrier])
        }
        if let source = statements.text("Source"), source.text == "Luma AI" {
            return Declaration("Luma AI", nil, carriers: [source.carrier])
        }
        if statements.xmp?.creatorTool == "reve.com" {
            return Declaration("reve.com", nil, carriers: [statements.xmpCarrier])
        }
        return product(statements)
    }

    /// ByteDance's apps write JSON with the name of the product.
    private static func product(_ statements: Statements) -> Declaration? {
        for statement in statements.all where statement.origin == .exif {
            guard let json = statement.json, json["exportType"] != nil || json["AIGC"] != nil,
                let name = json.name("product")
            else { continue }
            return Declaration(name, nil, carriers: [statement.carrier])
        }
        return nil
    }

    /// Returns the carriers of the layout that xAI's Grok leaves: a signature and a UUID, no name;
    /// nil where it is not there.
    static func signatureLayout(_ statements: Statements) -> [String]? {
        guard let description = statements.exif("ImageDescription"),
            let artist = statements.exif("Artist"), UUID(uuidString: artist.text) != nil,
            description.text.hasPrefix("Signature: "),
            description.text.dropFirst("Signature: ".count).utf8.count >= 32,
            description.text.dropFirst("Signature: ".count).utf8.allSatisfy(isBase64)
        else { return nil }
        return [description.carrier, artist.carrier]
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
            UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
