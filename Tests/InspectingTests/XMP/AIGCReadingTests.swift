import Testing

@testable import Inspecting

@Suite struct AIGCReadingTests {
    static let label = #"{"Label":"1","ContentProducer":"0011","ProduceID":"a","ReservedCode1":""}"#

    private let fields = [
        AIGCLabel.Field("Label", "1"), AIGCLabel.Field("ContentProducer", "0011"),
        AIGCLabel.Field("ProduceID", "a"), AIGCLabel.Field("ReservedCode1", ""),
    ]

    @Test func aLabelMayStandBareNamedOrInsideAnObject() {
        let texts = [
            Self.label, " \(Self.label)\0", "AIGC\(Self.label)", #"{"AIGC":\#(Self.label)}"#,
            #"{"a":1,"AIGC":"{\"Label\":\"1\",\"ContentProducer\":\"0011\","#
                + #"\"ProduceID\":\"a\",\"ReservedCode1\":\"\"}"}"#,
        ]
        for text in texts { #expect(AIGCLabel.read(json: text)?.fields == fields, "\(text)") }
    }

    @Test(arguments: [
        "", "AIGC", "{", "[]", "{}", #"{"Label":"cat"}"#, #"{"prompt":"a","seed":1}"#,
        #"{"AIGC":{}}"#, #"{"AIGC":"x"}"#, #""Label""#, "{'Label':'1'}",
    ])
    func otherTextIsNoLabel(text: String) {
        #expect(AIGCLabel.read(json: text) == nil)
    }

    @Test func numbersAreReadAsTheyStand() {
        let label = AIGCLabel.read(json: #"{"Label":2,"ProduceID":18446744073709551616}"#)
        #expect(label?.fields.map(\.value) == ["2", "18446744073709551616"])
    }
}
