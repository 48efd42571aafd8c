/// What a stored manifest says, in the words of `ContentCredentials`.
extension StoredManifest {
    var facts: ContentCredentials.Manifest {
        var facts = ContentCredentials.Manifest(label: label)
        facts.claimLabel = claimLabel
        facts.claimGenerator = Self.shown(claim["claim_generator"])
        facts.claimGeneratorName = Self.shown(generatorInfo?["name"])
        facts.assertions = assertions.map(\.label).sorted()
        facts.areAssertionsMatching = areAssertionsMatching
        facts.actions = statements("c2pa.actions").flatMap(Self.actions)
        facts.ingredients = ingredients
        describeSignature(in: &facts)
        return facts
    }

    /// A map in version 2 of the claim, an array of maps in version 1.
    private var generatorInfo: CBOR? {
        let info = claim["claim_generator_info"]
        return info?.items?.first ?? info
    }

    private func describeSignature(in facts: inout ContentCredentials.Manifest) {
        guard let signature else { return }
        facts.algorithm = signature.algorithm
        facts.certificatesHeader = signature.certificatesHeader
        let certificate = signature.certificates.first.flatMap(Certificate.init)
        facts.signerOrganisation = Self.shown(certificate?.subject.organisation)
        facts.signerName = Self.shown(certificate?.subject.commonName)
        facts.issuerOrganisation = Self.shown(certificate?.issuer.organisation)
        facts.issuerName = Self.shown(certificate?.issuer.commonName)
        facts.isSignatureMatching = isSignatureMatching(certificate)
    }

    /// The manifests that the picture was made from: the one it was opened from first, then parts
    /// that were placed in it.
    private var ingredients: [String] {
        let links = statements("c2pa.ingredient").compactMap { ingredient in
            let link = ingredient["activeManifest"] ?? ingredient["c2pa_manifest"]
            return (link?["url"]?.text).flatMap(Self.manifestLabel)
                .map { (label: $0, isParent: ingredient["relationship"]?.text == "parentOf") }
        }
        return links.filter(\.isParent).map(\.label) + links.filter { !$0.isParent }.map(\.label)
    }

    /// Returns the label in "self#jumbf=/c2pa/LABEL", which some write without the first slash.
    private static func manifestLabel(in url: String) -> String? {
        let path = url.split(separator: "=", maxSplits: 1).last ?? ""
        let parts = path.split(separator: "/")
        return parts.count >= 2 && parts[0] == "c2pa" ? String(parts[1]) : nil
    }

    private static func actions(in statement: CBOR) -> [ContentCredentials.Action] {
        let agents = statement["softwareAgents"]?.items ?? []
        return (statement["actions"]?.items ?? []).prefix(mostActions)
            .compactMap { action($0, agents: agents) }
    }

    private static func action(_ item: CBOR, agents: [CBOR]) -> ContentCredentials.Action? {
        guard let name = shown(item["action"]) else { return nil }
        var action = ContentCredentials.Action(name)
        var agent = item["softwareAgent"]
        if let index = item["softwareAgentIndex"]?.integer, agents.indices.contains(index) {
            agent = agents[index]
        }
        action.softwareAgent = shown(agent?["name"] ?? agent)
        let source =
            item["digitalSourceType"] ?? item["parameters"]?["com.adobe.digitalSourceType"]
        action.sourceType = shown(source).flatMap(SourceTypeTerm.term(in:))
        action.description = shown(item["description"])
        return action
    }

    private static let mostActions = 1000

    private static func shown(_ item: CBOR?) -> String? { shown(item?.text) }

    /// Names and sentences are short; a long one is cut so that nothing downstream has to.
    private static func shown(_ text: String?) -> String? {
        text.map { String($0.unicodeScalars.prefix(2000)) }
    }
}
