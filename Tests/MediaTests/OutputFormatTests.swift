import Media
import Testing

struct OutputFormatTests {
    @Test(arguments: [
        ("mp4", OutputFormat.mp4), ("MOV", .mov), ("WebM", .webm), ("mkv", .mkv), ("gif", .gif),
        ("webp", .webp), ("png", .png), ("jpg", .jpg), ("JPEG", .jpg), ("wav", .wav), ("m4a", .m4a),
    ])
    func namesAreReadInAnyCase(name: String, format: OutputFormat) {
        #expect(OutputFormat(name: name) == format)
    }

    @Test(arguments: ["", "avi", ".mp4", "mp4 ", "tiff"])
    func otherNamesAreNone(name: String) {
        #expect(OutputFormat(name: name) == nil)
    }

    @Test func soundPictureAndSequenceAreToldApart() {
        #expect(OutputFormat.allCases.filter { !$0.carriesPicture } == [.wav, .m4a])
        #expect(OutputFormat.allCases.filter { !$0.carriesSound } == [.gif, .webp, .png, .jpg])
        #expect(OutputFormat.allCases.filter(\.isSequence) == [.png, .jpg])
    }
}
