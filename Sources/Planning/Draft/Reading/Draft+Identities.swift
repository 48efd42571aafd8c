import Foundation

extension Draft {
    /// Makes identities where none were written: the same text gets the same ones.
    mutating func nameTheNameless(seed: [UInt8]) {
        if id.isEmpty { id = "d" + String(Self.hash(seed), radix: 16) }
        var taken = Set(tracks.map(\.id) + tracks.flatMap { $0.segments.map(\.id) })
        func make(_ wanted: String) -> String {
            var (name, suffix) = (wanted, 2)
            while !taken.insert(name).inserted {
                name = "\(wanted)-\(suffix)"
                suffix += 1
            }
            return name
        }
        for track in tracks.indices {
            if tracks[track].id.isEmpty { tracks[track].id = make("t\(track + 1)") }
            for segment in tracks[track].segments.indices
            where tracks[track].segments[segment].id.isEmpty {
                tracks[track].segments[segment].id = make("t\(track + 1)s\(segment + 1)")
            }
        }
    }

    /// Gives a notice for each segment whose identity an earlier one has.
    func noticeDuplicateIdentities(in log: inout DraftLog) {
        var seen: Set<String> = []
        for (t, track) in tracks.enumerated() {
            for (s, segment) in track.segments.enumerated()
            where !seen.insert(segment.id).inserted {
                let place = segment.places.place(of: "id", in: "/t/\(t)/sg/\(s)")
                log.notice(
                    "the id \(JSONWriter.quoted(segment.id)) belongs to several segments",
                    at: place)
            }
        }
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
