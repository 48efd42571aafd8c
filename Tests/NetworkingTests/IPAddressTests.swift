import Foundation
import TestSupport
import Testing

@testable import Networking

@Suite struct IPAddressTests {
    /// The answers of Python's `ipaddress`, which follows the same registries.
    private static let program = """
        import ipaddress, sys
        for word in sys.argv[1].split(","):
            a = ipaddress.ip_address(bytes.fromhex(word))
            print(int(a.is_global and not a.is_multicast))
        """

    /// Addresses of special blocks, at their borders, and others from a fixed sequence.
    private static let samples: [[UInt8]] = {
        var samples: [[UInt8]] = []
        for first in 0...255 as ClosedRange<UInt8> {
            for second in [0, 15, 16, 31, 32, 63, 64, 127, 128, 168, 254, 255] as [UInt8] {
                samples.append([first, second, 0, 1])
                samples.append([first, second, 2, 255])
            }
        }
        samples += [
            [192, 0, 0, 1], [192, 0, 1, 1], [192, 0, 2, 1], [192, 0, 3, 1], [198, 17, 255, 255],
            [198, 18, 0, 0], [198, 19, 255, 255], [198, 20, 0, 0], [198, 51, 99, 1],
            [198, 51, 100, 1], [198, 51, 101, 1], [203, 0, 112, 1], [203, 0, 113, 1],
            [203, 0, 114, 1],
        ]
        for first in 0...255 as ClosedRange<UInt8> {
            samples.append([first, 1] + [UInt8](repeating: 0, count: 13) + [1])
            samples.append([first] + [UInt8](repeating: 0xFF, count: 15))
        }
        for head in [
            [0x20, 0x01, 0x0D, 0xB8], [0x20, 0x01, 0x0D, 0xB9], [0x20, 0x01, 0x02],
            [0x20, 0x02, 8],
            [0x26, 0x06, 0x47], [0x2A, 0x00, 0x14, 0x50], [0, 0x64, 0xFF, 0x9B],
        ] as [[UInt8]] {
            samples.append(head + [UInt8](repeating: 1, count: 16 - head.count))
        }
        // ::, ::1, and 127.0.0.1 and 8.8.8.8 as version 6 holds them
        samples.append([UInt8](repeating: 0, count: 16))
        samples.append([UInt8](repeating: 0, count: 15) + [1])
        for inner in [[127, 0, 0, 1], [8, 8, 8, 8]] as [[UInt8]] {
            samples.append([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + inner)
        }
        return samples
    }()

    @Test func whatIsPublicIsSoForPythonToo() throws {
        guard let python = Tool.find("python3") else { return }
        let input = Self.samples.map { $0.map { String(format: "%02x", $0) }.joined() }
        let answer = try Tool.run(
            python, ["-c", Self.program, input.joined(separator: ",")])
        let theirs = answer.text.split(separator: "\n").map { $0 == "1" }
        try #require(theirs.count == Self.samples.count)
        for (bytes, isPublic) in zip(Self.samples, theirs) where IPAddress(bytes).isPublic {
            #expect(isPublic, "\(bytes)")
        }
        // Ours refuses a little more: whole blocks of which a few addresses are reached everywhere.
        let ours = Self.samples.map { IPAddress($0).isPublic }
        let refused = zip(ours, zip(theirs, Self.samples)).filter { !$0.0 && $0.1.0 }.map(\.1.1)
        #expect(
            refused.allSatisfy { bytes in
                bytes.count == 16 || bytes.starts(with: [192, 88, 99])
            }, "\(refused)")
        #expect(ours.filter { $0 }.count > 1000)
    }

    @Test(arguments: [
        ([8, 8, 8, 8], true), ([127, 0, 0, 1], false), ([10, 1, 2, 3], false),
        ([169, 254, 169, 254], false), ([192, 168, 1, 1], false), ([0, 0, 0, 0], false),
        ([100, 64, 0, 1], false), ([172, 32, 0, 1], true), ([255, 255, 255, 255], false),
    ])
    func knownAddresses(bytes: [UInt8], isPublic: Bool) {
        #expect(IPAddress(bytes).isPublic == isPublic)
    }
}
