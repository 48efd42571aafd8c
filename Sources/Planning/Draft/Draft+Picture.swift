import Foundation

extension Draft {
    /// `gen`: a picture that needs no file.
    package struct Generated: Hashable, Sendable {
        /// The key `k`.
        package var kind: Kind
        /// `from`, of a gradient; black where nil.
        package var from: Color?
        /// `to`, of a gradient; white where nil.
        package var to: Color?
        /// Of a gradient, as in CSS: 0 up, 90 to the right; 90 where nil.
        package var angle: Double?
        /// Of noise; 0 where nil.
        package var seed: Int?
        /// Of a palette, left to right.
        package var colors: [Color]?
        package var unknown = JSONObject()

        package init(_ kind: Kind) { self.kind = kind }

        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case gradient, noise, bars, palette
        }
    }

    /// `kb`: how the view travels over a picture.
    package enum KenBurns: Hashable, Sendable {
        case preset(Preset)
        case move(Move)

        package enum Preset: String, Hashable, Sendable, CaseIterable {
            case zoomIn = "zoom-in"
            case zoomOut = "zoom-out"
            case panLeft = "pan-left"
            case panRight = "pan-right"
            case panUp = "pan-up"
            case panDown = "pan-down"
            /// In and out by turns.
            case auto
        }

        package struct Move: Hashable, Sendable {
            package var from: View?
            package var to: View?
            /// `ease`; `inOut` where nil.
            package var easing: Easing?
            /// Exponential where nil.
            package var path: KenBurnsMove.Path?
            package var unknown = JSONObject()

            package init(
                from: View?, to: View?, easing: Easing? = nil, path: KenBurnsMove.Path? = nil
            ) {
                self.from = from
                self.to = to
                self.easing = easing
                self.path = path
            }
        }

        /// Where to look: the centre as a fraction of the upright source, and the zoom.
        package struct View: Hashable, Sendable {
            /// 0.5 where nil.
            package var x: Double?
            package var y: Double?
            /// `z`; 1, the largest view of the box's shape inside the source, where nil.
            package var zoom: Double?
            package var unknown = JSONObject()

            package init(x: Double? = nil, y: Double? = nil, zoom: Double? = nil) {
                self.x = x
                self.y = y
                self.zoom = zoom
            }
        }
    }

    /// `fx`: one effect; its numbers are kept as written.
    package struct Effect: Hashable, Sendable {
        /// The key `k`.
        package var kind: Kind
        package var settings = JSONObject()
        @Aside package var places = FieldPlaces()

        package init(_ kind: Kind) { self.kind = kind }

        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case diffuse, pixelate, blur, gray, dim, vignette, grid, spotlight, adjust, lut
        }
    }
}
