import Foundation
import Media

/// How the picture of a film moves as a whole, from each frame to the next.
struct MotionTrack: Sendable {
    /// When frames show, in seconds.
    private(set) var times: [Double] = []
    /// The move from each frame to the next, in pixels; nil where no such move is to be seen.
    private(set) var moves: [PictureMove?] = []
    /// Pixels that are looked at.
    let width: Int
    let height: Int

    /// The most moving frames that are followed, and frames that are looked at.
    private static let mostMoving = 250
    private static let mostFrames = 1800

    init(width: Int, height: Int) { (self.width, self.height) = (width, height) }

    /// Follows the film at `path` at about 960 pixels across, both sides even.
    ///
    /// - Throws: an error that names the file, the cause and what to do.
    static func read(path: String) throws(MediaError) -> MotionTrack {
        let raster = try FilmInfo.read(path: path).uprightRaster
        let scale = min(960 / Double(max(raster.width, 1)), 1)
        func even(_ side: Int) -> Int { max(Int(Double(side) * scale / 2) * 2, 2) }
        var track = MotionTrack(width: even(raster.width), height: even(raster.height))
        let scan = try VideoScan(path: path, width: track.width, height: track.height)
        var previous: GrayPyramid?
        var moving = 0
        while track.moves.count < mostFrames, moving < mostMoving, let frame = try scan.next() {
            let pyramid = GrayPyramid(
                luma: frame.luma, width: track.width, height: track.height, count: 4)
            let move = previous.flatMap { track.move($0, pyramid) }
            if let move, track.speed(move) > 0.02 { moving += 1 }
            track.add(frame.time, move)
            previous = pyramid
        }
        return track
    }

    /// Takes the next frame's time, in seconds, and how it moved there.
    mutating func add(_ time: Double, _ move: PictureMove?) {
        if !times.isEmpty { moves.append(move) }
        times.append(time)
    }

    private func move(_ one: GrayPyramid, _ other: GrayPyramid) -> PictureMove? {
        let tracks = PatchTracker.tracks(PatchTracker.places(one), one, other)
        return PictureMove(tracks, width: width, height: height)
    }

    /// The root mean square move of the picture's points, in pixels.
    func speed(_ move: PictureMove) -> Double {
        let growth = move.growth * radius
        return ((move.shift * move.shift).sum() + growth * growth).squareRoot()
    }

    /// The root mean square distance of points from the middle.
    var radius: Double { (Double(width * width + height * height) / 12).squareRoot() }
}
