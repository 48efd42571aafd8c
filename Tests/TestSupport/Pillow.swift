import Foundation

/// Python's imaging library, a second opinion on pictures.
package struct Pillow {
    private let python: String

    /// Nil (with a printed reason) where neither `python3` nor that of the system has it.
    package static func find() -> Pillow? {
        for python in [Tool.find("python3"), "/usr/bin/python3"].compactMap(\.self)
        where (try? Tool.run(python, ["-c", "import PIL.Image"]))?.status == 0 {
            return Pillow(python: python)
        }
        print("skipped: python3 has no Pillow")
        return nil
    }

    /// All frames of an animation.
    package struct Frames {
        package var width: Int
        package var height: Int

        /// Milliseconds of each frame.
        package var durations: [Int]
        fileprivate var content: [UInt8]

        /// Returns R, G, B, A of each pixel of frame `index`.
        package func pixels(of index: Int) -> [UInt8] {
            let count = 4 * width * height
            return Array(content[index * count..<(index + 1) * count])
        }
    }

    /// Decodes the animation at `path`.
    package func frames(of path: String) throws -> Frames {
        let folder = try TemporaryFolder()
        let script = """
            import sys
            from PIL import Image, ImageSequence
            picture = Image.open(sys.argv[1])
            times, content = [], b''
            for frame in ImageSequence.Iterator(picture):
                frame.load()
                times.append(int(frame.info['duration']))
                content += frame.convert('RGBA').tobytes()
            open(sys.argv[2], 'wb').write(content)
            print(*picture.size, *times)
            """
        let run = try Tool.run(python, ["-c", script, path, folder.path("pixels")])
        let numbers = run.text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard run.status == 0, numbers.count > 2 else {
            throw Failure(description: run.standardError)
        }
        return Frames(
            width: numbers[0], height: numbers[1], durations: Array(numbers[2...]),
            content: [UInt8](try Data(contentsOf: URL(filePath: folder.path("pixels")))))
    }

    /// Writes a lossless animated WebP of 32 x 16 pixels, one colour a frame.
    package func writeAnimation(
        colors: [String], durations: [Int], to path: String
    ) throws {
        let script = """
            import sys
            from PIL import Image
            colors, times = sys.argv[2].split(','), [int(t) for t in sys.argv[3].split(',')]
            frames = [Image.new('RGB', (32, 16), color) for color in colors]
            frames[0].save(sys.argv[1], save_all=True, append_images=frames[1:], duration=times,
                           lossless=True, loop=0)
            """
        let run = try Tool.run(
            python,
            [
                "-c", script, path, colors.joined(separator: ","),
                durations.map(String.init).joined(separator: ","),
            ])
        guard run.status == 0 else { throw Failure(description: run.standardError) }
    }

    private struct Failure: Error, CustomStringConvertible {
        var description: String
    }
}
