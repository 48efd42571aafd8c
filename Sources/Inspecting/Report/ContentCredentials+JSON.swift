import Planning

extension ContentCredentials {
    var json: JSONObject {
        .build {
            $0.set("manifest_count", manifests.count)
            $0.set("active_manifest", activeManifest?.label)
            $0.set("manifests", manifests.map { JSONNode(.object($0.json)) })
            $0.set("claim_signatures_math_ok", manifests.map { .of($0.isSignatureMatching) })
            $0.set("active_data_hash_ok", JSONNode.of(isDataHashMatching))
        }
    }
}

extension ContentCredentials.Manifest {
    fileprivate var json: JSONObject {
        .build {
            $0.set("label", label)
            $0.set("claim_label", claimLabel)
            $0.set("claim_generator", JSONNode.of(claimGenerator))
            $0.set("claim_generator_name", JSONNode.of(claimGeneratorName))
            $0.set("assertions", assertions.map { JSONNode(.string($0)) })
            $0.set("actions", actions.map { JSONNode(.object($0.json)) })
            $0.set("signer_subject_o", signerOrganisation)
            $0.set("signer_subject_cn", signerName)
            $0.set("issuer_o", issuerOrganisation)
            $0.set("issuer_cn", issuerName)
            $0.set("cose_alg", algorithm)
            $0.set("x5chain_header", certificatesHeader)
        }
    }
}

extension ContentCredentials.Action {
    fileprivate var json: JSONObject {
        .build {
            $0.set("action", action)
            $0.set("softwareAgent", softwareAgent)
            $0.set("digitalSourceType", sourceType)
            $0.set("description", description)
        }
    }
}

/// What is not known is null where the key must be there.
extension JSONNode {
    fileprivate static func of(_ flag: Bool?) -> JSONNode {
        JSONNode(flag.map(JSONValue.bool) ?? .null)
    }

    fileprivate static func of(_ text: String?) -> JSONNode {
        JSONNode(text.map(JSONValue.string) ?? .null)
    }
}
