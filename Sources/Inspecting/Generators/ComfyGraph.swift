import Foundation
import Planning

/// A ComfyUI graph: nodes whose inputs are values or links to other nodes' outputs.
struct ComfyGraph {
    /// The nodes by their ids, which are not always numbers.
    private(set) var nodes: [String: Node] = [:]

    /// The ids in the order of the text.
    private(set) var order: [String] = []

    struct Node {
        var type: String
        var inputs: JSONObject
        /// Switched off: data run through it unchanged.
        var isBypassed = false
    }

    /// Where an input comes from.
    struct Link: Hashable {
        var node: String
        var output: Int
    }

    init() {}

    /// Reads the form that ComfyUI runs, `{id: {class_type, inputs}}`.
    ///
    /// Other keys are ignored; nil where there is no node.
    init?(prompt: JSONObject) {
        for key in prompt.keys {
            guard let members = prompt[key]?.members, let type = members.words("class_type") else {
                continue
            }
            add(key, Node(type: type, inputs: members.members("inputs") ?? JSONObject()))
        }
        if nodes.isEmpty { return nil }
    }

    /// The most nodes that are kept: honest graphs have hundreds.
    private static let mostNodes = 20_000

    mutating func add(_ id: String, _ node: Node) {
        guard order.count < Self.mostNodes else { return }
        if nodes.updateValue(node, forKey: id) == nil { order.append(id) }
    }

    /// Returns what `input` of a node is linked to.
    func link(_ node: Node, _ input: String) -> Link? { node.inputs[input].flatMap(link) }

    /// A link is `[id, output]`.
    func link(_ value: JSONNode) -> Link? {
        guard let pair = value.items, pair.count == 2, let output = pair[1].whole else {
            return nil
        }
        switch pair[0].value {
        case .string(let id): return nodes[id] == nil ? nil : Link(node: id, output: output)
        case .number(let id):
            return nodes[id.text] == nil ? nil : Link(node: id.text, output: output)
        default: return nil
        }
    }

    /// Returns the links of all inputs, in the order of the text.
    func links(_ node: Node) -> [(input: String, link: Link)] {
        node.inputs.keys.compactMap { key in link(node, key).map { (key, $0) } }
    }

    /// Returns the ids that lead to the outputs: breadth first, each once.
    func reachable(from start: [String]) -> [String] {
        var (found, seen) = (start, Set(start))
        var index = 0
        while index < found.count {
            let node = nodes[found[index]]
            index += 1
            let sources = node.map { links($0).map(\.link.node) } ?? []
            for source in sources where seen.insert(source).inserted {
                found.append(source)
            }
        }
        return found
    }

    /// Follows `input` of `node` back and returns the ids on the way, the nearest first.
    ///
    /// `next` names the inputs through which a node passes on; the first that is a link counts.
    func chain(from node: Node, _ input: String, through next: [String]) -> [String] {
        var ids: [String] = []
        var (step, seen) = (link(node, input), Set<String>())
        while let link = step, seen.insert(link.node).inserted, let node = nodes[link.node] {
            ids.append(link.node)
            step =
                ((branches(of: node) ?? []) + next).lazy
                .compactMap { self.link(node, $0) }.first
        }
        return ids
    }

    /// Returns the inputs of a switch, the one that it passes on first; nil for other nodes.
    func branches(of node: Node) -> [String]? {
        guard node.inputs["on_true"] != nil, node.inputs["on_false"] != nil else { return nil }
        let isOn = literal(node, ["switch"])?.isTrue ?? false
        return isOn ? ["on_true", "on_false"] : ["on_false", "on_true"]
    }

    /// Returns a value that is given as a literal, or at the end of links to nodes that only hold
    /// one.
    func literal(_ node: Node, _ keys: [String]) -> JSONNode? {
        for key in keys {
            guard let value = node.inputs[key] else { continue }
            guard var link = link(value) else { return value }
            for _ in 0..<16 {
                guard let holder = nodes[link.node] else { break }
                let names =
                    [key, "value", "seed", "noise_seed", "int", "float", "number", "Value"]
                    + ["string", "text"]
                guard let held = names.lazy.compactMap({ holder.inputs[$0] }).first else { break }
                guard let further = self.link(held) else { return held }
                link = further
            }
        }
        return nil
    }
}
