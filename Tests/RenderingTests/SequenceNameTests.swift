import Rendering
import Testing

struct SequenceNameTests {
    @Test(arguments: [
        ("/a/%04d.png", "0007.png"), ("/a/%d.png", "7.png"), ("/a/x %02d y.jpg", "x 07 y.jpg"),
        ("/a/100%-%03d.png", "100%-007.png"),
    ])
    func aNumberTakesItsPlace(pattern: String, name: String) throws {
        let sequence = try #require(SequenceName(pattern: pattern))
        #expect(sequence.name(of: 7) == name)
        #expect(sequence.folder == "/a")
        #expect(sequence.pattern == pattern)
    }

    @Test(arguments: [
        "/a/b.png", "/a/%d%d.png", "/%d/%d.png", "/a%d/b.png", "/a/%5d.png", "/a/%0d.png",
        "/a/%s.png", "/a/%004d.png",
    ])
    func otherPatternsAreNone(pattern: String) {
        #expect(SequenceName(pattern: pattern) == nil)
    }

    @Test func aFolderGetsNamesThatSort() {
        #expect(SequenceName(folder: "/f", ending: "png", count: 9).name(of: 1) == "0001.png")
        let many = SequenceName(folder: "/f", ending: "png", count: 12_345)
        #expect(many.name(of: 1) == "00001.png")
        #expect(many.name(of: 12_345) == "12345.png")
    }

    @Test func itsOwnFilesAreKnown() throws {
        let name = try #require(SequenceName(pattern: "/f/a%03d.png"))
        #expect(name.covers("/f/a001.png", count: 5) && name.covers("/f/a005.png", count: 5))
        for other in ["/f/a000.png", "/f/a006.png", "/f/a1.png", "/g/a001.png", "/f/a001.jpg"] {
            #expect(!name.covers(other, count: 5))
        }
    }
}
