import TestSupport
import Testing

@testable import Inspecting

@Suite struct XMPReadingTests {
    /// As Midjourney writes it: a prefix of its own, attributes.
    static let midjourney = """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description \
        xmlns:own="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" rdf:about="" \
        own:DigImageGUID="1-2" own:DigitalSourceType = \
        ' http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia '/>\
        </rdf:RDF></x:xmpmeta>
        """

    static let listed = """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?><!-- <dc:description> -->
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
          xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
          xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
          xmlns:iptc="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
          xmp:CreatorTool="Draw Things">
          <dc:description><rdf:Alt><rdf:li xml:lang="de">Ein Hund</rdf:li>
          <rdf:li xml:lang="x-default">a dog&#xA;-a &lt;cat&gt; &amp;amp; 水&#27700;&unknown;</rdf:li>
          </rdf:Alt></dc:description>
          <exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">{"c":"a &quot;dog&quot;"}</rdf:li>
          </rdf:Alt></exif:UserComment>
          <photoshop:Credit><![CDATA[Made with <Google> AI]]></photoshop:Credit>
          <iptc:DigitalSourceFileType
            rdf:resource="http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic"/>
          <iptc:AISystemUsed>A model</iptc:AISystemUsed>
          <iptc:AIPromptInformation><rdf:Bag><rdf:li>first</rdf:li><rdf:li>second</rdf:li></rdf:Bag>
          </iptc:AIPromptInformation>
        </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
        """

    @Test func aPropertyMayBeAnAttributeWithAnyPrefix() {
        let facts = XMPFacts.read(Self.midjourney)
        #expect(facts?.sourceType == "trainedAlgorithmicMedia")
    }

    @Test func aPropertyMayBeAnElementAListOrAReference() {
        let facts = XMPFacts.read(Self.listed)
        #expect(facts?.creatorTool == "Draw Things")
        #expect(facts?.description == "a dog\n-a <cat> &amp; 水水&unknown;")
        #expect(facts?.userComment == #"{"c":"a "dog""}"#)
        #expect(facts?.credit == "Made with <Google> AI")
        #expect(facts?.sourceType == "compositeSynthetic")
        #expect(facts?.aiSystem == "A model")
        #expect(facts?.aiPrompt == "first")
    }

    @Test func sharedPicturesSayWhatOtherReadersFound() throws {
        for file in try ExpectedCredentials.files(where: {
            $0.xmp_digital_source_type != nil || $0.aigc != nil
        }) {
            let picture = try #require(try FixturePicture(file.file))
            let facts = try #require(XMPFacts.read(picture.packet), "\(file.file)")
            #expect(facts.sourceType == file.xmp_digital_source_type)
            #expect(facts.credit == file.xmp_credit)
            let fields = facts.aigc?.fields.map { ($0.name, $0.value) }
            #expect(fields.map { Dictionary(uniqueKeysWithValues: $0) } == file.aigc)
        }
    }

    @Test func credentialsElsewhereAreNamedByTheirPlace() throws {
        guard let picture = try FixturePicture("c2pa_remote_only.png") else { return }
        let facts = XMPFacts.read(picture.packet)
        #expect(facts?.provenanceURL == "http://localhost:5000/libpng-test.c2pa")
        #expect(facts?.sourceType == nil)
    }

    @Test func propertiesInsideOthersBelongToOtherThings() {
        let packet = """
            <rdf:RDF><rdf:Description><xmpMM:Ingredients><rdf:Bag><rdf:li
            xmp:CreatorTool="Inner"><xmp:CreatorTool>Inner</xmp:CreatorTool>
            <rdf:Description xmp:CreatorTool="Inner"/></rdf:li></rdf:Bag></xmpMM:Ingredients>
            <photoshop:Credit>Outer</photoshop:Credit></rdf:Description></rdf:RDF>
            """
        let facts = XMPFacts.read(packet)
        #expect(facts?.creatorTool == nil)
        #expect(facts?.credit == "Outer")
    }

    @Test func aPrefixBoundToAnotherNamespaceIsAnotherProperty() {
        let packet = """
            <rdf:RDF><rdf:Description xmlns:photoshop="http://example.com/">
            <photoshop:Credit>Other</photoshop:Credit></rdf:Description></rdf:RDF>
            """
        #expect(XMPFacts.read(packet) == nil)
    }

    @Test(arguments: [
        "<rdf:Description><photoshop:Credit>Text", "<photoshop:Credit>Text</photoshop:Credit",
        "<photoshop:Credit><rdf:Alt><rdf:li>Text</photoshop:Credit>",
        "<rdf:Description photoshop:Credit='Text", "</a></b><photoshop:Credit>Text<",
        "<rdf:Description = \" a='1' photoshop:Credit=\"Text\" <photoshop:Credit>x",
        "& <photoshop:Credit><![CDATA[Text",
    ])
    func brokenPacketsGiveWhatCanBeRead(packet: String) {
        #expect(XMPFacts.read(packet)?.credit?.hasPrefix("Text") == true)
    }

    @Test(arguments: [
        "", "<", "<!", "<!--", "<![CDATA[", "<?", "</", "<a", "&", "\0", "<a b", "<a b=",
    ])
    func endsInTheMiddleSayNothing(packet: String) {
        #expect(XMPFacts.read(packet) == nil)
    }

    @Test func elementsBelowTheGreatestDepthArePassedOver() {
        let deep = String(repeating: "<rdf:Description>", count: 5000)
        let close = String(repeating: "</rdf:Description>", count: 5000)
        let packet = deep + close + "<photoshop:Credit>Text</photoshop:Credit>"
        #expect(XMPFacts.read(packet)?.credit == "Text")
    }
}
