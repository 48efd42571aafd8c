import Speaking
import Testing

/// Voices as drafts name them.
@Suite struct VoiceIdentityTests {
    @Test(arguments: [
        ("auto", VoiceChoice.automatic), ("none", .none), ("espeak", .espeak(variant: nil)),
        ("espeak-ng", .espeak(variant: nil)), ("espeak-ng-1.51:default", .espeak(variant: nil)),
        ("espeak-ng-1.50.1-dev:default", .espeak(variant: nil)), ("hibari-0.2:heart", .hibari),
        ("hibari-missing:heart", .hibari), ("piper:en.onnx:63201294", .piper(model: "en.onnx")),
        ("piper:voices/en.onnx", .piper(model: "voices/en.onnx")),
    ])
    func namesAndIdentitiesAreRead(text: String, choice: VoiceChoice) throws {
        #expect(try VoiceChoice(named: text) == choice)
    }

    @Test(arguments: [
        "", "siri", "command:0af3", "recording:9:9", "hibari-0.2:nobody", "espeak:no/",
    ])
    func whatCanSpeakNoNewWordsIsRefused(text: String) {
        #expect(throws: SpeechError.self) { try VoiceChoice(named: text) }
    }

    @Test(arguments: [
        ("espeak-ng-1.51:default", "espeak-ng"), ("espeak-ng", "espeak-ng"),
        ("hibari-0.2.1:heart", "hibari"), ("hibari-missing:heart", "hibari"),
        ("piper:a-1.onnx:9", "piper"), ("espeak-ng-1.50.1-dev:f2", "espeak-ng"),
    ])
    func theEngineIsNamedWithoutItsVersion(identity: String, engine: String) {
        #expect(VoiceChoice.engine(of: identity) == engine)
    }
}
