/// What the manifests tell together.
extension ContentCredentials {
    /// The manifests from the one that declares c2pa.created to the active one.
    ///
    /// Services hand pictures on: the active manifest often says "opened" and "converted" only, and
    /// an ingredient says how the picture came to be. Where none declares c2pa.created, the active
    /// one's first ingredients are followed as far as they go.
    package var story: [Manifest] {
        let origins = origins
        var path: [Int] = []
        var next = origins.creation
        while let index = next {
            path.append(index)
            next = origins.madeInto[index]
        }
        return path.map { manifests[$0] }
    }

    /// Where the story begins, and for each manifest on the way the one that was made from it.
    private var origins: (creation: Int?, madeInto: [Int: Int]) {
        let indices = Dictionary(
            manifests.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { $1 })
        var madeInto: [Int: Int] = [:]
        var queue = manifests.indices.suffix(1).map { $0 }
        var met = Set(queue)
        var firstPath = queue.last
        var next = 0
        while next < queue.count {
            let index = queue[next]
            if manifests[index].isCreation { return (index, madeInto) }
            let found = manifests[index].ingredients.compactMap { indices[$0] }
                .filter { met.insert($0).inserted }
            for ingredient in found { madeInto[ingredient] = index }
            queue += found
            if index == firstPath { firstPath = found.first ?? index }
            next += 1
        }
        return (firstPath, madeInto)
    }

    /// The declared steps of the story, the oldest first.
    package var steps: [Action] { story.flatMap(\.actions) }

    /// The terms of IPTC's digital source types of all actions, each once: the active manifest's
    /// first, then those of manifests before it.
    package var sourceTypes: [String] {
        Self.distinct(manifests.reversed().flatMap(\.actions).compactMap(\.sourceType))
    }

    /// Names of programs as they are recorded, each once: agents of actions, then generators of
    /// claims; the active manifest's first.
    package var generatorNames: [String] {
        let newest = Array(manifests.reversed())
        let agents = newest.flatMap(\.actions).compactMap(\.softwareAgent)
        return Self.distinct(
            agents + newest.compactMap { $0.claimGeneratorName ?? $0.claimGenerator })
    }

    /// The program that signed the statement, in the words people know it by: that of the active
    /// manifest, or of the last one that names any.
    package var signingProgram: String? {
        manifests.reversed().lazy.compactMap(\.generatorName).first
    }

    /// The program that the story's first step names, or that of its manifest.
    package var creatorName: String? {
        guard let first = story.first else { return nil }
        let creation = first.actions.first { $0.action == "c2pa.created" } ?? first.actions.first
        return creation?.softwareAgent ?? first.generatorName ?? signingProgram
    }

    private static func distinct(_ list: [String]) -> [String] {
        var met: Set<String> = []
        return list.filter { met.insert($0).inserted }
    }
}

extension ContentCredentials.Manifest {
    /// Whether an action says that the picture began here.
    package var isCreation: Bool { actions.contains { $0.action == "c2pa.created" } }

    /// Whether the signature covers the statement as it stands, claim and assertions; nil where that
    /// could not be computed.
    package var isStatementMatching: Bool? {
        switch (isSignatureMatching, areAssertionsMatching) {
        case (false, _), (_, false): false
        case (true, true): true
        default: nil
        }
    }

    /// Whether the certificate is one of those that C2PA publishes for tests.
    package var hasTestCertificate: Bool {
        [signerOrganisation, issuerOrganisation].contains { $0?.hasPrefix("C2PA Test") == true }
    }

    /// The name of the program that made the claim, in the words people know it by.
    ///
    /// A bare `claim_generator` reads as a user agent does: "Galaxy S25 c2pa-rs/0.62.0" is a
    /// product and then the library it signs with.
    package var generatorName: String? {
        if let claimGeneratorName, !claimGeneratorName.isEmpty { return claimGeneratorName }
        var words = (claimGenerator ?? "").prefix { $0 != "/" }.split(separator: " ")
        while words.count > 1, words.last?.lowercased().contains("c2pa") == true {
            words.removeLast()
        }
        let name = words.joined(separator: " ").replacing("_", with: " ")
        return name.isEmpty ? nil : name
    }
}
