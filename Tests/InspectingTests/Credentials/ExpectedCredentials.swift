import Foundation
import TestSupport

/// What is known of the shared pictures from other readers: `expected.json` beside them.
struct ExpectedCredentials: Decodable {
    var files: [File]

    struct File: Decodable {
        var file: String
        var c2pa: Store?
        var c2pa_digital_source_types: [String]?
        var generator_names_from_c2pa: [String]?
        var aigc: [String: String]?
        var xmp_digital_source_type: String?
        var xmp_credit: String?
    }

    struct Store: Decodable {
        var manifest_count: Int
        var active_manifest: String
        var manifests: [Manifest]
        var claim_signatures_math_ok: [Bool?]
        var active_data_hash_ok: Bool?
    }

    struct Manifest: Decodable {
        var label: String
        var claim_label: String?
        var claim_generator: String?
        var claim_generator_name: String?
        var assertions: [String]
        var actions: [Action]
        var signer_subject_o: String?
        var signer_subject_cn: String?
        var issuer_o: String?
        var issuer_cn: String?
        var cose_alg: Int?
        var x5chain_header: String?
    }

    struct Action: Decodable {
        var action: String
        var softwareAgent: String?
        var digitalSourceType: String?
        var description: String?
    }

    /// The files about which `isWanted` holds; none where the material is absent.
    static func files(where isWanted: (File) -> Bool) throws -> [File] {
        guard let url = Fixtures.shared("images/expected.json") else { return [] }
        let facts = try JSONDecoder().decode(ExpectedCredentials.self, from: Data(contentsOf: url))
        return facts.files.filter(isWanted)
    }
}
