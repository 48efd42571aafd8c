import Foundation

/// The JSON document that a person, a program or a service writes: tracks of segments, and
/// transitions.
///
/// A draft holds what was written and no more: nil means absent, and the planner knows the
/// defaults. Times are milliseconds, positions and sizes fractions of the canvas with the origin
/// top left.
package struct Draft: Hashable, Sendable {
    /// The newest schema version that is understood.
    package static let newestVersion = 1

    /// The key `v`.
    package var version: Int

    /// The key `id`.
    package var id: String

    /// `d`: the whole length; nil for the end of the last segment.
    package var duration: Int?

    /// The key `m`.
    package var metadata: Metadata

    /// `t`, in painting order: later tracks lie above earlier ones.
    package var tracks: [Track]

    /// The key `tr`.
    package var transitions: [Transition]

    /// Keys of the root that are kept as they are, `canvas_config` and the upload lists among them.
    package var unknown: JSONObject

    @Aside package var places = FieldPlaces()

    /// What reading had to say.
    @Aside package var notices: [Notice] = []

    package init(
        id: String, duration: Int? = nil, metadata: Metadata = Metadata(), tracks: [Track] = [],
        transitions: [Transition] = []
    ) {
        version = Self.newestVersion
        self.id = id
        self.duration = duration
        self.metadata = metadata
        self.tracks = tracks
        self.transitions = transitions
        unknown = JSONObject()
    }

    /// `m` of the draft: facts about the whole.
    package struct Metadata: Hashable, Sendable {
        package var title: String?
        /// Pixels; 1920 where nil.
        package var width: Int?
        /// Pixels; 1080 where nil.
        package var height: Int?
        /// `fps`; 30 where nil.
        package var frameRate: FrameRate?
        package var lang: String?
        /// `bg`; black where nil.
        package var background: Color?
        /// -14 LUFS where nil.
        package var loudness: Loudness?
        package var theme: String?
        /// `chapters`: rows of `[ms, "title"]`, in order of time.
        package var chapters: [Chapter]?
        /// `source_type`: how the pictures came to be, for the file's metadata.
        package var sourceType: DigitalSourceType?
        package var unknown = JSONObject()

        package init() {}
    }

    /// How loud the whole is made.
    package enum Loudness: Hashable, Sendable {
        /// JSON's null: levels stay as they are.
        case leave
        /// The integrated loudness to reach, in LUFS.
        case target(Double)
    }

    /// A cut between two segments that takes time.
    package struct Transition: Hashable, Sendable {
        /// The key `k`.
        package var kind: Kind
        /// `a`, the identity of the segment that ends at the cut.
        package var from: String
        /// `b`, the identity of the segment that starts there.
        package var to: String
        /// `d`; 500 where nil.
        package var duration: Int?
        package var unknown = JSONObject()
        @Aside package var places = FieldPlaces()

        package init(_ kind: Kind = .fade, from: String, to: String, duration: Int? = nil) {
            self.kind = kind
            self.from = from
            self.to = to
            self.duration = duration
        }

        /// xfade's names.
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case fade, fadeblack, fadewhite, dissolve
            case wipeleft, wiperight, wipeup, wipedown
            case slideleft, slideright, slideup, slidedown
            case smoothleft, smoothright, circleopen, circleclose
            case radial, pixelize, zoomin, hblur, distance
        }
    }
}
