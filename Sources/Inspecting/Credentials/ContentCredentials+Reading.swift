extension ContentCredentials {
    /// The largest store that is read, in bytes.
    package static let largestStore = 32 << 20

    /// The most manifests that are kept, counted from the active one back.
    private static let mostManifests = 256

    /// Reads a manifest store (C2PA Technical Specification) and compares its digests and
    /// signatures with what they are about.
    ///
    /// The mathematics says whether bytes belong together, not who may be believed: no list of
    /// issuers is consulted, dates and revocation are not looked at.
    ///
    /// - Parameters:
    ///   - jumbf: The store, put together from the segments or the chunk that carried it.
    ///   - file: All bytes of the picture's file, for the digest of the active manifest.
    /// - Returns: nil where `jumbf` holds no manifest. Broken parts of a store that holds some are
    ///   left out.
    package static func read(jumbf: [UInt8], file: [UInt8]) -> ContentCredentials? {
        guard jumbf.count <= largestStore else { return nil }
        let store = JUMBFBox.list(in: jumbf[...]).lazy.compactMap(JUMBFSuperbox.init)
            .first { $0.kind == "c2pa" || $0.label == "c2pa" }
        let manifests = (store?.superboxes ?? []).suffix(mostManifests).map(StoredManifest.init)
        guard let active = manifests.last else { return nil }
        var credentials = ContentCredentials(manifests: manifests.map(\.facts))
        credentials.isDataHashMatching = active.dataHash?.fits(file, storeSize: jumbf.count)
        return credentials
    }
}
