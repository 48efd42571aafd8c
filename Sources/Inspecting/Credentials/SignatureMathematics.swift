import Crypto
import CryptoExtras
import Foundation

/// The arithmetic that tells whether a digital signature fits some bytes and a key.
///
/// Whose key it is, and whether its owner may be believed, is not asked here.
enum SignatureMathematics {
    /// Returns whether `signature` over `bytes` fits the key of `certificate`; nil where algorithm
    /// or key are not known.
    ///
    /// `algorithm` is a number of the COSE registry: ES256 -7, ES384 -35, ES512 -36, EdDSA -8 (RFC
    /// 9053), PS256 -37, PS384 -38, PS512 -39 (RFC 8230).
    static func fits(
        _ signature: [UInt8], over bytes: [UInt8], key certificate: Certificate, algorithm: Int
    ) -> Bool? {
        switch algorithm {
        case -7: elliptic(signature, SHA256.hash(data: bytes), certificate)
        case -35: elliptic(signature, SHA384.hash(data: bytes), certificate)
        case -36: elliptic(signature, SHA512.hash(data: bytes), certificate)
        case -37: rsa(signature, SHA256.hash(data: bytes), certificate)
        case -38: rsa(signature, SHA384.hash(data: bytes), certificate)
        case -39: rsa(signature, SHA512.hash(data: bytes), certificate)
        case -8: edwards(signature, bytes, certificate)
        default: nil
        }
    }

    /// Object identifiers of the curves (RFC 5480, clause 2.1.1.1; RFC 8410, clause 3).
    private enum Identifier {
        static let p256: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]
        static let p384: [UInt8] = [0x2B, 0x81, 0x04, 0x00, 0x22]
        static let p521: [UInt8] = [0x2B, 0x81, 0x04, 0x00, 0x23]
        static let ed25519: [UInt8] = [0x2B, 0x65, 0x70]
    }

    /// The curve is the key's, the digest is the algorithm's.
    ///
    /// A signature that can't even be loaded doesn't fit; of a key that can't be loaded nothing can
    /// be said.
    private static func elliptic(
        _ signature: [UInt8], _ digest: some Digest, _ certificate: Certificate
    ) -> Bool? {
        let encoded = certificate.publicKey
        switch certificate.keyAlgorithm.last {
        case Identifier.p256:
            let key = attempt { try P256.Signing.PublicKey(derRepresentation: encoded) }
            return key.map { key in
                attempt { try .init(rawRepresentation: signature) }
                    .map { key.isValidSignature($0, for: digest) } ?? false
            }
        case Identifier.p384:
            let key = attempt { try P384.Signing.PublicKey(derRepresentation: encoded) }
            return key.map { key in
                attempt { try .init(rawRepresentation: signature) }
                    .map { key.isValidSignature($0, for: digest) } ?? false
            }
        case Identifier.p521:
            let key = attempt { try P521.Signing.PublicKey(derRepresentation: encoded) }
            return key.map { key in
                attempt { try .init(rawRepresentation: signature) }
                    .map { key.isValidSignature($0, for: digest) } ?? false
            }
        default: return nil
        }
    }

    private static func rsa(
        _ signature: [UInt8], _ digest: some Digest, _ certificate: Certificate
    ) -> Bool? {
        let encoded = certificate.publicKey
        let signature = _RSA.Signing.RSASignature(rawRepresentation: Data(signature))
        // "Unsafe" is the name for keys below 2048 bits: their mathematics can be computed too.
        return attempt { try _RSA.Signing.PublicKey(unsafeDERRepresentation: encoded) }
            .map { $0.isValidSignature(signature, for: digest, padding: .PSS) }
    }

    private static func edwards(
        _ signature: [UInt8], _ bytes: [UInt8], _ certificate: Certificate
    ) -> Bool? {
        guard certificate.keyAlgorithm.first == Identifier.ed25519,
            let point = DERElement(at: certificate.publicKey)?.children.last,
            point.tag == DERElement.bitString
        else { return nil }
        // The first byte of a bit string counts unused bits.
        let raw = Array(point.content.dropFirst())
        return attempt { try Curve25519.Signing.PublicKey(rawRepresentation: raw) }
            .map { $0.isValidSignature(signature, for: bytes) }
    }

    /// Returns nil where `body` throws: a key that can't be loaded is an answer, not an error.
    private static func attempt<Value>(_ body: () throws -> Value) -> Value? {
        do { return try body() } catch { return nil }
    }
}
