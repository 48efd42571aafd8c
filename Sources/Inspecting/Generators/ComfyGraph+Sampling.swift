import Foundation
import Planning

extension ComfyGraph {
    /// Whether a node turns noise into a picture.
    func isSampler(_ node: Node) -> Bool {
        if node.isBypassed || node.type.contains("Select") { return false }
        if node.type.contains("KSampler") || node.type.hasPrefix("SamplerCustom") { return true }
        let inputs = node.inputs
        let hasSeed = inputs["seed"] != nil || inputs["noise_seed"] != nil
        return hasSeed && inputs["steps"] != nil && inputs["cfg"] != nil
            && inputs["sampler_name"] != nil
    }

    /// The samplers that lead to a picture that is saved or shown, nearest to it first; all of them
    /// where no output is found.
    var samplers: [String] {
        let outputs = order.filter { id in
            guard let type = nodes[id]?.type else { return false }
            return type.contains("Save") || type.contains("Preview")
        }
        let isUsed: (String) -> Bool = { self.nodes[$0].map(self.isSampler) ?? false }
        let found = reachable(from: outputs).filter(isUsed)
        return found.isEmpty ? order.filter(isUsed) : found
    }

    /// The sampler that began: no other sampler made what it started from.
    ///
    /// Later ones refine or enlarge its picture.
    func firstSampler(of samplers: [String]) -> String? {
        let all = Set(samplers)
        // A bound for hostile graphs: each look walks the graph.
        let candidates = samplers.prefix(32)
        let first = candidates.first { id in
            guard let node = nodes[id] else { return false }
            let start = Self.latentInputs.compactMap { link(node, $0)?.node }
            return !reachable(from: start).contains { all.contains($0) }
        }
        return first ?? candidates.last
    }

    /// The names under which nodes take a picture in latent form.
    static let latentInputs = ["latent_image", "latent", "samples", "optional_latent"]

    /// Reads seed, steps, guidance and names of a sampler and of the nodes that feed it.
    func readSampling(_ sampler: Node, into generation: inout Generation) {
        let noise = linked(sampler, "noise") ?? sampler
        let selection = linked(sampler, "sampler") ?? sampler
        let sigmas = linked(sampler, "sigmas") ?? sampler
        let guider = linked(sampler, "guider") ?? sampler
        generation.seed =
            (literal(sampler, ["seed", "noise_seed"]) ?? literal(noise, ["noise_seed", "seed"]))?
            .seed
        generation.steps = (literal(sampler, ["steps"]) ?? literal(sigmas, ["steps"]))?.whole
        generation.cfg = (literal(sampler, ["cfg"]) ?? literal(guider, ["cfg"]))?.amount
        generation.sampler = name(literal(selection, ["sampler_name"]))
        generation.scheduler =
            name(literal(sampler, ["scheduler"])) ?? name(literal(sigmas, ["scheduler"]))
        let strength = (literal(sampler, ["denoise"]) ?? literal(sigmas, ["denoise"]))?.amount
        if let strength, strength < 1 { generation.strength = strength }
    }

    func linked(_ node: Node, _ input: String) -> Node? {
        link(node, input).flatMap { nodes[$0.node] }
    }

    func name(_ value: JSONNode?) -> String? { value?.words.flatMap(MetadataText.name) }

    /// Reads the size of the empty picture that the sampler began with, or that it began with an
    /// encoded one.
    func readStart(_ sampler: Node, into generation: inout Generation) {
        let input = Self.latentInputs.first { link(sampler, $0) != nil } ?? "latent_image"
        for id in chain(from: sampler, input, through: Self.latentInputs) {
            guard let node = nodes[id] else { continue }
            if let size = Reading.size(
                literal(node, ["width", "empty_latent_width"])?.whole,
                literal(node, ["height", "empty_latent_height"])?.whole),
                !node.type.contains("Upscale")
            {
                generation.declaredSize = size
                return
            }
            if node.type.hasPrefix("VAEEncode") { generation.mode = "img2img" }
        }
    }
}
