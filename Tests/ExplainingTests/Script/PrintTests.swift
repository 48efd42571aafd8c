import Explaining
import Foundation
import Inspecting
import Testing

@Suite struct PrintTests {
    @Test func printSamples() throws {
        for sentence in [
            "explain what an AI image is and how it was created", "什么是AI图像，它是怎么生成的？",
        ] {
            for verdict in [PictureFacts.Verdict.generationDataEmbedded, .nothingEmbedded] {
                for audience in Audience.allCases {
                    let request = ScriptRequest(
                        sentence: sentence, pictures: [Specimen.facts(verdict)],
                        audience: audience, duration: nil)
                    let material = try LocalScriptWriter().material(for: request)
                    print(audience, verdict)
                    print("all:", ScriptFitter(target: 900_000).fit(material).duration, "essential:", ScriptFitter(target: 900_000).fit(material.essential()).duration)
                    for seconds in [3, 5, 8, 10, 15, 20, 30, 45, 60, 90, 120] {
                        let fitted = ScriptFitter(target: seconds * 1000).fit(material)
                        print(seconds, fitted.duration, fitted.rate, fitted.pacing.beatPause, fitted.storyboard.beats.map(\.id))
                        if seconds == 30 { print(fitted.storyboard.text(fitted: fitted)) }
                    }
                }
            }
        }
    }
}
