extension Comparison.Finding.Kind {
    /// What the finding is about, in lower case: "loudness".
    package var title: String {
        switch self {
        case .offset: "time offset"
        case .drift: "speed"
        case .fps: "frame rate"
        case .size: "size"
        case .crop: "crop"
        case .level: "brightness"
        case .range: "colour range"
        case .matrix: "colour matrix"
        case .colour: "colour"
        case .blur: "sharpness"
        case .banding: "banding"
        case .tremble: "trembling"
        case .dropped: "dropped frames"
        case .duplicated: "duplicated frames"
        case .black: "black frames"
        case .frozen: "frozen picture"
        case .loudness: "loudness"
        case .clipping: "clipping"
        case .click: "clicks"
        case .silence: "silence"
        case .cutTail: "the sound's end"
        case .caption: "caption timing"
        case .textMissing: "text"
        case .container: "the file"
        }
    }

    /// What is wrong with the side that has it, as a clause without its subject.
    ///
    /// Nil where it is only a difference.
    var clause: String? {
        switch self {
        case .offset, .drift, .fps, .level, .colour, .caption: nil
        case .size: "has fewer pixels"
        case .crop: "shows less of the picture"
        case .range: "has the wrong colour range"
        case .matrix: "has the wrong colour matrix"
        case .blur: "is blurred"
        case .banding: "has more banding"
        case .tremble: "trembles"
        case .dropped: "drops frames"
        case .duplicated: "repeats frames"
        case .black: "has black frames"
        case .frozen: "freezes"
        case .loudness: "is further from −14 LUFS"
        case .clipping: "clips"
        case .click: "clicks"
        case .silence: "falls silent"
        case .cutTail: "cuts off the sound's end"
        case .textMissing: "lacks text"
        case .container: "has more wrong with its file"
        }
    }
}
