import Foundation
package import Planning

extension PictureFacts {
    /// The facts as JSON; what is not known has no key.
    ///
    /// Seeds are integers with all their digits, sizes "WIDTHxHEIGHT".
    package var json: JSONObject {
        .build {
            $0.set("file", file)
            $0.set("format", format)
            $0.set("stored_width", storedWidth)
            $0.set("stored_height", storedHeight)
            $0.set("orientation", orientation)
            $0.set("display_width", displayWidth)
            $0.set("display_height", displayHeight)
            $0.set("verdict", verdict.rawValue)
            $0.set("generator", generator)
            $0.set("generation", generation?.json)
            addCredentials(to: &$0)
            $0.set("xmp_digital_source_type", xmpSourceType)
            $0.set("xmp_credit", xmpCredit)
            $0.set("aigc", aigc?.json)
            $0.set("camera", camera?.json)
            $0.set("exif_software", software)
            $0.set("carriers", carriers.map { JSONNode(.string($0)) })
            $0.set("measures", measures?.json)
        }
    }

    private func addCredentials(to object: inout JSONObject) {
        guard let credentials else { return }
        object.set("c2pa", credentials.json)
        let types = Set(credentials.manifests.flatMap(\.actions).compactMap(\.sourceType)).sorted()
        if !types.isEmpty {
            object.set("c2pa_digital_source_types", types.map { JSONNode(.string($0)) })
        }
        let names = credentials.generatorNames
        if !names.isEmpty {
            object.set("generator_names_from_c2pa", names.map { JSONNode(.string($0)) })
        }
    }
}

extension Generation {
    var json: JSONObject {
        .build {
            $0.set("prompt", prompt)
            $0.set("negative", negative)
            $0.set("sampler_node", samplerNode)
            $0.set("sampler_nodes", samplerNodes)
            if let seed { $0.set("seed", Self.node(ofSeed: seed)) }
            $0.set("steps", steps)
            $0.set("cfg", cfg)
            $0.set("sampler", sampler)
            $0.set("scheduler", scheduler)
            $0.set("model", model)
            $0.set("model_hash", modelHash)
            $0.set("declared_size", declaredSize?.text)
            if !loras.isEmpty { $0.set("loras", loras.map { JSONNode(.object($0.json)) }) }
            $0.set("version", version)
            $0.set("app", app)
            $0.set("mode", mode)
            $0.set("strength", strength)
            $0.set("node_count", nodeCount)
            if isPromptAssembled { $0.set("prompt_assembled_while_running", true) }
        }
    }

    /// A number with all its digits, as text where it is none.
    private static func node(ofSeed seed: String) -> JSONNode {
        JSONNode(JSONNumber(digits: seed).map(JSONValue.number) ?? .string(seed))
    }
}

extension Generation.Size {
    /// "1024x768".
    package var text: String { "\(width)x\(height)" }
}

extension Generation.LoRA {
    fileprivate var json: JSONObject {
        .build {
            $0.set("name", name)
            $0.set("strength", strength)
        }
    }
}

extension AIGCLabel {
    fileprivate var json: JSONObject {
        .build { for field in fields { $0.set(field.name, field.value) } }
    }
}

extension CameraFacts {
    fileprivate var json: JSONObject {
        .build {
            $0.set("make", make)
            $0.set("model", model)
            $0.set("lens", lens)
            $0.set("exposure", exposure)
            $0.set("fnumber", fNumber)
            $0.set("iso", iso)
            $0.set("focal_length", focalLength)
            $0.set("datetime_original", dateTimeOriginal)
            $0.set("has_gps", hasGPS)
        }
    }
}
