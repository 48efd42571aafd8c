import Foundation
package import Planning

extension Draft {
    /// Returns the draft in another theme: what says nothing about its look follows `m.theme`, what
    /// was written in the old theme's colours and family is written in the new one's.
    ///
    /// Without `m.theme` a draft counts as one in the default theme. All other colours and fonts are
    /// somebody's choice and stay; so does layout. A name that is no theme's changes `m.theme` only.
    package func restyled(to theme: String) -> Draft {
        var draft = self
        draft.metadata.theme = theme
        guard let new = ThemeDefaults.named(theme) else { return draft }
        let old = metadata.theme.flatMap(ThemeDefaults.named) ?? .dusk
        let restyling = Restyling(old: old, new: new)
        draft.metadata.background = metadata.background.map(restyling.ground)
        for (index, track) in draft.tracks.enumerated() {
            draft.tracks[index].segments = track.segments.map { segment in
                switch track.kind {
                case .picture: restyling.picture(segment)
                case .text: restyling.text(segment)
                case .audio, .other: segment
                }
            }
        }
        return draft
    }
}
