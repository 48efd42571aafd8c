import Foundation
import Planning

extension Phrasing {
    /// One phrase for each member that differs: the key, the old and the new value.
    func differences(_ old: JSONObject, _ new: JSONObject) -> [String] {
        let keys = old.keys + new.keys.filter { old[$0] == nil }
        return keys.compactMap { difference($0, old[$0]?.value, new[$0]?.value) }
    }

    private func difference(_ key: String, _ old: JSONValue?, _ new: JSONValue?) -> String? {
        switch (old, new) {
        case (let old?, let new?) where old != new:
            let short = (brief(old), brief(new))
            let pair = short.0 == short.1 ? (text(old), text(new)) : short
            return changed(key, pair.0, pair.1)
        case (nil, let new?): return added("\(key) \(brief(new))")
        case (let old?, nil): return removed("\(key) \(brief(old))")
        default: return nil
        }
    }

    private func brief(_ value: JSONValue) -> String {
        let text = text(value)
        return text.count > 60 ? "\(text.prefix(59))…" : text
    }

    /// The value on one line.
    private func text(_ value: JSONValue) -> String {
        JSONWriter.text(of: value).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    }
}
