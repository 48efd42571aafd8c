import Foundation

/// The settings with which a generator says it made a picture.
package struct Generation: Hashable, Sendable {
    /// The whole prompt; nil where none is recorded.
    package var prompt: String?

    /// The whole negative prompt.
    package var negative: String?

    /// A name, a path or a URN, as recorded.
    package var model: String?
    package var modelHash: String?

    /// An integer in decimal digits: seeds exceed what a double holds.
    package var seed: String?

    package var steps: Int?
    package var sampler: String?
    package var scheduler: String?

    /// The guidance scale.
    package var cfg: Double?

    /// The guidance that a distilled model such as Flux takes as a plain input; `cfg` is then 1.
    package var distilledGuidance: Double?

    /// The size that was asked for, in pixels; it may differ from the stored one.
    package var declaredSize: Size?

    package var loras: [LoRA] = []

    /// The version of the program.
    package var version: String?
    package var app: String?

    /// What was done where it was not text to image: "img2img".
    package var mode: String?

    /// The share of a first picture that was made anew, 0...1.
    package var strength: Double?

    /// The class of the node that sampled first, and how many nodes sample.
    package var samplerNode: String?
    package var samplerNodes: Int?

    /// The number of nodes of an embedded graph.
    package var nodeCount: Int?

    /// Whether the final prompt was put together while a graph ran: `prompt` is then its stored
    /// base.
    package var isPromptAssembled = false

    package init() {}

    package struct Size: Hashable, Sendable {
        package var width: Int
        package var height: Int

        package init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }
    }

    /// A small add-on to a model's weights.
    package struct LoRA: Hashable, Sendable {
        package var name: String
        package var strength: Double?

        package init(name: String, strength: Double? = nil) {
            self.name = name
            self.strength = strength
        }
    }
}
