import Foundation

extension Draft {
    /// Segments of one kind, one after the other.
    package struct Track: Hashable, Sendable {
        /// The key `tt`.
        package var kind: Kind
        package var id: String
        /// The key `n`.
        package var name: String?
        /// `vol`: the gain of the whole track, 0...2; 1 where nil.
        package var volume: Double?
        /// The key `m.role`.
        package var role: Role?
        /// The key `m.mute`.
        package var isMuted: Bool?
        /// The key `m.hidden`.
        package var isHidden: Bool?
        /// `m.duck`: decibels under speech, the sign is ignored; 12 where nil, 0 for off.
        package var ducking: Double?
        /// `sg`, in any order of time; they must not overlap.
        package var segments: [Segment]
        /// Keys of `m` that are kept as they are.
        package var unknownMetadata = JSONObject()
        package var unknown = JSONObject()
        @Aside package var places = FieldPlaces()

        package init(
            _ kind: Kind, id: String, name: String? = nil, role: Role? = nil,
            segments: [Segment] = []
        ) {
            self.kind = kind
            self.id = id
            self.name = name
            self.role = role
            self.segments = segments
        }

        /// What a track holds.
        package enum Kind: Hashable, Sendable {
            case picture
            case audio
            case text
            /// Kept and not rendered.
            case other(Int)

            package init(_ number: Int) {
                self =
                    switch number {
                    case 0: .picture
                    case 1: .audio
                    case 7: .text
                    default: .other(number)
                    }
            }

            /// The key `tt`.
            package var number: Int {
                switch self {
                case .picture: 0
                case .audio: 1
                case .text: 7
                case .other(let number): number
                }
            }

            package var isRendered: Bool {
                if case .other = self { false } else { true }
            }
        }

        /// What a track is for; a word that is none of the known ones is kept.
        package struct Role: RawRepresentable, Hashable, Sendable {
            package var rawValue: String

            package init(rawValue: String) { self.rawValue = rawValue }

            package static let main = Role(rawValue: "main")
            package static let overlay = Role(rawValue: "overlay")
            package static let bgm = Role(rawValue: "bgm")
            package static let voice = Role(rawValue: "voice")
            package static let sfx = Role(rawValue: "sfx")
            package static let title = Role(rawValue: "title")
            package static let caption = Role(rawValue: "caption")
            package static let known = [main, overlay, bgm, voice, sfx, title, caption]
        }
    }
}
