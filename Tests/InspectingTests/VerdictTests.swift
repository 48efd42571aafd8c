import Testing

@testable import Inspecting

struct VerdictTests {
    private func verdict(_ fill: (inout OriginEvidence) -> Void) -> PictureFacts.Verdict {
        var evidence = OriginEvidence()
        fill(&evidence)
        return evidence.verdict
    }

    @Test func nothingSaysNothing() {
        #expect(verdict { _ in } == .nothingEmbedded)
        #expect(verdict { $0.hasOtherText = true } == .noGenerationData)
    }

    @Test(arguments: [
        (["trainedAlgorithmicMedia"], PictureFacts.Verdict.generatedDeclared),
        (["composite", "trainedAlgorithmicMedia"], .generatedDeclared),
        (["compositeWithTrainedAlgorithmicMedia"], .editedDeclared),
        (["compositeSynthetic"], .editedDeclared),
        (["digitalCapture", "trainedAlgorithmicMedia"], .editedDeclared),
        (["algorithmicMedia"], .otherSourceDeclared),
        (["algorithmicallyEnhanced"], .otherSourceDeclared),
        (["composite"], .otherSourceDeclared),
        (["digitalCapture"], .otherSourceDeclared),
        (["softwareImage"], .otherSourceDeclared),
        ([], .credentialsWithoutSourceType),
    ])
    func sourceTypesOfCredentialsDecide(_ types: [String], _ expected: PictureFacts.Verdict) {
        let found = verdict {
            $0.hasCredentials = true
            $0.sourceTypes = Set(types)
            $0.hasOtherText = true
            $0.hasRemoteManifest = true
        }
        #expect(found == expected)
    }

    @Test func settingsOutweighEverything() {
        let all = verdict {
            $0.hasGeneration = true
            $0.sourceTypes = ["trainedAlgorithmicMedia"]
            $0.hasCamera = true
            $0.hasLabel = true
        }
        #expect(all == .generationDataEmbedded)
    }

    @Test func declarationOutweighsLabelLayoutAndCamera() {
        let label = verdict {
            $0.hasLabel = true
            $0.hasSignatureLayout = true
            $0.hasCamera = true
        }
        #expect(label == .labelDeclared)
        let layout = verdict {
            $0.hasSignatureLayout = true
            $0.hasCamera = true
        }
        #expect(layout == .signatureLayout)
        let camera = verdict {
            $0.hasCamera = true
            $0.sourceTypes = ["digitalCapture"]
            $0.hasCredentials = true
        }
        #expect(camera == .cameraDataPresent)
        #expect(verdict { $0.hasRemoteManifest = true } == .remoteManifestOnly)
    }

    @Test func creditsOfGoogleDeclareItsAI() {
        #expect(verdict { $0.credit = "Made with Google AI" } == .generatedDeclared)
        #expect(verdict { $0.credit = "Edited with Google AI" } == .editedDeclared)
        #expect(verdict { $0.credit = "A photographer" } == .nothingEmbedded)
    }

    @Test func makerIsTheAgentThatCreatedThePicture() {
        var manifest = ContentCredentials.Manifest(label: "a")
        manifest.claimGenerator = "Adobe_Firefly adobe_c2pa/0.12.4"
        var step = ContentCredentials.Action("c2pa.created")
        step.softwareAgent = "Adobe Firefly"
        manifest.actions = [ContentCredentials.Action("c2pa.opened"), step]
        #expect(ContentCredentials(manifests: [manifest]).generatorName == "Adobe Firefly")
        manifest.claimGeneratorName = "Studio API"
        #expect(
            ContentCredentials(manifests: [manifest]).generatorName == "Adobe Firefly (Studio API)")
        manifest.actions = []
        #expect(ContentCredentials(manifests: [manifest]).generatorName == "Studio API")
    }
}
