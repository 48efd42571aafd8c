extension Comparison.Files {
    /// What is wrong with one file's container and not with the other's.
    ///
    /// What viewers can't notice is for information only; a cut or damaged file is an error.
    package var findings: [Comparison.Finding] {
        let own = (
            a: a.notes.filter { !b.notes.contains($0) }, b: b.notes.filter { !a.notes.contains($0) }
        )
        let damage = [a, b].flatMap { $0.notes.filter(Self.isDamage) }
        return lacks + findings("A", own.a, damage) + findings("B", own.b, damage)
    }

    /// What one of them does not have at all.
    private var lacks: [Comparison.Finding] {
        func lack(
            _ kind: Comparison.Finding.Kind, _ what: String, _ inA: Bool, _ inB: Bool
        ) -> Comparison.Finding? {
            guard inA != inB else { return nil }
            return Comparison.Finding(
                kind, .error, at_ms: 0, a: inA ? 0 : 1, b: inB ? 0 : 1,
                "\(inA ? "B" : "A") has no \(what)")
        }
        return [
            lack(.container, "picture", a.video != nil, b.video != nil),
            lack(.silence, "sound", a.audio != nil, b.audio != nil),
        ].compactMap { $0 }
    }

    private func findings(
        _ side: String, _ notes: [String], _ damage: [String]
    ) -> [Comparison.Finding] {
        notes.map { note in
            let isDamaged = damage.contains(note)
            return Comparison.Finding(
                .container, isDamaged ? .error : .info, a: side == "A" ? 1 : 0,
                b: side == "B" ? 1 : 0, "\(side): \(note)")
        }
    }

    private static func isDamage(_ note: String) -> Bool {
        ["it is cut short", "its last part is missing", "a packet of it", "reading it fails"]
            .contains(where: note.hasPrefix)
    }
}
