extension Comparison.Files {
    /// What is wrong with one file's container and not with the other's.
    ///
    /// What viewers can't notice is for information only; a cut or damaged file is an error.
    package var findings: [Comparison.Finding] {
        let own = (
            a: a.notes.filter { !b.notes.contains($0) }, b: b.notes.filter { !a.notes.contains($0) }
        )
        let damage = [a, b].flatMap { $0.notes.filter(Self.isDamage) }
        return findings("A", own.a, damage) + findings("B", own.b, damage)
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
