/// Which addresses may be connected to, decided where the socket is made: after names were looked
/// up, and again for each redirect.
package struct AddressRule: Sendable {
    static let refusal = "the address is one of this machine, of its network, or of none"

    /// Whether a proxy that the environment names may stand between.
    let allowsProxies: Bool
    let allows: @Sendable (IPAddress?) -> Bool

    /// All.
    package static let any = AddressRule(allowsProxies: true) { _ in true }

    /// Those of the internet alone: not this machine, not its network.
    package static let `public` = AddressRule { $0?.isPublic == true }

    package init(
        allowsProxies: Bool = false, _ allows: @escaping @Sendable (IPAddress?) -> Bool
    ) {
        self.allowsProxies = allowsProxies
        self.allows = allows
    }
}
