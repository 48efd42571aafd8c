import TestSupport
import Testing

@testable import Inspecting

/// The shared pictures against what other readers found in them.
@Suite struct ContentCredentialsTests {
    private func eachFile(
        _ check: (ContentCredentials, ExpectedCredentials.File, ExpectedCredentials.Store) throws ->
            Void
    ) throws {
        for file in try ExpectedCredentials.files(where: { $0.c2pa != nil }) {
            let picture = try #require(try FixturePicture(file.file))
            let read = ContentCredentials.read(jumbf: picture.jumbf, file: picture.bytes)
            let credentials = try #require(read, "\(file.file)")
            try check(credentials, file, #require(file.c2pa))
        }
    }

    @Test func manifestsStandInTheStoresOrderWithTheActiveOneLast() throws {
        try eachFile { credentials, file, store in
            #expect(credentials.manifests.count == store.manifest_count, "\(file.file)")
            #expect(credentials.manifests.map(\.label) == store.manifests.map(\.label))
            #expect(credentials.activeManifest?.label == store.active_manifest)
        }
    }

    @Test func claimsNameTheirGeneratorAndAssertions() throws {
        try eachFile { credentials, _, store in
            for (manifest, expected) in zip(credentials.manifests, store.manifests) {
                #expect(manifest.claimLabel == expected.claim_label)
                #expect(manifest.claimGenerator == expected.claim_generator)
                #expect(manifest.claimGeneratorName == expected.claim_generator_name)
                #expect(manifest.assertions == expected.assertions)
            }
        }
    }

    @Test func actionsAreThoseOfTheirStatements() throws {
        try eachFile { credentials, file, store in
            for (manifest, expected) in zip(credentials.manifests, store.manifests) {
                let actions = expected.actions.map { expected in
                    var action = ContentCredentials.Action(expected.action)
                    action.softwareAgent = expected.softwareAgent
                    action.sourceType = expected.digitalSourceType
                    action.description = expected.description
                    return action
                }
                #expect(manifest.actions == actions, "\(file.file)")
            }
        }
    }

    @Test func certificatesNameSignerAndIssuer() throws {
        try eachFile { credentials, file, store in
            for (manifest, expected) in zip(credentials.manifests, store.manifests) {
                #expect(manifest.signerOrganisation == expected.signer_subject_o, "\(file.file)")
                #expect(manifest.signerName == expected.signer_subject_cn)
                #expect(manifest.issuerOrganisation == expected.issuer_o)
                #expect(manifest.issuerName == expected.issuer_cn)
                #expect(manifest.algorithm == expected.cose_alg)
                #expect(manifest.certificatesHeader == expected.x5chain_header)
            }
        }
    }

    @Test func mathematicsAgreesWithAnotherLibrary() throws {
        try eachFile { credentials, file, store in
            let signatures = credentials.manifests.map(\.isSignatureMatching)
            #expect(signatures == store.claim_signatures_math_ok, "\(file.file)")
            #expect(credentials.isDataHashMatching == store.active_data_hash_ok, "\(file.file)")
            #expect(credentials.manifests.allSatisfy { $0.areAssertionsMatching == true })
        }
    }

    @Test func sourceTypesAndGeneratorNamesComeOnceEach() throws {
        try eachFile { credentials, file, _ in
            #expect(credentials.sourceTypes == file.c2pa_digital_source_types, "\(file.file)")
            #expect(credentials.generatorNames == file.generator_names_from_c2pa, "\(file.file)")
        }
    }

    @Test(arguments: [
        ("c2pa_firefly.jpg", "Adobe Firefly", "Adobe Firefly"),
        ("c2pa_flux2.jpg", "Black Forest Labs API", "Flux.2"),
        ("c2pa_openai_gptimage2.png", "OpenAI Media Service API", "gpt-image"),
        ("c2pa_samsung_composite.png", "Galaxy S25", "Photo assist"),
        ("c2pa_test_gradient.jpg", "make_test_images", "Make Test Images 0.33.1"),
    ])
    func namesReadAsPeopleKnowThem(file: String, generator: String, creator: String) throws {
        guard let picture = try FixturePicture(file) else { return }
        let read = ContentCredentials.read(jumbf: picture.jumbf, file: picture.bytes)
        #expect(read?.signingProgram == generator)
        #expect(read?.creatorName == creator)
        #expect(read?.activeManifest?.hasTestCertificate == (file == "c2pa_test_gradient.jpg"))
    }

    @Test func theStoryBeginsInTheIngredientThatWasCreated() throws {
        guard let picture = try FixturePicture("c2pa_gemini.png") else { return }
        let read = ContentCredentials.read(jumbf: picture.jumbf, file: picture.bytes)
        #expect(
            read?.story.map(\.label) == [
                "urn:c2pa:28dab5b3-5297-8b99-5bd4-452f6d34b595",
                "urn:c2pa:adf9b429-ba0c-2dfe-5ee7-46349fe7106e",
            ])
        #expect(
            read?.steps.map(\.action) == [
                "c2pa.created", "c2pa.edited", "c2pa.opened", "c2pa.edited", "c2pa.converted",
            ])
    }
}
