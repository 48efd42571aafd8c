/// A manifest as it stands in its store: a claim, the assertions it is about, a signature.
struct StoredManifest {
    var label: String

    /// "c2pa.claim" or "c2pa.claim.v2"; nil where there is no claim.
    var claimLabel: String?

    /// The claim as it is signed, and what it says.
    var claimBytes: ArraySlice<UInt8>
    var claim: CBOR

    /// The boxes of the assertion store, in its order.
    var assertions: [JUMBFSuperbox]

    var signature: COSESignature?

    init(_ box: JUMBFSuperbox) {
        let parts = box.superboxes
        label = box.label
        let claimBox = parts.first { $0.kind == "c2cl" }
        claimLabel = claimBox?.label
        claimBytes = claimBox?.cborBytes ?? []
        claim = CBORReader.read(claimBytes) ?? .map([])
        assertions = parts.first { $0.kind == "c2as" }?.superboxes ?? []
        signature = parts.first { $0.kind == "c2cs" }?.cborBytes.flatMap(COSESignature.init)
    }

    /// What the assertions say whose label begins with `prefix`: several of one kind are told apart
    /// by "__1" and the like, versions by ".v2".
    func statements(_ prefix: String) -> [CBOR] {
        assertions.filter { $0.label.hasPrefix(prefix) }
            .compactMap { $0.cborBytes.flatMap(CBORReader.read) }
    }

    /// The digest of the picture's file; nil where the manifest binds itself in another way.
    var dataHash: DataHash? {
        statements("c2pa.hash.data").first
            .flatMap { DataHash($0, claimAlgorithm: claim["alg"]?.text) }
    }

    /// Whether the signature fits the claim and the key of the certificate beside it.
    func isSignatureMatching(_ certificate: Certificate?) -> Bool? {
        guard let signature, let certificate, let algorithm = signature.algorithm else {
            return nil
        }
        return SignatureMathematics.fits(
            signature.signature, over: signature.signedBytes(payload: claimBytes),
            key: certificate, algorithm: algorithm)
    }

    /// Whether each assertion is one that the claim names, with the digest the claim gives for it.
    ///
    /// The signature covers the claim alone: without this an action could be changed unnoticed. Nil
    /// where an assertion is missing (its author may redact it) or an algorithm is not known.
    var areAssertionsMatching: Bool? {
        let references = references
        guard !references.isEmpty else { return nil }
        var isKnown = true
        for assertion in assertions {
            guard let reference = references[assertion.label] else { return false }
            let algorithm = reference["alg"]?.text ?? claim["alg"]?.text ?? "sha256"
            let digest = HashMathematics.digest([assertion.payload], algorithm: algorithm)
            if let digest, digest != reference["hash"]?.bytes { return false }
            isKnown = isKnown && digest != nil
        }
        let labels = Set(assertions.map(\.label))
        return isKnown && labels.isSuperset(of: references.keys) ? true : nil
    }

    /// What the claim says of its assertions, by label; the lists have other names in version 2.
    private var references: [String: CBOR] {
        let lists = ["assertions", "created_assertions", "gathered_assertions"]
        let items = lists.flatMap { claim[$0]?.items ?? [] }
        return Dictionary(
            items.map { (Self.name($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The last part of a reference's URI "self#jumbf=c2pa.assertions/c2pa.actions".
    private static func name(_ reference: CBOR) -> String {
        let url = reference["url"]?.text ?? ""
        return url.split(separator: "/").last.map(String.init) ?? ""
    }
}
