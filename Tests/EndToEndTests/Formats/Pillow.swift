import Foundation
import TestSupport
import Testing

/// Python's imaging library, which reads our pictures with code of its own.
enum Pillow {
    private static let python: String? = {
        for path in [Tool.find("python3"), "/usr/bin/python3"].compactMap(\.self) {
            let test = try? Tool.run(path, ["-c", "import PIL, numpy"])
            if test?.status == 0 { return path }
        }
        print("skipped: no Python with Pillow and NumPy is installed")
        return nil
    }()

    /// Returns what a script prints; nil where Pillow is not installed.
    static func run(_ script: String) throws -> String? {
        guard let python else { return nil }
        let output = try Tool.run(python, ["-c", script])
        #expect(output.standardError == "")
        return output.text.trimmingCharacters(in: .newlines)
    }

    /// The peak signal-to-noise ratio of two pictures, of frame `number` of the first.
    static func psnr(_ first: String, _ second: String, frame number: Int = 0) throws -> Double? {
        try run(
            """
            from PIL import Image
            import numpy as np
            im = Image.open("\(first)"); im.seek(\(number))
            a = np.array(im.convert("RGB")).astype(float)
            b = np.array(Image.open("\(second)").convert("RGB")).astype(float)
            print(10 * np.log10(255 ** 2 / max(((a - b) ** 2).mean(), 1e-9)))
            """
        ).flatMap { Double($0) }
    }

    /// What an animation says of itself.
    struct Animation {
        var width: Int
        var height: Int
        var loop: Int
        /// Milliseconds.
        var delays: [Int]
    }

    static func animation(_ path: String) throws -> Animation? {
        let text = try run(
            """
            from PIL import Image, ImageSequence
            im = Image.open("\(path)")
            print(im.width, im.height, im.info.get("loop", -1))
            for frame in ImageSequence.Iterator(im):
                frame.load(); print(frame.info.get("duration", 0))
            """)
        guard let lines = text?.split(separator: "\n"), let first = lines.first else { return nil }
        let numbers = first.split(separator: " ").compactMap { Int($0) }
        try #require(numbers.count == 3)
        return Animation(
            width: numbers[0], height: numbers[1], loop: numbers[2],
            delays: lines.dropFirst().compactMap { Int($0) })
    }
}
