import Foundation
import Planning

extension ComfyGraph {
    /// Reads the form in which ComfyUI's editor saves a graph: values stand in a list, without
    /// names.
    ///
    /// Names are known for ComfyUI's own nodes alone; it is the fallback where the other form is
    /// missing. nil where there is no node.
    init?(workflow: JSONObject) {
        guard let list = workflow.items("nodes") else { return nil }
        self.init()
        let links = Self.sources(workflow.items("links") ?? [])
        for item in list {
            guard let members = item.members, let id = members["id"].flatMap(Self.id),
                let type = members.words("type"), members.whole("mode") != 2  // Muted.
            else { continue }
            var node = Node(type: type, inputs: JSONObject())
            node.isBypassed = members.whole("mode") == 4
            for input in members.items("inputs") ?? [] {
                guard let input = input.members, let name = input.words("name"),
                    let source = input.whole("link").flatMap({ links[$0] })
                else { continue }
                node.inputs.set(name, source)
            }
            if !node.isBypassed { Self.name(members.items("widgets_values") ?? [], in: &node) }
            add(id, node)
        }
        if nodes.isEmpty { return nil }
    }

    private static func id(_ node: JSONNode) -> String? {
        switch node.value {
        case .string(let text): text
        case .number(let number): number.text
        default: nil
        }
    }

    /// A link is `[id, from node, from output, to node, to input, type]`, or an object in the
    /// inside of subgraphs.
    private static func sources(_ links: [JSONNode]) -> [Int: JSONNode] {
        var sources: [Int: JSONNode] = [:]
        for link in links {
            guard let fields = link.items, fields.count >= 3, let id = fields[0].whole,
                let node = Self.id(fields[1])
            else { continue }
            sources[id] = JSONNode(.array([JSONNode(.string(node)), fields[2]]))
        }
        return sources
    }

    /// The order of the values of ComfyUI's own nodes; "" is a control of the editor.
    private static let widgets: [String: [String]] = [
        "KSampler": ["seed", "", "steps", "cfg", "sampler_name", "scheduler", "denoise"],
        "KSamplerAdvanced": [
            "add_noise", "noise_seed", "", "steps", "cfg", "sampler_name", "scheduler",
        ],
        "SamplerCustom": ["add_noise", "noise_seed", "", "cfg"],
        "RandomNoise": ["noise_seed"], "KSamplerSelect": ["sampler_name"],
        "BasicScheduler": ["scheduler", "steps", "denoise"], "SDTurboScheduler": ["steps"],
        "CFGGuider": ["cfg"], "FluxGuidance": ["guidance"], "CLIPTextEncode": ["text"],
        "CheckpointLoaderSimple": ["ckpt_name"], "UNETLoader": ["unet_name"],
        "UnetLoaderGGUF": ["unet_name"], "LoraLoader": ["lora_name", "strength_model"],
        "LoraLoaderModelOnly": ["lora_name", "strength_model"],
        "EmptyLatentImage": ["width", "height"], "EmptySD3LatentImage": ["width", "height"],
        "PrimitiveNode": ["value"], "PrimitiveStringMultiline": ["value"],
        "PrimitiveString": ["value"], "PrimitiveInt": ["value"], "PrimitiveFloat": ["value"],
    ]

    /// An input that is a link keeps its link: its value in the list is stale.
    private static func name(_ values: [JSONNode], in node: inout Node) {
        for (name, value) in zip(widgets[node.type] ?? [], values)
        where !name.isEmpty && node.inputs[name] == nil {
            node.inputs.set(name, value)
        }
    }
}
