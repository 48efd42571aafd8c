/// What the page asks first.
package struct PreviewProject: Hashable, Sendable, Encodable {
    package enum Mode: String, Hashable, Sendable, Encodable {
        /// There is no project yet; the first file or sentence makes one.
        case start
        /// A draft that stands alone: it is looked at and rendered, not edited.
        case draft
        case project
    }

    package struct Format: Hashable, Sendable, Encodable {
        package var id: String
        package var title: String
        package var ending: String

        package init(id: String, title: String, ending: String) {
            self.id = id
            self.title = title
            self.ending = ending
        }
    }

    package var mode: Mode
    package var name: String
    package var path: String
    package var draft: String
    package var canEdit = false
    package var canExport = false
    package var canUndo = false
    package var canRedo = false
    package var hasPictures = false
    package var examples: [String] = []
    package var formats: [Format] = []
    package var qualities: [String] = []

    package init(_ mode: Mode, name: String, path: String, draft: String) {
        self.mode = mode
        self.name = name
        self.path = path
        self.draft = draft
    }
}

/// A part of a draft's text.
package struct PreviewSource: Hashable, Sendable, Encodable {
    package var pointer: String
    package var file: String
    /// 1-based.
    package var line: Int
    package var column: Int
    package var json: String

    package init(pointer: String, file: String, line: Int, column: Int, json: String) {
        self.pointer = pointer
        self.file = file
        self.line = line
        self.column = column
        self.json = json
    }
}

/// The loudest samples of each window of a sound.
package struct PreviewPeaks: Hashable, Sendable, Encodable {
    package var perSecond: Int
    /// One byte a window, 255 for full scale; base64.
    package var peaks: String

    package init(perSecond: Int, peaks: String) {
        self.perSecond = perSecond
        self.peaks = peaks
    }
}

/// An encoded stretch of a stream, and what begins the stream.
package struct PreviewStretch: Hashable, Sendable {
    package var header: [UInt8]
    package var media: [UInt8]

    package init(header: [UInt8], media: [UInt8]) {
        self.header = header
        self.media = media
    }
}

/// What became of a sentence.
package struct PreviewReply: Hashable, Sendable, Encodable {
    package var applied = false
    package var changes: [String] = []
    package var summary = ""
    package var question: String?
    package var suggestions: [String] = []
    package var notices: [String] = []
    package var intent = "edit"

    package init() {}
}

/// What became of files that were sent.
package struct PreviewAdded: Hashable, Sendable, Encodable {
    package struct File: Hashable, Sendable, Encodable {
        package var name: String
        package var kind: String

        package init(name: String, kind: String) {
            self.name = name
            self.kind = kind
        }
    }

    package var files: [File]
    package var changes: [String]
    /// Sentences that may come next.
    package var suggestions: [String] = []

    package init(files: [File], changes: [String]) {
        self.files = files
        self.changes = changes
    }
}

/// A video that is wanted.
package struct PreviewOrder: Hashable, Sendable {
    package var format = "mp4"
    package var quality = "standard"
    /// "1280x720"; nil for the draft's.
    package var size: String?
    package var aspect = PreviewAspect.draft

    package init() {}
}

/// A video that is being made, or was.
package struct PreviewRender: Hashable, Sendable, Encodable {
    package enum State: String, Hashable, Sendable, Encodable {
        case waiting, working, done, failed, cancelled
    }

    package var id: String
    package var name: String
    package var state = State.waiting
    /// 0...1.
    package var progress = 0.0
    /// Seconds that are left, once that can be told.
    package var eta: Double?
    package var bytes: Int?
    package var seconds: Double?
    /// ISO 8601.
    package var created: String
    package var url: String?
    package var error: String?

    package init(id: String, name: String, created: String) {
        self.id = id
        self.name = name
        self.created = created
    }
}

/// Something that happened while a page looks.
package enum PreviewEvent: Hashable, Sendable {
    case plan(version: String)
    case project
    case work(PreviewWork)
    case render(PreviewRender)
}

/// Work that takes long and is no render.
package struct PreviewWork: Hashable, Sendable, Encodable {
    package var id: String
    package var phase: String
    /// As of renders.
    package var state: PreviewRender.State
    /// 0...1 where it can be told.
    package var share: Double?
    package var message: String?

    package init(id: String, phase: String, state: PreviewRender.State) {
        self.id = id
        self.phase = phase
        self.state = state
    }
}
