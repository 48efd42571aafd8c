import Foundation

/// What an English request names, found by whole words.
struct EnglishCues {
    private let words: [String]

    init(_ text: String) {
        let plain = text.lowercased().replacingOccurrences(of: "’", with: "'")
        words = plain.split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
    }

    private static let requests: Set<String> = [
        "explain", "show", "tell", "describe", "make", "create", "what", "what's", "how", "why",
        "please", "can", "could", "would", "i", "give", "teach", "help", "introduce", "present",
        "is", "was", "who", "where", "generate", "render", "produce",
    ]

    /// Whether the text asks for something.
    var isRequest: Bool {
        guard let first = words.first, Self.requests.contains(first) else { return false }
        if first == "i" {
            return words.count > 1 && ["want", "need", "would", "wish"].contains(words[1])
        }
        return words.count <= 60
    }

    /// The topics in the order in which they are named.
    var topics: [Topic] {
        let found = Topic.allCases.compactMap { topic in place(of: topic).map { ($0, topic) } }
        let sorted = found.sorted { $0.0 < $1.0 }.map(\.1)
        return sorted.filter { $0 != .thisPicture || sorted.count == 1 }
    }

    /// Where `topic` is named first.
    private func place(of topic: Topic) -> Int? {
        switch topic {
        case .whatIsIt: whatIsIt
        case .howCreated: howCreated
        case .howToTell: first(Self.telling)
        case .responsibleUse: first(Self.use)
        case .productPhoto: first(Self.product)
        case .thisPicture: first(Self.picture)
        }
    }

    /// "what … AI", or AI images named with no other question about them.
    private var whatIsIt: Int? {
        guard let subject = first(Self.ai) else { return nil }
        if let what = first(["what", "what's", "definition", "meaning"]), what < subject {
            return what
        }
        let others: [Topic] = [.howCreated, .howToTell, .responsibleUse, .productPhoto]
        return others.contains { place(of: $0) != nil } ? nil : subject
    }

    /// "how … made", "made how", "the making of".
    private var howCreated: Int? {
        if let plain = first(["making of", "came to be", "creation process", "diffusion"]) {
            return plain
        }
        return words.indices.first { index in
            guard words[index] == "how" else { return false }
            let following = words[(index + 1)...].prefix(9)
            guard let verb = following.firstIndex(where: Self.making.contains) else { return false }
            return first(Self.telling + Self.use, in: index..<verb) == nil
        }
    }

    private static let making: Set<String> = [
        "created", "create", "creates", "made", "make", "makes", "generated", "generate",
        "generates", "generation", "produced", "works", "work", "built", "drawn", "draw", "draws",
        "painted", "rendered", "created", "formed", "done", "born",
    ]
    private static let ai = [
        "ai", "a i", "artificial intelligence", "generative", "machine generated", "aigc",
        "ai-generated", "midjourney", "stable diffusion", "text to image",
    ]
    private static let telling = [
        "how to tell", "can tell", "you tell", "we tell", "i tell", "to tell", "spot", "spotting",
        "detect", "detecting", "recognise", "recognize", "real or", "is it ai", "is this ai",
        "is this picture ai", "is this image ai", "was this made by ai", "fake", "fakes",
        "provenance", "credentials", "authentic", "authenticity", "identify", "how do i know",
        "how do you know", "origin", "where it comes from", "where does it come from",
        "where this picture comes from", "verify", "check if", "check whether", "tell if",
        "tell whether",
    ]
    private static let use = [
        "responsibly", "responsible", "responsibility", "ethics", "ethical", "ethically",
        "licence", "license", "licensing", "copyright", "legal", "legally", "allowed to use",
        "may i use", "can i use", "how to use", "using it", "using them", "use it", "use them",
        "disclose", "disclosure", "rights", "fair use", "credit it", "good use", "commercially",
    ]
    private static let product = [
        "product", "products", "advert", "advertise", "advertising", "advertisement", "ad", "shop",
        "store", "sell", "selling", "brand", "promo", "promote", "promotion", "merchandise",
        "for sale",
    ]
    private static let picture = [
        "this picture", "this image", "this photo", "this photograph", "my picture", "my image",
        "my photo", "the picture", "the photo", "the image", "these pictures", "these photos",
        "these images", "my pictures", "my photos", "colours", "colors", "composition", "palette",
        "light", "lighting",
    ]

    /// Where the first of `phrases` begins: sequences of whole words.
    private func first(_ phrases: [String], in range: Range<Int>? = nil) -> Int? {
        phrases.compactMap { phrase in
            let sequence = phrase.split { $0 == " " || $0 == "-" }.map(String.init)
            return (range ?? words.indices).first { words[$0...].starts(with: sequence) }
        }.min()
    }
}
