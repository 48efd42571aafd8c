import Crypto
import Foundation

/// The digests that C2PA names, by its words for them.
enum HashMathematics {
    /// Returns the digest of `pieces` one after another; nil where `algorithm` is none of "sha256",
    /// "sha384" and "sha512".
    static func digest(_ pieces: [ArraySlice<UInt8>], algorithm: String) -> [UInt8]? {
        switch algorithm {
        case "sha256": digest(pieces, SHA256())
        case "sha384": digest(pieces, SHA384())
        case "sha512": digest(pieces, SHA512())
        default: nil
        }
    }

    private static func digest(
        _ pieces: [ArraySlice<UInt8>], _ function: some HashFunction
    ) -> [UInt8] {
        var function = function
        for piece in pieces { function.update(data: piece) }
        return Array(function.finalize())
    }
}
