import Foundation

extension PlanWalk {
    /// Returns what a picture segment shows: its file, its colour, or what it generates.
    mutating func pictureContent(of timed: TimedSegment) -> Clip.Content? {
        let segment = timed.segment
        noticeUnused(in: timed)
        if case .card(let name)? = timed.standIn { return .generated(.placeholder(name: name)) }
        guard let media = timed.media else {
            if segment.kenBurns != nil, segment.source == nil {
                log.notice("kb has no effect without a picture", at: timed.place("kb"))
            }
            if let color = segment.color { return .generated(.color(color)) }
            return segment.generated.map { .generated(Self.generated($0)) }
        }
        let size: (Int, Int)
        var footage: Footage?
        switch media.facts {
        case .picture(let width, let height, _): size = (width, height)
        case .film(let film, _):
            size = (film.width, film.height)
            footage = self.footage(of: timed, film)
        case .sound: return nil
        }
        let fit = segment.fit ?? .cover
        noticeStretching(of: timed, fit: fit)
        let view = PictureView(
            picture: size, box: firstBox(of: segment), drawn: largestBox(of: segment), fit: fit)
        return .picture(
            PictureContent(
                path: media.path, width: size.0, height: size.1, fit: fit,
                move: move(of: timed, view: view), footage: footage))
    }

    /// Returns which stretch of a film a segment plays.
    private func footage(of timed: TimedSegment, _ film: FilmFacts) -> Footage {
        Footage(
            start: Double(timed.segment.sourceStart ?? 0) / 1000,
            speed: timed.segment.speed ?? 1, lead: film.lead / 1000,
            length: film.milliseconds / 1000, loops: timed.segment.loop ?? false)
    }

    private static func generated(_ generated: Draft.Generated) -> GeneratedPicture {
        switch generated.kind {
        case .gradient:
            .gradient(
                from: generated.from ?? .black, to: generated.to ?? .white,
                angle: generated.angle ?? 90)
        case .noise: .noise(seed: UInt64(clamping: generated.seed ?? 0))
        case .bars: .bars
        case .palette: .palette(generated.colors ?? [.black])
        }
    }

    /// Gives a notice where one source hides another.
    private mutating func noticeUnused(in timed: TimedSegment) {
        let segment = timed.segment
        let sources = [
            segment.source.map { _ in "src" }, segment.color.map { _ in "color" },
            segment.generated.map { _ in "gen" },
        ].compactMap { $0 }
        for hidden in sources.dropFirst() {
            log.notice("\(hidden) has no effect beside \(sources[0])", at: timed.place(hidden))
        }
    }
}
