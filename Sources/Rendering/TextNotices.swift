import Foundation
package import Planning
package import Typesetting

/// What setting all texts of a plan would have to say, without drawing anything.
package enum TextNotices {
    /// - Throws: where the fonts can't be opened.
    package static func find(in plan: RenderPlan, fonts: FontLibrary) throws -> [Notice] {
        let typesetter = try Typesetter(fonts)
        return plan.tracks.flatMap(\.clips).flatMap { clip -> [Notice] in
            guard case .text(let content) = clip.content else { return [] }
            let preparation = TextPreparation(content, clip.placement, in: plan)
            return preparation.notices(typesetter.layout(preparation.request))
        }
    }
}
