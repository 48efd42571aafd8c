import Testing

@testable import Editing

@Suite struct TimeMapTests {
    private typealias Piece = TimeMap.Piece

    /// Three pictures of 5 s, of which the second gets 2 s shorter.
    private let shorter = TimeMap([
        Piece(old: 0..<5000, new: 0..<5000), Piece(old: 5000..<10_000, new: 5000..<8000),
        Piece(old: 10_000..<15_000, new: 8000..<13_000),
    ])

    /// Of three pictures of 5 s the second goes, and the third comes before the first.
    private let turned = TimeMap([
        Piece(old: 0..<5000, new: 5000..<10_000), Piece(old: 10_000..<15_000, new: 0..<5000),
    ])

    @Test func whatIsOnAPictureKeepsItsDistanceFromTheStart() {
        #expect(shorter.carry(6000..<7000) == 6000..<7000)
        #expect(shorter.carry(11_000..<12_000) == 9000..<10_000)
        #expect(turned.carry(1000..<2000) == 6000..<7000)
    }

    @Test func whatIsOnAShorterPictureEndsWithIt() {
        #expect(shorter.carry(6000..<9500) == 6000..<8000)
        #expect(shorter.carry(6000..<10_000) == 6000..<8000)
    }

    @Test func whatGoesOnOverTheNextPictureGoesOnThere() {
        // It loses the two seconds that the picture under it loses.
        #expect(shorter.carry(6000..<12_000) == 6000..<10_000)
    }

    @Test func whatWasOnTheLostEndIsStillReadable() {
        #expect(shorter.carry(8500..<9500) == 7500..<8000)
        #expect(shorter.carry(9900..<10_000) == 7900..<8000)
    }

    @Test func whatLiesOnNothingIsGone() {
        #expect(turned.carry(6000..<8000) == nil)
        #expect(turned.carry(8000..<12_000) == 0..<2000)
    }

    @Test func whatCrossesPicturesThatPartKeepsItsLength() {
        let parted = TimeMap([
            Piece(old: 0..<5000, new: 5000..<10_000), Piece(old: 5000..<10_000, new: 0..<5000),
        ])
        #expect(parted.carry(4000..<6000) == 9000..<11_000)
    }

    @Test func aLongerPictureMakesNothingElseLonger() {
        let longer = TimeMap([
            Piece(old: 0..<5000, new: 0..<9000), Piece(old: 5000..<10_000, new: 9000..<14_000),
        ])
        #expect(longer.carry(4000..<6000) == 4000..<6000)
        #expect(longer.carry(5000..<6000) == 9000..<10_000)
    }

    @Test func aCutTakesItsStretchAndNoMore() {
        let cut = TimeMap.cutting(3000..<8000)
        #expect(cut.image(of: 2999) == 2999)
        #expect(cut.image(of: 5000) == 3000)
        #expect(cut.image(of: 8001) == 3001)
        #expect(cut.carry(2000..<9000) == 2000..<4000)
        #expect(cut.carry(3000..<8000) == nil)
        #expect(
            cut.parts(of: 1000..<9000) == [
                Piece(old: 1000..<3000, new: 1000..<3000),
                Piece(old: 8000..<9000, new: 3000..<4000),
            ])
    }

    @Test func aPaceDividesAllTimes() {
        let faster = TimeMap.pacing(1.5)
        #expect(faster.image(of: 6000) == 4000)
        #expect(faster.image(of: 5000) == 3333)
        #expect(TimeMap.pacing(0.5).image(of: 5000) == 10_000)
    }
}
