import Explaining
import Foundation
import Inspecting
import Testing

/// What must not be said, by the rules that go with the specimen pictures; written down here a
/// second time on purpose.
@Suite struct HonestyTests {
    private static let always = ["verified", "proves", "authentic", "trusted", "certified"]
    private static let aiClaims = [
        "ai-generated", "ai generated", "not ai", "no ai", "real photo", "made by ai", "fake photo",
        "AI生成", "AI 生成", "不是AI", "不是 AI", "真实照片", "真照片", "由AI", "由 AI",
    ]
    private static let notAI = ["not ai", "real photo", "a plain photo", "不是AI", "不是 AI", "真照片"]
    private static let honest = [
        "declared, not verified", "that proves nothing either way", "文件声明，未经验证",
    ]

    private static func forbidden(_ verdict: PictureFacts.Verdict) -> [String] {
        switch verdict {
        case .generationDataEmbedded: always + notAI + ["nobody edited"]
        case .generatedDeclared: always + notAI + ["prompt was"]
        case .editedDeclared: always + notAI + ["fully ai-generated", "a plain photo"]
        case .labelDeclared: always + notAI + ["company", "公司"]
        case .signatureLayout: always + notAI + ["made by grok", "由 Grok"]
        case .cameraDataPresent: always + aiClaims + ["this is not ai", "gps", "latitude", "拍摄地"]
        case .otherSourceDeclared, .noGenerationData, .credentialsWithoutSourceType,
            .nothingEmbedded:
            always + aiClaims
        case .remoteManifestOnly: always + aiClaims + ["nothing embedded", "没有嵌入"]
        }
    }

    @Test func noStoryboardSaysWhatItsFactsDoNotCarry() {
        // Eleven verdicts in two languages, and none of them short of words.
        #expect(ScriptCases.everyText.count == 22)
        #expect(ScriptCases.everyText.values.allSatisfy { $0.count > 150 })
        for (key, texts) in ScriptCases.everyText {
            for text in texts {
                let claims = Self.honest.reduce(text.lowercased()) {
                    $0.replacingOccurrences(of: $1, with: "")
                }
                for phrase in Self.forbidden(key.verdict) {
                    #expect(!claims.contains(phrase.lowercased()), "\(key.verdict): \(text)")
                }
            }
        }
    }

    @Test(arguments: PictureFacts.Verdict.allCases)
    func modelWordsThatClaimTooMuchAreFound(verdict: PictureFacts.Verdict) {
        for phrase in ["This is verified.", "That proves it.", "You see a real photo."] {
            #expect(ForbiddenClaims.first(in: phrase, verdict: verdict) != nil, "\(phrase)")
        }
        for phrase in ["Declared, not verified.", "It proves nothing.", "This is evidence, not proof."] {
            #expect(ForbiddenClaims.first(in: phrase, verdict: verdict) == nil, "\(phrase)")
        }
    }

    @Test func emptyFileIsNeitherCalledGeneratedNorCalledPhoto() {
        for phrase in ["an AI-generated picture", "this is not AI", "这张图由AI生成"] {
            #expect(ForbiddenClaims.first(in: phrase, verdict: .nothingEmbedded) != nil)
        }
        #expect(ForbiddenClaims.first(in: "AI-generated", verdict: .labelDeclared) == nil)
    }

    @Test func namesOfOwnersAndPlacesAreNotAsked() throws {
        let request = ScriptRequest(
            sentence: "", pictures: [Specimen.facts(.cameraDataPresent)], language: "en")
        let text = ScriptCases.texts(try LocalScriptWriter().material(for: request)).joined()
        #expect(text.contains("Canon EOS 40D"))
        #expect(text.contains("f/7.1"))
        #expect(text.contains("evidence"))
    }

    @Test func emptyFileAskedForItsMakingSaysSo() async throws {
        let request = ScriptRequest(
            sentence: "How was this picture made?", pictures: [Specimen.facts(.nothingEmbedded)])
        let storyboard = try await LocalScriptWriter().storyboard(for: request)
        let text = storyboard.text()
        #expect(text.contains("in general") || text.contains("How are AI images made?"))
        #expect(text.contains("The file carries no record of its making."))
        #expect(!text.contains("How was this picture made?"))
    }
}
