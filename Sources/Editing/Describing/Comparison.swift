import Foundation
import Planning

/// Two states of one item, and what was said of their difference.
///
/// What has been said is settled: `settled` is the new state with all of that as it was. What is
/// left in the end is said without words of its own, so that nothing is passed over.
struct Comparison<Owner: Equatable> {
    let words: Phrasing
    let old: Owner
    let new: Owner
    var settled: Owner
    var phrases: [String] = []

    init(_ old: Owner, _ new: Owner, words: Phrasing) {
        self.words = words
        self.old = old
        self.new = new
        settled = new
    }

    /// Settles one field, in the first of `writings` in which its two values differ.
    ///
    /// Values that are the same in all of them mean the same.
    mutating func compare<Value: Equatable>(
        _ field: WritableKeyPath<Owner, Value>, _ label: String, _ writings: [(Owner) -> String]
    ) {
        guard settle(field) else { return }
        for writing in writings where writing(old) != writing(new) {
            phrases.append(words.changed(label, writing(old), writing(new)))
            return
        }
    }

    /// Settles a field that may be absent: `… added`, `… removed`, or both values.
    mutating func comparePart<Value: Equatable>(
        _ field: WritableKeyPath<Owner, Value?>, _ label: String, _ writings: [(Value) -> String]
    ) {
        guard settle(field) else { return }
        switch (old[keyPath: field], new[keyPath: field]) {
        case (let old?, let new?):
            let pair = writings.lazy.map { ($0(old), $0(new)) }.first { $0.0 != $0.1 }
            if let pair { phrases.append(words.changed(label, pair.0, pair.1)) }
        case (nil, let new?):
            if let first = writings.first { phrases.append(words.added(part(label, first(new)))) }
        case (let old?, nil):
            if let first = writings.first { phrases.append(words.removed(part(label, first(old)))) }
        case (nil, nil): break
        }
    }

    private func part(_ label: String, _ value: String) -> String {
        value.isEmpty ? label : "\(label) \(value)"
    }

    /// Settles keys without words of their own: each with its old and new value.
    mutating func compareObject(_ field: WritableKeyPath<Owner, JSONObject>) {
        let (before, after) = (old[keyPath: field], new[keyPath: field])
        guard settle(field) else { return }
        phrases += words.differences(before, after)
    }

    /// Takes a field back to what it was.
    ///
    /// - Returns: whether it had changed.
    mutating func settle<Value: Equatable>(_ field: WritableKeyPath<Owner, Value>) -> Bool {
        guard old[keyPath: field] != new[keyPath: field] else { return false }
        settled[keyPath: field] = old[keyPath: field]
        return true
    }

    /// All that was said, and a word for the rest where there is any.
    var finished: [String] {
        settled == old ? phrases : phrases + [words("other details changed", "其他细节有变化")]
    }
}
