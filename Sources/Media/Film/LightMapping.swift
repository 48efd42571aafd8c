import Foundation

/// Takes single colours through `LightTables`.
///
/// Make one around a loop: it keeps the tables where they are for as long.
struct LightMapping {
    private let tables: LightTables

    init(_ color: FrameColor) {
        tables = LightTables(color)
    }

    /// Maps the colours of a row of RGBA with 16 bits a channel; alpha stays.
    func apply(to row: UnsafeMutableBufferPointer<UInt16>) {
        withMapper { mapper in
            for pixel in stride(from: 0, to: row.count &- 3, by: 4) {
                let color = mapper.map(
                    Color(
                        Float(row[pixel]) / 65535, Float(row[pixel &+ 1]) / 65535,
                        Float(row[pixel &+ 2]) / 65535))
                row[pixel] = UInt16(color.red * 65535 + 0.5)
                row[pixel &+ 1] = UInt16(color.green * 65535 + 0.5)
                row[pixel &+ 2] = UInt16(color.blue * 65535 + 0.5)
            }
        }
    }

    /// R'G'B' or light, 0...1.
    struct Color {
        var red: Float
        var green: Float
        var blue: Float

        @inline(__always)
        init(_ red: Float, _ green: Float, _ blue: Float) {
            self.red = red
            self.green = green
            self.blue = blue
        }
    }

    /// Calls `body` with the tables as plain memory.
    func withMapper(_ body: (Mapper) -> Void) {
        tables.light.withUnsafeBufferPointer { light in
            tables.gain.withUnsafeBufferPointer { gain in
                tables.encoded.withUnsafeBufferPointer { encoded in
                    guard let light = light.baseAddress, let encoded = encoded.baseAddress else {
                        return
                    }
                    body(
                        Mapper(
                            light: light, gain: gain.isEmpty ? nil : gain.baseAddress,
                            encoded: encoded, matrix: tables.matrix, weights: tables.weights,
                            peak: tables.peak))
                }
            }
        }
    }

    /// The tables as plain memory.
    struct Mapper {
        fileprivate let light: UnsafePointer<Float>
        fileprivate let gain: UnsafePointer<Float>?
        fileprivate let encoded: UnsafePointer<Float>
        fileprivate let matrix: (red: Color, green: Color, blue: Color)
        fileprivate let weights: Color
        fileprivate let peak: Float

        /// Returns R'G'B' of sRGB, 0...1, for R'G'B' of the source; what lies outside 0...1 is
        /// clipped.
        @inline(__always)
        func map(_ source: Color) -> Color {
            var shown = Color(
                light[Self.index(source.red, LightTables.encodedSteps)],
                light[Self.index(source.green, LightTables.encodedSteps)],
                light[Self.index(source.blue, LightTables.encodedSteps)])
            if let gain {
                let factor = gain[Self.index(weights.dot(shown), LightTables.lightSteps)]
                shown = Color(shown.red * factor, shown.green * factor, shown.blue * factor)
            }
            var color = Color(
                matrix.red.dot(shown), matrix.green.dot(shown), matrix.blue.dot(shown))
            let brightest = max(color.red, color.green, color.blue)
            if brightest > LightTables.knee {
                let factor = LightTables.rollOff(brightest, peak: peak)
                color = Color(color.red * factor, color.green * factor, color.blue * factor)
            }
            return Color(
                encoded[Self.index(color.red, LightTables.lightSteps)],
                encoded[Self.index(color.green, LightTables.lightSteps)],
                encoded[Self.index(color.blue, LightTables.lightSteps)])
        }

        @inline(__always)
        private static func index(_ value: Float, _ steps: Int) -> Int {
            let scaled = value * Float(steps) + 0.5
            return scaled > 0 ? (scaled < Float(steps) ? Int(scaled) : steps) : 0
        }
    }
}

extension LightMapping.Color {
    @inline(__always)
    fileprivate func dot(_ other: Self) -> Float {
        red * other.red + green * other.green + blue * other.blue
    }
}
