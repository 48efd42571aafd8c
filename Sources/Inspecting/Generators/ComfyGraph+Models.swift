import Foundation
import Planning

extension ComfyGraph {
    /// Reads the model a sampler uses and the add-ons on the way to it.
    func readModel(_ sampler: Node, into generation: inout Generation) {
        let holder = link(sampler, "model") == nil ? linked(sampler, "guider") ?? sampler : sampler
        var loras: [[Generation.LoRA]] = [addOns(of: holder)]
        generation.model = modelName(holder)
        for id in chain(from: holder, "model", through: Self.modelInputs) {
            guard let node = nodes[id], !node.isBypassed else { continue }
            loras.append(addOns(of: node))
            if let stack = linked(node, "lora_stack") { loras.append(addOns(of: stack)) }
            generation.model = generation.model ?? modelName(node)
        }
        // The nearest was applied last.
        generation.loras = Array(loras.reversed().joined().prefix(PromptTags.most))
    }

    private static let modelInputs = ["model", "model1", "base_model", "pipe", "basic_pipe", "any"]

    private func modelName(_ node: Node) -> String? {
        let keys = ["ckpt_name", "unet_name", "base_ckpt_name", "model_name", "gguf_name"]
        return name(literal(node, keys))
    }

    /// LoraLoader has one add-on, rgthree's Power Lora Loader and the stackers a list of them.
    private func addOns(of node: Node) -> [Generation.LoRA] {
        var loras: [Generation.LoRA] = []
        for key in node.inputs.keys where key.lowercased().hasPrefix("lora") {
            guard let value = node.inputs[key] else { continue }
            if let members = value.members {
                if members.isOn, let name = members.name("lora") {
                    loras.append(.init(name: name, strength: members.amount("strength")))
                }
            } else if key.hasPrefix("lora_name"), let name = name(value), name != "None" {
                let number = key.dropFirst("lora_name".count)
                if node.inputs.words("switch\(number)") == "Off" { continue }
                let keys =
                    number.isEmpty
                    ? ["strength_model", "lora_model_strength", "strength"]
                    : ["lora_wt\(number)", "model_str\(number)", "model_weight\(number)"]
                let strength = literal(node, keys)?.amount
                loras.append(.init(name: name, strength: strength))
            }
        }
        return loras
    }
}

extension JSONObject {
    fileprivate var isOn: Bool { self["on"].map(\.isTrue) ?? true }
}
