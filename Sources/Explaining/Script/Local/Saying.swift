import Foundation

/// What a wording may draw on, and the sentences it has said so far.
struct Saying {
    /// What is known of the picture that is explained.
    let known: Known

    let topics: [Topic]
    let audience: Audience

    /// How many pictures the request has.
    let pictureCount: Int

    private let seed: UInt64
    private let part: Part
    private var calls: UInt64 = 0
    private(set) var sentences: [Beat.Sentence] = []

    init(_ part: Part, of known: Known, telling: Telling) {
        self.part = part
        self.known = known
        topics = telling.topics
        audience = telling.request.audience
        pictureCount = telling.request.pictures.count
        seed = telling.request.seed
    }

    /// Says one of `wordings`, which mean the same; those that lack a fact are nil.
    ///
    /// The seed chooses. Nothing is said to other audiences than `audiences`, none meaning all.
    mutating func say(_ rank: Int, _ wordings: String?..., to audiences: Audience...) {
        calls += 1
        guard audiences.isEmpty || audiences.contains(audience) else { return }
        let choices = wordings.compactMap { $0 }
        guard !choices.isEmpty else { return }
        var numbers = SplitMix64(seed: seed ^ SplitMix64.hash("\(part.rawValue) \(calls)"))
        let choice = Int(numbers.next() % UInt64(choices.count))
        sentences.append(Beat.Sentence(choices[choice], rank: rank))
    }
}

/// Sebastiano Vigna's generator: the same numbers everywhere.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// FNV-1a, which unlike `Hasher` does not change from run to run.
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

/// A request with what was understood of it.
struct Telling {
    var request: ScriptRequest
    var topics: [Topic]
    var pictures: [Known]

    /// The picture that is explained: the first that concerns AI where that is the subject.
    var subject: Known

    /// A title in the user's own words.
    var ownTitle: String?
}
