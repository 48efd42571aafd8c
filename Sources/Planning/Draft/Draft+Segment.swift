import Foundation

extension Draft {
    /// One thing for a stretch of time.
    ///
    /// Which fields count follows from the track's kind.
    package struct Segment: Hashable, Sendable {
        package var id: String
        /// The key `n`.
        package var name: String?
        /// `s`; the end of the previous segment where nil.
        package var start: Int?
        /// `d`; by kind and source where nil.
        package var duration: Int?
        /// The key `fi`.
        package var fadeIn: Int?
        /// The key `fo`.
        package var fadeOut: Int?
        /// `m`: mirrors for tolerant readers and whatever else stood there.
        package var metadata = JSONObject()
        package var unknown = JSONObject()
        @Aside package var places = FieldPlaces()

        /// `src`: a path relative to the draft's folder, an absolute path, or a URL.
        package var source: String?
        /// `ss`: the start in the source.
        package var sourceStart: Int?
        /// `sp`, 0.25...4; 1 where nil.
        package var speed: Double?
        /// `vol`, 0...2; 1 where nil.
        package var volume: Double?
        package var loop: Bool?

        /// A plain rectangle.
        package var color: Color?
        /// The key `gen`.
        package var generated: Generated?
        /// `cover` where nil.
        package var fit: PictureContent.Fit?
        /// The key `kb`.
        package var kenBurns: KenBurns?
        /// The centre; for pictures 0.5 where nil, for text by preset.
        package var x: Double?
        package var y: Double?
        /// `w`; for pictures 1 where nil, for text by preset.
        package var width: Double?
        /// `h`; 1 where nil.
        package var height: Double?
        /// `rot`: degrees clockwise.
        package var rotation: Double?
        /// `op`, 0...1.
        package var opacity: Double?
        /// In 1/1080 of the shorter side.
        package var radius: Double?
        /// The key `fx`.
        package var effects: [Effect] = []
        /// `ak`, by property; times count from the segment's start.
        package var animationKeys: [Property: [AnimationKey]] = [:]
        /// Keys of `ak` that are kept as they are.
        package var unknownAnimationKeys = JSONObject()

        /// `tx`: the words shown or spoken.
        package var text: String?
        /// `voice`: the voice that speaks them.
        package var voice: String?
        /// The key `wt`.
        package var words: [WordTiming]?
        /// The key `st`.
        package var style: TextStyle?
        /// The key `anim`.
        package var animation: TextAnimation?

        package init(id: String, start: Int? = nil, duration: Int? = nil) {
            self.id = id
            self.start = start
            self.duration = duration
        }

        /// A property that keys may move.
        package enum Property: String, Hashable, Sendable, CaseIterable {
            case x, y
            case width = "w"
            case height = "h"
            case rotation = "rot"
            case opacity = "op"
        }

        /// `[ms, value, ease?]`; the ease governs the interval that the key starts.
        package struct AnimationKey: Hashable, Sendable {
            package var time: Int
            package var value: Double
            package var easing: Easing?

            package init(time: Int, value: Double, easing: Easing? = nil) {
                self.time = time
                self.value = value
                self.easing = easing
            }
        }

        /// `[start ms, length ms, "word"]`, from the segment's start.
        package struct WordTiming: Hashable, Sendable {
            package var start: Int
            package var duration: Int
            package var word: String

            package init(start: Int, duration: Int, word: String) {
                self.start = start
                self.duration = duration
                self.word = word
            }
        }
    }
}
