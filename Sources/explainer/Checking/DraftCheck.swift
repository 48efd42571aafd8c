import Foundation
import Media
import Planning
import Rendering

/// All that was found out about a draft and its files.
struct DraftCheck {
    /// The draft's name as it was given.
    var name: String
    var sources: [CheckedSource] = []

    /// Nil where something stands in the way.
    var plan: RenderPlan?
    var issues: [DraftIssue]
    var notices: [Notice] = []

    var isGood: Bool { issues.isEmpty }

    /// Reads the draft and opens all of its files; `decodes` tells that films are decoded as far as
    /// they are used, and pictures whole.
    ///
    /// - Throws: a `Failure` where there is no such draft, or a file can't be read any more.
    init(_ input: DraftArguments, decodes: Bool) throws {
        name = input.name
        let bytes = try DraftFile.bytes(at: input.url, name: name)
        let fonts = try DraftArguments.fonts()
        let inspector = FileInspector(decodesPictures: decodes || input.onError != .fail)
        let survey: DraftSurvey
        do {
            survey = try input.planner(fonts, inspector).survey(bytes)
        } catch {
            issues = error.issues
            return
        }
        issues = survey.issues
        plan = survey.plan
        sources = CheckedSource.list(
            survey.mentions, inspector.found,
            folder: input.url.deletingLastPathComponent().path)
        notices = survey.notices
        if let plan { notices += try TextNotices.find(in: plan, fonts: fonts) }
        if decodes { notices += try Self.damage(sources, name) }
    }

    /// A file that can't be read any more is an error of the input.
    private static func damage(
        _ sources: [CheckedSource], _ name: String
    ) throws(Failure) -> [Notice] {
        do {
            return try DecodingCheck.notices(sources)
        } catch {
            throw Failure("\(name): \(error)", .input)
        }
    }

    /// "draft.json: good; 1920x1080, 90 frames, 3.00 s, 2 notices".
    var summary: String? {
        guard let plan else { return nil }
        let seconds = Double(plan.frameCount) / plan.canvas.frameRate.framesPerSecond
        return String(
            format: "%@: good; %dx%d, %d frames, %.2f s, %d %@", name, plan.canvas.width,
            plan.canvas.height, plan.frameCount, seconds, notices.count,
            notices.count == 1 ? "notice" : "notices")
    }
}
