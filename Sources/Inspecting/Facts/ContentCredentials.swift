import Foundation

/// The statements of a C2PA manifest store (Content Credentials).
///
/// No list of trusted issuers is consulted: a statement is labelled, not true.
package struct ContentCredentials: Hashable, Sendable {
    /// All manifests in the store's order; the last one is active, earlier ones are ingredients.
    package var manifests: [Manifest]

    /// Whether the picture's bytes are those that the active manifest's hash covers; nil where the
    /// manifest has no such hash or its algorithm is not known.
    package var isDataHashMatching: Bool?

    package init(manifests: [Manifest]) { self.manifests = manifests }

    package var activeManifest: Manifest? { manifests.last }

    package struct Manifest: Hashable, Sendable {
        package var label: String
        /// "c2pa.claim" or "c2pa.claim.v2".
        package var claimLabel: String?
        /// The claim's `claim_generator`.
        package var claimGenerator: String?
        /// The claim's `claim_generator_info.name`.
        package var claimGeneratorName: String?
        /// Labels of the assertions, sorted.
        package var assertions: [String] = []
        /// Whether each assertion has the digest that the claim gives for it; nil where one is
        /// missing or could not be computed.
        ///
        /// The signature covers the claim alone: only both together cover the actions.
        package var areAssertionsMatching: Bool?
        package var actions: [Action] = []
        /// Labels of the manifests that the picture was made from, the one it was opened from
        /// first.
        package var ingredients: [String] = []
        /// The organisation and common name of the signer's certificate, and of its issuer.
        package var signerOrganisation: String?
        package var signerName: String?
        package var issuerOrganisation: String?
        package var issuerName: String?
        /// The COSE algorithm, as -7 for ES256 or -37 for PS256.
        package var algorithm: Int?
        /// Where the certificates stand: "prot" or "unprot".
        package var certificatesHeader: String?
        /// Whether the signature's mathematics holds with the certificate in the file; nil where it
        /// could not be computed.
        ///
        /// It says nothing about trust.
        package var isSignatureMatching: Bool?

        package init(label: String) { self.label = label }
    }

    /// One step that the file declares.
    package struct Action: Hashable, Sendable {
        /// As "c2pa.created".
        package var action: String
        package var softwareAgent: String?
        /// The last part of the URI: "trainedAlgorithmicMedia".
        package var sourceType: String?
        package var description: String?

        package init(_ action: String) { self.action = action }
    }
}
