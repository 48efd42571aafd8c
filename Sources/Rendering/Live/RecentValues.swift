/// The values that were asked for last, up to a weight of all together.
package struct RecentValues<Key: Hashable, Value> {
    private struct Entry {
        var value: Value
        var weight: Int
        var lastUse: Int
    }

    private let limit: Int
    private var entries: [Key: Entry] = [:]
    private var weight = 0
    private var uses = 0

    /// - Parameter limit: The weight of all; the newest is kept whatever it weighs.
    package init(limit: Int) { self.limit = limit }

    /// Returns the value of `key`, which counts as asked for now; nil where there is none any more.
    package mutating func value(_ key: Key) -> Value? {
        guard let entry = entries[key] else { return nil }
        uses += 1
        entries[key]?.lastUse = uses
        return entry.value
    }

    /// Keeps a value; those that were not asked for longest go where the weights come to too much.
    package mutating func insert(_ value: Value, weight: Int = 1, for key: Key) {
        remove(key)
        uses += 1
        entries[key] = Entry(value: value, weight: weight, lastUse: uses)
        self.weight += weight
        while self.weight > limit, entries.count > 1,
            let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })?.key
        {
            remove(oldest)
        }
    }

    package mutating func remove(_ key: Key) {
        guard let old = entries.removeValue(forKey: key) else { return }
        weight -= old.weight
    }
}
