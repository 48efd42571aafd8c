import Planning

/// Puts files on the timeline where a newcomer would want them.
///
/// Stills and films go to the end of the main track. The first sound becomes music under the whole,
/// the others start at 0. Music that spanned the whole before spans it afterwards.
struct MediaPlacement {
    private(set) var draft: Draft

    /// One line for each thing that changed.
    private(set) var changes: [String] = []

    private let clock: DraftClock

    /// How long a still shows, in milliseconds.
    private static let stillLength = 5000

    init(_ draft: Draft, _ clock: DraftClock) {
        self.draft = draft
        self.clock = clock
    }

    /// Adds files by their sources, pictures first.
    mutating func add(_ files: [(source: String, media: ProjectMedia)]) {
        let before = clock.length(of: draft)
        for file in files where !file.media.isSound { addPicture(file.source, file.media) }
        stretch(from: before)
        for file in files {
            if case .sound(let length) = file.media { addSound(file.source, length) }
        }
    }

    private mutating func addPicture(_ source: String, _ media: ProjectMedia) {
        let track = mainTrack()
        var segment = Draft.Segment(
            id: freeIdentity("picture"), start: clock.end(of: draft.tracks[track]),
            duration: media.milliseconds ?? Self.stillLength)
        segment.source = source
        if media == .still { segment.kenBurns = .preset(.auto) }
        draft.tracks[track].segments.append(segment)
        let number = draft.tracks[track].segments.count
        changes.append("Picture \(number): \(Self.name(source)) added\(Self.times(segment))")
    }

    /// The index of the track that new pictures go to, which is made where there is none.
    private mutating func mainTrack() -> Int {
        let pictures = draft.tracks.indices.filter { draft.tracks[$0].kind == .picture }
        if let index = pictures.first(where: { draft.tracks[$0].role == .main })
            ?? pictures.first(where: { draft.tracks[$0].role != .overlay })
        {
            return index
        }
        draft.tracks.insert(
            Draft.Track(.picture, id: freeIdentity("main"), role: .main), at: 0)
        return 0
    }

    private mutating func addSound(_ source: String, _ length: Int) {
        let hasMusic = draft.tracks.contains { DraftClock.isMusic($0) && !$0.segments.isEmpty }
        let whole = clock.length(of: draft) ?? 0
        var (segment, remarks) = hasMusic ? effect(length, whole) : music(length, whole)
        segment.source = source
        draft.tracks.append(
            Draft.Track(
                .audio, id: freeIdentity("track"), role: hasMusic ? .sfx : .bgm,
                segments: [segment]))
        let label = hasMusic ? "Sound effect" : "Music"
        changes.append("\(label): \(Self.name(source)) added\(Self.times(segment, remarks))")
    }

    /// Lies under the whole, low; its end fades.
    private func music(_ length: Int, _ whole: Int) -> (Draft.Segment, remarks: String) {
        let duration = whole > 0 ? whole : length
        var segment = Draft.Segment(id: freeIdentity("music"), start: 0, duration: duration)
        segment.volume = 0.35
        segment.fadeOut = min(1500, duration)
        if length < whole { segment.loop = true }
        return (segment, length < whole ? ", 35%, looped" : ", 35%")
    }

    /// Sounds once, and not on after the pictures.
    private func effect(_ length: Int, _ whole: Int) -> (Draft.Segment, remarks: String) {
        let isCut = whole > 0 && length > whole
        let segment = Draft.Segment(
            id: freeIdentity("sound"), start: 0, duration: isCut ? whole : length)
        return (segment, isCut ? ", cut to the video's length" : "")
    }

    /// What spanned the whole, which was `old` milliseconds long, spans it again.
    private mutating func stretch(from old: Int?) {
        guard let new = clock.length(of: draft), new > 0, let old, old != new else { return }
        if draft.duration == old { draft.duration = new }
        for index in draft.tracks.indices where DraftClock.isMusic(draft.tracks[index]) {
            guard draft.tracks[index].segments.count == 1,
                clock.end(of: draft.tracks[index]) == old
            else { continue }
            var music = draft.tracks[index].segments[0]
            let before = Self.span(0, old)
            guard music.start ?? 0 == 0 else { continue }
            music.duration = new
            let length = music.source.flatMap(clock.milliseconds)
            if length.map({ $0 < new }) ?? false { music.loop = true }
            draft.tracks[index].segments[0] = music
            changes.append("Music: \(before) → \(Self.span(0, new))")
        }
    }

    /// "picture-1" or the next number that no identity of the draft has.
    private func freeIdentity(_ word: String) -> String {
        let taken = Set(draft.tracks.map(\.id) + draft.tracks.flatMap { $0.segments.map(\.id) })
        var number = 1
        while taken.contains("\(word)-\(number)") { number += 1 }
        return "\(word)-\(number)"
    }

    private static func name(_ source: String) -> String {
        source.split(separator: "/").last.map(String.init) ?? source
    }

    /// " (0-5s, 35%)"; nothing where the place on the timeline is not known.
    private static func times(_ segment: Draft.Segment, _ remarks: String = "") -> String {
        guard let start = segment.start, let length = segment.duration else { return "" }
        return " (\(span(start, start + length))\(remarks))"
    }

    /// "0-7.5s", as the timeline's summary has it.
    private static func span(_ start: Int, _ end: Int) -> String {
        "\(seconds(start))-\(seconds(end))s"
    }

    private static func seconds(_ milliseconds: Int) -> String {
        let tenths = (milliseconds + 50) / 100
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
