/// What differs between two videos, A and B; the JSON of `explainer compare`, key for key.
///
/// Times `…_ms` are milliseconds of A's timeline; an offset is positive where B is late.
package struct Comparison: Hashable, Sendable, Codable {
    package struct Size: Hashable, Sendable, Codable {
        package var width: Int
        package var height: Int

        package init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }
    }

    /// A part of a picture, in pixels of it.
    package struct Rectangle: Hashable, Sendable, Codable {
        package var x: Int
        package var y: Int
        package var width: Int
        package var height: Int

        package init(x: Int, y: Int, width: Int, height: Int) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }
    }

    package struct Alignment: Hashable, Sendable, Codable {
        package var offset_ms = 0.0
        package var drift_ppm = 0.0
        package var fps_a = 0.0
        package var fps_b = 0.0
        package var size_a: Size?
        package var size_b: Size?
        /// The part of A that B shows; nil where it shows all.
        package var crop: Rectangle?
        /// Whether both show, and let hear, the same at all; nil where one has none.
        package var same_picture: Bool?
        package var same_sound: Bool?

        package init() {}
    }

    package struct Picture: Hashable, Sendable, Codable {
        package var psnr_y: Double?
        package var ssim_y: Double?
        package var ms_ssim: Double?
        package var vmaf: Double?
        /// Mean ΔE2000.
        package var colour_de: Double?
        /// "same", or what B looks like: "B looks like BT.601 read as BT.709".
        package var matrix = "same"
        package var range = "same"
        /// B's detail over A's; 1 is the same.
        package var sharpness_ratio: Double?
        package var banding_a: Double?
        package var banding_b: Double?
        package var dropped = 0
        package var duplicated = 0
        package var black_ms = 0.0
        package var frozen_ms = 0.0
        /// Hard cuts; those that both have at the same moment; when one of them cuts alone.
        package var cuts_a: Int?
        package var cuts_b: Int?
        package var cuts_matched: Int?
        package var cuts_apart_ms: [Double]?

        package init() {}
    }

    /// The acceleration noise of pans, in pixels of 1080 lines a frame².
    package struct Motion: Hashable, Sendable, Codable {
        package var tremble_a: Double?
        package var tremble_b: Double?

        package init() {}
    }

    package struct Sound: Hashable, Sendable, Codable {
        package var offset_ms: Double?
        package var drift_ppm: Double?
        package var lufs_a: Double?
        package var lufs_b: Double?
        /// dBTP.
        package var peak_a: Double?
        package var peak_b: Double?
        package var clicks_a = 0
        package var clicks_b = 0
        package var silence_ms = 0.0

        package init() {}
    }

    package struct Text: Hashable, Sendable, Codable {
        package var caption_offset_ms: Double?

        package init() {}
    }

    package struct Files: Hashable, Sendable, Codable {
        package var a: FileFacts
        package var b: FileFacts

        package init(a: FileFacts, b: FileFacts) {
            self.a = a
            self.b = b
        }
    }

    package struct Finding: Hashable, Sendable, Codable {
        package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case offset, drift, fps, size, crop, level, range, matrix, colour, blur, banding
            case tremble, dropped, duplicated, black, frozen, loudness, clipping, click, silence
            case cutTail = "cut-tail"
            case caption
            case textMissing = "text-missing"
            case container
        }

        package enum Severity: String, Hashable, Sendable, Codable { case info, warning, error }

        package var kind: Kind
        package var severity: Severity
        package var at_ms: Double?
        /// The values of both, as numbers in the unit of the message.
        package var a: Double?
        package var b: Double?
        package var message: String

        package init(
            _ kind: Kind, _ severity: Severity, at_ms: Double? = nil, a: Double? = nil,
            b: Double? = nil, _ message: String
        ) {
            self.kind = kind
            self.severity = severity
            self.at_ms = at_ms
            self.a = a
            self.b = b
            self.message = message
        }
    }

    package struct Verdict: Hashable, Sendable, Codable {
        package var same = true
        /// "a", "b" or "equal".
        package var better = "equal"
        package var why = ""

        package init() {}
    }

    package var alignment = Alignment()
    /// Nil where one of them has no picture.
    package var picture: Picture?
    package var motion: Motion?
    /// Nil where one of them has no sound.
    package var sound: Sound?
    package var text: Text?
    package var file: Files
    package var findings: [Finding] = []
    package var verdict = Verdict()

    package init(file: Files) { self.file = file }
}
