/// A timeline as the page draws it.
///
/// Frames count from 0 and ranges are half-open; times are milliseconds.
package struct PreviewPlan: Hashable, Sendable, Encodable {
    package struct Size: Hashable, Sendable, Encodable {
        package var width: Int
        package var height: Int

        package init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }
    }

    package struct Rate: Hashable, Sendable, Encodable {
        package var numerator: Int
        package var denominator: Int

        package init(numerator: Int, denominator: Int) {
            self.numerator = numerator
            self.denominator = denominator
        }
    }

    /// Frames, and a name for all that they show.
    package struct Run: Hashable, Sendable, Encodable {
        package var from: Int
        package var to: Int
        package var stamp: String

        package init(from: Int, to: Int, stamp: String) {
            self.from = from
            self.to = to
            self.stamp = stamp
        }
    }

    package struct Video: Hashable, Sendable, Encodable {
        package var type: String
        package var segments: [Run]

        package init(type: String, segments: [Run]) {
            self.type = type
            self.segments = segments
        }
    }

    package struct Sound: Hashable, Sendable, Encodable {
        package var type: String
        package var stamp: String
        package var segments: Int
        package var milliseconds: Int

        package init(type: String, stamp: String, segments: Int, milliseconds: Int) {
            self.type = type
            self.stamp = stamp
            self.segments = segments
            self.milliseconds = milliseconds
        }
    }

    package struct Track: Hashable, Sendable, Encodable {
        package var pointer: String
        package var kind: String
        package var role: String?
        package var name: String
        package var segments: [Segment]

        package init(
            pointer: String, kind: String, role: String?, name: String, segments: [Segment]
        ) {
            self.pointer = pointer
            self.kind = kind
            self.role = role
            self.name = name
            self.segments = segments
        }
    }

    package struct Segment: Hashable, Sendable, Encodable {
        package var pointer: String
        package var start: Int
        package var end: Int
        package var kind: String
        package var label: String
        package var source: String?
        package var text: String?
        package var transition: Transition?

        package init(
            pointer: String, start: Int, end: Int, kind: String, label: String
        ) {
            self.pointer = pointer
            self.start = start
            self.end = end
            self.kind = kind
            self.label = label
        }
    }

    package struct Transition: Hashable, Sendable, Encodable {
        package var kind: String
        package var duration: Int

        package init(kind: String, duration: Int) {
            self.kind = kind
            self.duration = duration
        }
    }

    package struct Beat: Hashable, Sendable, Encodable {
        package var at: Int
        package var label: String

        package init(at: Int, label: String) {
            self.at = at
            self.label = label
        }
    }

    /// Something to say about a place of the draft.
    package struct Remark: Hashable, Sendable, Encodable {
        package var message: String
        package var pointer: String
        /// 1-based; 0 where the place is not known.
        package var line: Int
        package var column: Int

        package init(message: String, pointer: String, line: Int, column: Int) {
            self.message = message
            self.pointer = pointer
            self.line = line
            self.column = column
        }
    }

    /// Something about how it looks, with the frames in which it does, and where.
    package struct Finding: Hashable, Sendable, Encodable {
        package struct Box: Hashable, Sendable, Encodable {
            /// 0...1 of the canvas.
            package var x: Double
            package var y: Double
            package var width: Double
            package var height: Double

            package init(x: Double, y: Double, width: Double, height: Double) {
                self.x = x
                self.y = y
                self.width = width
                self.height = height
            }
        }

        package var message: String
        package var pointer: String
        package var from: Int
        package var to: Int
        package var box: Box?

        package init(message: String, pointer: String, from: Int, to: Int, box: Box?) {
            self.message = message
            self.pointer = pointer
            self.from = from
            self.to = to
            self.box = box
        }
    }

    package var version: String
    package var aspect: PreviewAspect
    package var title = ""
    package var canvas = Size(width: 1920, height: 1080)
    package var preview = Size(width: 960, height: 540)
    package var fps = Rate(numerator: 30, denominator: 1)
    package var frames = 0
    package var duration = 0
    package var runs: [Run] = []
    package var video: Video?
    package var sound: Sound?
    package var tracks: [Track] = []
    package var beats: [Beat] = []
    package var notices: [Remark] = []
    package var findings: [Finding] = []
    /// What is wrong with the file as it is now; the rest is of the last good version then.
    package var problems: [Remark] = []

    package init(version: String, aspect: PreviewAspect) {
        self.version = version
        self.aspect = aspect
    }
}
