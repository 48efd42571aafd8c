import CCurl
import Foundation

/// An address of the internet protocol.
package struct IPAddress: Hashable, Sendable {
    /// 4 or 16 of them, the most significant first.
    package let bytes: [UInt8]

    /// - Precondition: 4 or 16 bytes.
    package init(_ bytes: [UInt8]) {
        precondition(bytes.count == 4 || bytes.count == 16)
        self.bytes = bytes
    }

    /// The address of a socket that libcurl is about to make; nil for other families.
    init?(_ address: UnsafeMutablePointer<curl_sockaddr>) {
        let raw = UnsafeRawPointer(address)
            .advanced(by: MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
        switch address.pointee.family {
        case AF_INET:
            let socket = raw.loadUnaligned(as: sockaddr_in.self)
            self.init(withUnsafeBytes(of: socket.sin_addr) { Array($0) })
        case AF_INET6:
            let socket = raw.loadUnaligned(as: sockaddr_in6.self)
            self.init(withUnsafeBytes(of: socket.sin6_addr) { Array($0) })
        default: return nil
        }
    }

    /// Whether it is reached all over the internet, and is one machine's.
    ///
    /// By the registries of special-purpose addresses (RFC 6890 and its updates). Of version 6 only
    /// 2000::/3 is given out; what holds addresses of version 4 in it may lead anywhere, so it is
    /// none.
    package var isPublic: Bool {
        bytes.count == 4
            ? !Self.special4.contains { isIn($0, $1) }
            : isIn([0x20], 3) && !Self.special6.contains { isIn($0, $1) }
    }

    private static let special4: [([UInt8], Int)] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12),
        ([192, 0, 0], 24), ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16),
        ([198, 18], 15), ([198, 51, 100], 24), ([203, 0, 113], 24), ([224], 3),
    ]

    private static let special6: [([UInt8], Int)] = [
        ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x20, 0x02], 16),
        ([0x3F, 0xFF, 0x00], 20),
    ]

    /// Whether its first `length` bits are those of `prefix`, which ends with zeros.
    private func isIn(_ prefix: [UInt8], _ length: Int) -> Bool {
        (0..<(length + 7) / 8).allSatisfy { place in
            let bits = min(length - 8 * place, 8)
            let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - bits))
            let wanted = place < prefix.count ? prefix[place] : 0
            return bytes[place] & mask == wanted & mask
        }
    }
}
