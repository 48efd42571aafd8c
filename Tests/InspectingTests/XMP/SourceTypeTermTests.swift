import Testing

@testable import Inspecting

@Suite struct SourceTypeTermTests {
    @Test(
        arguments: [
            ("trainedAlgorithmicMedia", .generative),
            ("compositeWithTrainedAlgorithmicMedia", .partlyGenerative),
            ("compositeSynthetic", .partlyGenerative), ("composite", .unknown),
            ("algorithmicMedia", .notGenerative), ("algorithmicallyEnhanced", .notGenerative),
            ("digitalCapture", .notGenerative), ("computationalCapture", .notGenerative),
            ("negativeFilm", .notGenerative), ("positiveFilm", .notGenerative),
            ("print", .notGenerative), ("humanEdits", .notGenerative),
            ("digitalCreation", .notGenerative), ("dataDrivenMedia", .notGenerative),
            ("screenCapture", .notGenerative), ("virtualRecording", .unknown),
            ("compositeCapture", .notGenerative), ("softwareImage", .silent),
            ("minorHumanEdits", .silent), ("digitalArt", .silent), ("empty", .silent),
            ("trainedAlgorithmicData", .silent),
        ] as [(String, SourceTypeTerm.Statement)])
    func eachTermSaysWhatItsDefinitionSays(term: String, statement: SourceTypeTerm.Statement) {
        #expect(SourceTypeTerm.find(term)?.statement == statement)
    }

    @Test func wordsClaimNoMoreThanADeclaration() {
        for term in SourceTypeTerm.all {
            for word in ["verified", "authentic", "trusted", "proves", "real"] {
                #expect(!term.english.lowercased().split(separator: " ").contains { $0 == word })
            }
            #expect(!term.english.isEmpty && !term.chinese.isEmpty)
        }
        #expect(SourceTypeTerm.all.count == 22)
    }

    @Test(arguments: [
        ("http://cv.iptc.org/newscodes/digitalsourcetype/print ", "print"),
        ("http://c2pa.org/digitalsourcetype/empty/", "empty"), (" digitalArt\n", "digitalArt"),
    ])
    func aTermIsTheLastPartOfItsURI(uri: String, term: String) {
        #expect(SourceTypeTerm.find(uri)?.term == term)
    }

    @Test(arguments: ["", "/", " ", "TrainedAlgorithmicMedia", "http://example.com/other"])
    func otherTextIsNoTerm(text: String) {
        #expect(SourceTypeTerm.find(text) == nil)
    }
}
