import ArgumentParser
import BundledFonts
import Foundation
import Media
import Rendering
import Typesetting

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Says what this machine has: libraries, encoders, fonts, and whether colours are right."
    )

    func run() async throws {
        Console.print(
            "explainer \(Version.current), \(ProcessInfo.processInfo.activeProcessorCount) processors"
        )
        for library in MediaLibraries.versions + TypesettingLibraries.versions {
            Console.print("  \(library.name) \(library.version)")
        }
        let missing = encoders()
        formats()
        let fonts = try DraftArguments.fonts()
        Console.print("fonts: \(fonts.families.joined(separator: ", "))")
        let test = try await ColorSelfTest.run()
        Console.print(
            "colour: green is Y \(test.y) Cb \(test.cb) Cr \(test.cr) after encoding, "
                + "wanted 173 42 27: \(test.isRight ? "right" : "WRONG")")
        guard missing.isEmpty, test.isRight else {
            throw Failure("doctor: this machine can't render well, see above", .failed)
        }
    }

    /// Prints which formats can be written, and what those that can't be lack.
    private func formats() {
        let there = OutputFormat.allCases.filter { $0.obstacle == nil }
        Console.print("formats: \(there.map(\.rawValue).joined(separator: ", "))")
        for format in OutputFormat.allCases {
            if let obstacle = format.obstacle {
                Console.print("  not \(format.rawValue): \(obstacle)")
            }
        }
    }

    /// Prints the encoders and returns those that are missing.
    private func encoders() -> [String] {
        var missing: [String] = []
        for encoder in MediaLibraries.encoders {
            Console.print("encoder \(encoder.name): \(encoder.isThere ? "there" : "MISSING")")
            if !encoder.isThere { missing.append(encoder.name) }
        }
        for quality in VideoQuality.allCases {
            let lookahead = quality.lookahead.map { ", look-ahead \($0)" } ?? ""
            Console.print(
                "  \(quality.rawValue): preset \(quality.preset), "
                    + "\(quality == .lossless ? "qp 0" : "crf \(String(format: "%g", quality.rateFactor))")\(lookahead)"
                    + "\(quality.parameters.isEmpty ? "" : ", \(quality.parameters)")")
        }
        return missing
    }
}
