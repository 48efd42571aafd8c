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

    /// The samplers that lead to a picture that is saved, nearest to it first.
    ///
    /// Where none is, those that lead to one that is shown; where no output is found, all.
    var samplers: [String] {
        let isUsed: (String) -> Bool = { self.nodes[$0].map(self.isSampler) ?? false }
        for word in ["Save", "Preview"] {
            let outputs = order.filter { nodes[$0]?.type.contains(word) == true }
            let found = reachable(from: outputs).filter(isUsed)
            if !found.isEmpty { return found }
        }
        return order.filter(isUsed)
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

    /// The size of an empty picture; rgthree's node has it in words, "1216 x 832 (landscape)".
    private func size(of node: Node) -> Generation.Size? {
        if node.type.contains("Upscale") { return nil }
        let numbers = Reading.size(
            literal(node, ["width", "empty_latent_width"])?.whole,
            literal(node, ["height", "empty_latent_height"])?.whole)
        return numbers ?? node.inputs.words("dimensions").flatMap { Reading.size($0) }
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
            if let size = size(of: node) {
                generation.declaredSize = size
                return
            }
            if node.type.hasPrefix("VAEEncode") { generation.mode = "img2img" }
        }
    }
}
