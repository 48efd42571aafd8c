import TestSupport
import Testing

@testable import Inspecting

/// Signatures against another library's, and against changed bytes.
@Suite struct SignatureTests {
    @Test(arguments: SignatureVector.all.indices)
    func anotherLibrarysSignatureFitsAndAChangedOneDoesNot(index: Int) throws {
        let vector = SignatureVector.all[index]
        var cose = try #require(COSESignature(vector.bytes[...]))
        #expect(cose.algorithm == vector.algorithm)
        let certificate = try #require(cose.certificates.first.flatMap(Certificate.init))
        #expect(certificate.subject.organisation == "Example Org")
        #expect(certificate.issuer.commonName == "Example Signer")
        func fits(_ payload: [UInt8]) -> Bool? {
            SignatureMathematics.fits(
                cose.signature, over: cose.signedBytes(payload: payload[...]), key: certificate,
                algorithm: vector.algorithm)
        }
        #expect(fits(SignatureVector.payload) == true, "\(vector.name)")
        #expect(fits(SignatureVector.payload + [0]) == false)
        cose.signature[5] ^= 1
        #expect(fits(SignatureVector.payload) == false)
        cose.signature = [1, 2, 3]
        #expect(fits(SignatureVector.payload) == false)
    }

    @Test func nothingIsSaidOfAnUnknownAlgorithm() throws {
        let cose = try #require(COSESignature(SignatureVector.all[0].bytes[...]))
        let certificate = try #require(cose.certificates.first.flatMap(Certificate.init))
        for algorithm in [-257, -8, -37, 0, 5] {
            let answer = SignatureMathematics.fits(
                cose.signature, over: [1], key: certificate, algorithm: algorithm)
            #expect(answer == nil, "\(algorithm)")
        }
    }

    @Test func certificatesMayStandInTheUnprotectedHeaderUnderAName() throws {
        let headers = SignatureVector.all.map { COSESignature($0.bytes[...])?.certificatesHeader }
        #expect(headers == ["prot", "unprot", "prot", "prot", "prot"])
    }

    @Test func aChangedClaimBreaksItsSignature() throws {
        for (file, old, new) in [
            ("c2pa_samsung_composite.png", "Galaxy S25", "Galaxy S26"),
            ("c2pa_firefly.jpg", "Generated image", "Generated photo"),
        ] {
            let read = try Self.read(file, replacing: old, with: new)
            #expect(read?.activeManifest?.isSignatureMatching == false)
            #expect(read?.activeManifest?.areAssertionsMatching == true)
            #expect(read?.activeManifest?.isStatementMatching == false)
        }
    }

    @Test func aChangedActionBreaksTheDigestInTheClaim() throws {
        guard
            let read = try Self.read(
                "c2pa_samsung_composite.png", replacing: "Photo assist", with: "Photo artist")
        else { return }
        #expect(read.activeManifest?.actions.first?.softwareAgent == "Photo artist")
        #expect(read.activeManifest?.isSignatureMatching == true)
        #expect(read.activeManifest?.areAssertionsMatching == false)
        #expect(read.activeManifest?.isStatementMatching == false)
    }

    @Test func aChangedPixelBreaksTheDataHashAlone() throws {
        for file in ["c2pa_flux2.jpg", "c2pa_samsung_composite.png"] {
            guard var picture = try FixturePicture(file) else { return }
            let jumbf = picture.jumbf
            picture.bytes[picture.bytes.count / 2] ^= 1
            let read = ContentCredentials.read(jumbf: jumbf, file: picture.bytes)
            #expect(read?.isDataHashMatching == false)
            #expect(read?.activeManifest?.isStatementMatching == true)
        }
    }

    /// Returns the statements of `file` after one text of its store gave way to another as long.
    private static func read(
        _ file: String, replacing old: String, with new: String
    ) throws -> ContentCredentials? {
        guard let picture = try FixturePicture(file) else { return nil }
        var store = picture.jumbf
        let start = try #require(store.firstRange(of: Array(old.utf8)))
        store.replaceSubrange(start, with: Array(new.utf8))
        return ContentCredentials.read(jumbf: store, file: picture.bytes)
    }
}
