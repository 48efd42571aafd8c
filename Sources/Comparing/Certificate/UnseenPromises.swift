/// Promises of a good export that no film shows by itself; they are listed so that the list is
/// whole.
enum UnseenPromises {
    static var all: [Certificate.Promise] {
        [
            unseen("shimmer", .motion, "No shimmer when shrinking", "55 dB against a reference"),
            unseen("gamut", .colour, "Wide-gamut photos look right", "ΔE2000 at most 2 on a card"),
            unseen("alpha", .colour, "Soft edges have no dark fringe", "none"),
            unseen("shaping", .text, "Scripts are shaped and broken right", "Unicode's own tests"),
            unseen("breathing", .text, "Moving texts keep their form", "sub-pixel positions"),
            unseen("repeatable", .file, "The same draft gives the same bytes", "any workers"),
            unseen("atomic", .file, "A failed render leaves no file", "written whole or not"),
        ]
    }

    private static func unseen(
        _ id: String, _ group: Certificate.Group, _ title: String, _ bar: String
    ) -> Certificate.Promise {
        Certificate.Promise(id, group, title, bar: bar)
            .lacking("not to be seen on a finished film; the renderer's tests hold it")
    }
}
