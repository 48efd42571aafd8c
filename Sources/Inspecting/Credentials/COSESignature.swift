/// A COSE_Sign1 structure (RFC 9052, clause 4.2) as C2PA stores it: without its payload.
struct COSESignature {
    /// The protected header, as encoded: it is signed in this form.
    var protected: [UInt8]

    /// The algorithm's number in the COSE registry.
    var algorithm: Int?

    /// DER, the signer's own certificate first.
    var certificates: [[UInt8]]

    /// "prot" or "unprot"; nil without certificates.
    var certificatesHeader: String?

    var signature: [UInt8]

    /// The most certificates of a chain that are kept.
    static let mostCertificates = 16

    /// Returns nil where `bytes` are no COSE_Sign1.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let parts = CBORReader.read(bytes)?.items, parts.count == 4,
            let protected = parts[0].bytes, let signature = parts[3].bytes
        else { return nil }
        self.protected = protected
        self.signature = signature
        let header = CBORReader.read(protected[...]) ?? .map([])
        algorithm = (header[.unsigned(1)] ?? parts[1][.unsigned(1)])?.integer
        let (inner, outer) = (Self.chain(in: header), Self.chain(in: parts[1]))
        certificates = inner.isEmpty ? outer : inner
        certificatesHeader = certificates.isEmpty ? nil : inner.isEmpty ? "unprot" : "prot"
    }

    /// Returns the bytes that the signature covers: Sig_structure of clause 4.4 around `payload`.
    func signedBytes(payload: ArraySlice<UInt8>) -> [UInt8] {
        [0x84, 0x6A] + Array("Signature1".utf8) + Self.byteString(protected[...]) + [0x40]
            + Self.byteString(payload)
    }

    /// RFC 9360: x5chain is label 33, one byte string or an array of them; some write it in words.
    private static func chain(in header: CBOR) -> [[UInt8]] {
        guard let value = header[.unsigned(33)] ?? header["x5chain"] else { return [] }
        let list = value.bytes.map { [$0] } ?? (value.items ?? []).compactMap(\.bytes)
        return Array(list.prefix(mostCertificates))
    }

    private static func byteString(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let count = bytes.count
        let head: [UInt8] =
            switch count {
            case 0..<24: [0x40 | UInt8(count)]
            case 24..<0x100: [0x58, UInt8(count)]
            case 0x100..<0x1_0000: [0x59, UInt8(count >> 8), UInt8(count & 0xFF)]
            default: [0x5A] + [24, 16, 8, 0].map { UInt8(count >> $0 & 0xFF) }
            }
        return head + bytes
    }
}
