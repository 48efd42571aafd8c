import Foundation

/// One walk through a draft: what stays the same for all parts of the plan, and what was found so
/// far.
struct PlanWalk {
    let draft: Draft
    let planner: Planner
    private(set) var canvas: Canvas
    /// What `m.theme` gives where the draft says nothing; nil where it names no theme.
    let theme: ThemeDefaults?
    var log: DraftLog

    /// What the inspector said about each path, or why it failed.
    var facts: [SourceKey: Result<SourceFacts, SourceFailure>] = [:]

    /// Why the inspector refuses a colour table, by its path; nil for those that are usable.
    var colorTables: [String: DraftIssue.Problem?] = [:]

    /// The identities of the segments that are left out.
    var leftOut: Set<String> = []

    /// Where each path is named first.
    var sourcePlaces: [String: DraftPlace] = [:]

    /// The families that `st.font` may name, in lower case, to their own spelling.
    let families: [String: String]

    init(_ draft: Draft, planner: Planner) {
        self.draft = draft
        self.planner = planner
        log = DraftLog(notices: draft.notices)
        let known = (planner.options.fontFamilies ?? []).map { ($0.lowercased(), $0) }
        families = Dictionary(known) { first, _ in first }
        let metadata = draft.metadata
        theme = metadata.theme.flatMap(ThemeDefaults.named)
        let size = planner.options.canvas
        let width = size?.width ?? metadata.width ?? 1920
        let height = size?.height ?? metadata.height ?? 1080
        canvas = Canvas(
            width: width, height: height,
            frameRate: planner.options.frameRate ?? metadata.frameRate ?? FrameRate(30),
            background: Self.opaque(metadata.background ?? theme?.ground ?? .black))
    }

    private static func opaque(_ color: Color) -> Color {
        Color(red: color.red, green: color.green, blue: color.blue)
    }

    var rate: FrameRate { canvas.frameRate }

    /// Returns `milliseconds` in frames, fractional.
    func frames(_ milliseconds: Int) -> Double {
        rate.frames(atMilliseconds: Double(milliseconds))
    }

    /// Gives the notices about the draft as a whole.
    mutating func noticeTheRest() {
        let places = draft.places
        if canvas.width != canvas.contentWidth || canvas.height != canvas.contentHeight {
            let size = "\(canvas.contentWidth)x\(canvas.contentHeight)"
            let key = canvas.width != canvas.contentWidth ? "m/width" : "m/height"
            log.notice(
                "the canvas of \(size) is padded to \(canvas.width)x\(canvas.height)",
                at: places.place(of: key, in: ""))
        }
        if let background = draft.metadata.background, background.alpha < 255 {
            log.notice("the alpha of bg has no effect", at: places.place(of: "m/bg", in: ""))
        }
        if let name = draft.metadata.theme, theme == nil {
            log.notice(
                "unknown theme \(JSONWriter.quoted(name)) is kept and has no effect",
                at: places.place(of: "m/theme", in: ""),
                hint: Spelling.hint(for: name, among: ThemeDefaults.names))
        }
    }
}
