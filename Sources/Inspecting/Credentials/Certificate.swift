/// The parts of an X.509 certificate (RFC 5280) that a signature names its maker with.
struct Certificate {
    var subject: Name
    var issuer: Name

    /// SubjectPublicKeyInfo, in DER.
    var publicKey: ArraySlice<UInt8>

    /// The algorithm's object identifier, then that of the curve where there is one: contents only.
    var keyAlgorithm: [[UInt8]]

    struct Name: Hashable {
        var organisation: String?
        var commonName: String?
    }

    /// Returns nil where `bytes` are no certificate.
    init?(_ bytes: [UInt8]) {
        // Certificate > TBSCertificate { [0] version?, serial, signature, issuer, validity,
        // subject, subjectPublicKeyInfo, ... }, clause 4.1.
        guard let body = DERElement(at: bytes[...])?.children.first?.children else { return nil }
        let fields = body.first?.tag == 0xA0 ? body.dropFirst() : body[...]
        let parts = Array(fields.prefix(6))
        guard parts.count == 6, parts[0].tag == DERElement.integer,
            parts[5].tag == DERElement.sequence
        else { return nil }
        issuer = Name(parts[2])
        subject = Name(parts[4])
        publicKey = parts[5].whole
        keyAlgorithm = (parts[5].children.first?.children ?? [])
            .filter { $0.tag == DERElement.objectIdentifier }.map { Array($0.content) }
    }
}

extension Certificate.Name {
    /// Reads RelativeDistinguishedNames: SEQUENCE of SET of SEQUENCE { type, value }.
    fileprivate init(_ name: DERElement) {
        for attribute in name.children.flatMap(\.children) {
            let pair = attribute.children
            guard pair.count == 2, let value = Self.text(pair[1]) else { continue }
            switch Array(pair[0].content) {
            case [0x55, 4, 10]: organisation = organisation ?? value
            case [0x55, 4, 3]: commonName = commonName ?? value
            default: break
            }
        }
    }

    /// Returns the text of a DirectoryString (clause 4.1.2.4) or an IA5String.
    private static func text(_ element: DERElement) -> String? {
        switch element.tag {
        case 0x0C, 0x13, 0x16: String(decoding: element.content, as: UTF8.self)
        case 0x14: String(decoding: element.content.map(UInt16.init), as: UTF16.self)
        case 0x1E: String(decoding: units(element.content), as: UTF16.self)
        default: nil
        }
    }

    private static func units(_ bytes: ArraySlice<UInt8>) -> [UInt16] {
        let list = Array(bytes)
        return stride(from: 0, to: list.count - list.count % 2, by: 2)
            .map { UInt16(list[$0]) << 8 | UInt16(list[$0 + 1]) }
    }
}
