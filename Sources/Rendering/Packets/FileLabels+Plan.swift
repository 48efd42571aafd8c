import Foundation
package import Media
package import Planning

extension FileLabels {
    /// What the file with `frames` of a plan says; its time starts at the first of them.
    package init(_ plan: RenderPlan, frames: Range<Int>) {
        func milliseconds(_ frame: Int) -> Int {
            let rate = plan.canvas.frameRate
            return frame * 1000 * rate.denominator / rate.numerator
        }
        let start = milliseconds(frames.lowerBound)
        let length = milliseconds(frames.upperBound) - start
        func shifted(_ time: Int) -> Int { min(max(time - start, 0), length) }
        let ends = plan.chapters.dropFirst().map(\.start) + [start + length]
        self.init(
            title: plan.title, duration: length, frameCount: frames.count,
            chapters: zip(plan.chapters, ends).map { chapter, end in
                Chapter(start: shifted(chapter.start), end: shifted(end), title: chapter.title)
            }.filter { $0.start < $0.end },
            captions: plan.captions.map {
                Caption(start: shifted($0.start), end: shifted($0.end), text: $0.plainText)
            }.filter { $0.start < $0.end && !$0.text.isEmpty },
            language: Self.language(plan.language), xmp: plan.sourceType.map(Self.xmp),
            sourceType: plan.sourceType?.uri)
    }

    /// The code of ISO 639-2 for a BCP 47 tag, "und" where there is none.
    private static func language(_ tag: String) -> String {
        Locale.Language(identifier: tag).languageCode?.identifier(.alpha3) ?? "und"
    }

    /// The declaration of IPTC's Photo Metadata Standard, for generated media above all.
    private static func xmp(_ type: DigitalSourceType) -> String {
        """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
         <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about=""
            xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
           <Iptc4xmpExt:DigitalSourceType>\(type.uri)</Iptc4xmpExt:DigitalSourceType>
          </rdf:Description>
         </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>
        """
    }
}
