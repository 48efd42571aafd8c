/// One coded packet as bytes, free of any library object, so that it can cross tasks.
package struct Packet: Sendable {
    package var bytes: [UInt8]

    /// When it is shown or heard, in the encoder's time base.
    package var presentation: Int64

    /// When it must be decoded, in the encoder's time base.
    package var decode: Int64

    /// How long it lasts, in the encoder's time base.
    package var duration: Int64

    /// Whether decoding can start here.
    package var isKey: Bool

    package init(
        bytes: [UInt8], presentation: Int64, decode: Int64, duration: Int64, isKey: Bool
    ) {
        self.bytes = bytes
        self.presentation = presentation
        self.decode = decode
        self.duration = duration
        self.isKey = isKey
    }
}
