import Foundation

extension Draft {
    /// `st`: what differs from the preset.
    ///
    /// Lengths are in 1/1080 of the canvas' shorter side.
    package struct TextStyle: Hashable, Sendable {
        /// `title` where nil.
        package var preset: Preset?
        /// A family's name.
        package var font: String?
        package var size: Double?
        /// 100...900.
        package var weight: Int?
        package var italic: Bool?
        package var color: Color?
        /// The key `align`.
        package var alignment: Planning.TextStyle.Alignment?
        /// A multiple of the size.
        package var lineHeight: Double?
        package var spacing: Double?
        package var stroke: Stroke?
        package var shadow: Shadow?
        package var box: Box?
        /// The colour of the word being spoken.
        package var highlight: Color?
        /// The key `case`.
        package var letterCase: LetterCase?
        package var unknown = JSONObject()

        package init(_ preset: Preset? = nil) { self.preset = preset }

        package enum Preset: String, Hashable, Sendable, CaseIterable {
            case title, subtitle, caption
            case lowerThird = "lower-third"
            case label, card, quote, end
        }

        package enum LetterCase: String, Hashable, Sendable, CaseIterable { case upper }

        package struct Stroke: Hashable, Sendable {
            package var color: Color?
            package var width: Double?
            package var unknown = JSONObject()

            package init(color: Color? = nil, width: Double? = nil) {
                self.color = color
                self.width = width
            }
        }

        package struct Shadow: Hashable, Sendable {
            package var color: Color?
            package var dx: Double?
            package var dy: Double?
            package var blur: Double?
            package var unknown = JSONObject()

            package init(
                color: Color? = nil, dx: Double? = nil, dy: Double? = nil, blur: Double? = nil
            ) {
                self.color = color
                self.dx = dx
                self.dy = dy
                self.blur = blur
            }
        }

        package struct Box: Hashable, Sendable {
            package var color: Color?
            package var padX: Double?
            package var padY: Double?
            package var radius: Double?
            package var unknown = JSONObject()

            package init(
                color: Color? = nil, padX: Double? = nil, padY: Double? = nil,
                radius: Double? = nil
            ) {
                self.color = color
                self.padX = padX
                self.padY = padY
                self.radius = radius
            }
        }
    }

    /// `anim`: how a text comes and goes.
    package struct TextAnimation: Hashable, Sendable {
        /// `in`; fade where nil.
        package var entrance: Kind?
        /// `out`; fade where nil.
        package var exit: Kind?
        /// `d`: the length of each in milliseconds; 300 where nil.
        package var duration: Int?
        package var unknown = JSONObject()

        package init(entrance: Kind? = nil, exit: Kind? = nil, duration: Int? = nil) {
            self.entrance = entrance
            self.exit = exit
            self.duration = duration
        }

        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case none, fade
            case slideUp = "slide-up"
            case slideLeft = "slide-left"
            case pop, typewriter, blur, reveal, word
        }
    }
}
