import Foundation
import Planning
import Rendering
import Serving
import Typesetting

/// A draft that is planned again whenever it or one of its files has changed.
struct LiveDraft {
    /// A plan for one shape, and how the page draws it.
    struct View: Sendable {
        var plan: LivePlan
        var document: PreviewPlan
    }

    /// Pixels of a frame: 960 by 540, or as many in another shape.
    static let area = 960.0 * 540

    let url: URL
    private let fonts: FontLibrary
    private var inspector = FileInspector()
    /// The states of the files that the inspector looked at.
    private var states: [String: String] = [:]
    private var bytes: [UInt8] = []
    /// The last one that could be planned, spoken as far as it is.
    private var good: Draft?
    /// What of it still has to be spoken; nil where nothing has.
    private(set) var silent: Draft?
    private var views: [PreviewAspect: View] = [:]
    private(set) var problems: [PreviewPlan.Remark] = []
    private(set) var version = 0

    init(_ url: URL, fonts: FontLibrary) {
        self.url = url
        self.fonts = fonts
    }

    /// Looks whether anything has changed, and takes note of it.
    ///
    /// - Returns: whether there is something new to see.
    mutating func refresh() -> Bool {
        let known = states
        states[url.path] = FileState.text(of: url.path)
        for path in known.keys { states[path] = FileState.text(of: path) }
        guard version == 0 || states != known else { return false }
        // What it found out about a file that changed is out of date.
        if states.contains(where: { $0.key != url.path && known[$0.key] != $0.value }) {
            inspector = FileInspector()
        }
        version += 1
        views = [:]
        read()
        return true
    }

    private mutating func read() {
        do {
            bytes = try DraftFile.bytes(at: url, name: url.lastPathComponent)
            let survey = try planner(nil).survey(bytes)
            problems = survey.issues.map { Self.remark($0.words, $0.place) }
            // A file that is missing may come.
            for mention in survey.mentions {
                states[mention.path] = FileState.text(of: mention.path)
            }
            if survey.plan != nil {
                good = survey.draft
                silent = survey.draft.unspokenLines.isEmpty ? nil : survey.draft
            }
        } catch let error as DraftError {
            problems = error.issues.map { Self.remark($0.words, $0.place) }
        } catch {
            problems = [Self.remark(Failure.words(for: error), DraftPlace())]
        }
    }

    /// Takes what came of speaking the draft of `version`.
    ///
    /// - Returns: whether it is still that one.
    mutating func take(spoken: Draft, of version: Int) -> Bool {
        guard version == self.version else { return false }
        (good, silent, views) = (spoken, nil, [:])
        self.version += 1
        return true
    }

    /// Returns the last good plan in a shape; nil where there never was one.
    mutating func view(_ aspect: PreviewAspect) -> View? {
        if let view = views[aspect] { return view }
        guard let good else { return nil }
        do {
            let full = full(aspect, good)
            let survey = planner(Self.reduced(full)).survey(good)
            guard let plan = survey.plan else { return nil }
            let files = Dictionary(
                uniqueKeysWithValues: plan.sources.map { ($0, FileState.text(of: $0)) })
            states.merge(files) { $1 }
            let live = LivePlan(plan, files: files)
            var document = PreviewPlan(
                live, survey, aspect: aspect, full: full, version: String(version))
            document.findings = try findings(plan, survey)
            let view = View(plan: live, document: document)
            views[aspect] = view
            return view
        } catch {
            // What was good a moment ago; the next look tells what is wrong.
            return nil
        }
    }

    private func findings(
        _ plan: RenderPlan, _ survey: DraftSurvey
    ) throws -> [PreviewPlan.Finding] {
        try TextFindings.find(in: plan, fonts: fonts).map { finding in
            let pointer = finding.notice.place.pointer
            let segment = survey.times.keys.first {
                pointer == $0 || pointer.hasPrefix($0 + "/")
            }
            return PreviewPlan.Finding(
                message: finding.notice.message, pointer: segment ?? pointer,
                from: finding.frames.lowerBound, to: finding.frames.upperBound,
                box: .init(
                    x: finding.x, y: finding.y, width: finding.width, height: finding.height))
        }
    }

    /// The plan in full size, as `frame` makes it.
    func fullPlan(_ aspect: PreviewAspect) throws -> RenderPlan {
        try planner(size(aspect)).plan(good ?? Draft(parsing: bytes))
    }

    private func planner(_ canvas: CanvasSize?) -> Planner {
        Planner(
            folder: url.deletingLastPathComponent().path, inspector: inspector,
            options: .init(
                canvas: canvas, fontFamilies: fonts.families, onSourceFailure: .fail))
    }

    private func size(_ aspect: PreviewAspect) -> CanvasSize? {
        aspect == .draft ? nil : CanvasSize(parsing: aspect.rawValue)
    }

    private func full(_ aspect: PreviewAspect, _ draft: Draft) -> CanvasSize {
        let own = CanvasSize(
            parsing: "\(draft.metadata.width ?? 1920)x\(draft.metadata.height ?? 1080)")
        return size(aspect) ?? own ?? .fullHD
    }

    /// The size of the frames that are looked at.
    static func reduced(_ size: CanvasSize) -> CanvasSize {
        let scale = min((area / Double(size.width * size.height)).squareRoot(), 1)
        func side(_ length: Int) -> Int { max(Int(Double(length) * scale / 2 + 0.5) * 2, 16) }
        return CanvasSize(parsing: "\(side(size.width))x\(side(size.height))") ?? size
    }

    static func remark(_ message: String, _ place: DraftPlace) -> PreviewPlan.Remark {
        PreviewPlan.Remark(
            message: message, pointer: place.pointer, line: place.line, column: place.column)
    }

    /// The part of the draft's text at a JSON Pointer; nil where there is none.
    func source(at pointer: String) throws(DraftError) -> PreviewSource? {
        let root = try JSONDocument(parsing: bytes).root
        guard let node = root.node(at: pointer) else { return nil }
        return PreviewSource(
            pointer: pointer, file: url.lastPathComponent, line: Int(node.line),
            column: Int(node.column),
            json: JSONWriter.text(of: node.value))
    }
}

extension JSONNode {
    /// Returns what a JSON Pointer leads to (RFC 6901).
    fileprivate func node(at pointer: String) -> JSONNode? {
        var node = self
        for step in pointer.split(separator: "/") {
            let key = step.replacingOccurrences(of: "~1", with: "/")
                .replacingOccurrences(of: "~0", with: "~")
            if let list = node.array {
                guard let index = Int(key), list.indices.contains(index) else { return nil }
                node = list[index]
            } else {
                guard let next = node.object?[key] else { return nil }
                node = next
            }
        }
        return node
    }
}
