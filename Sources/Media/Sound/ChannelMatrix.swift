import CLibav

/// The gains that bring any channel layout down (or up) to stereo, not normalised.
///
/// Coefficients are those of ITU-R BS.775-3, annex 4, table 2: front at 1, centre and surround at
/// √½, no LFE. Mono goes to both sides at 1. Channels without a place there follow the nearest one.
struct ChannelMatrix: Hashable {
    /// One factor an input channel.
    var left: [Double]
    var right: [Double]

    init(_ layout: AVChannelLayout) {
        let places = (0..<max(Int(layout.nb_channels), 0)).map { ChannelMatrix.place(layout, $0) }
        guard places.count > 1 else {
            (left, right) = ([1], [1])
            return
        }
        left = places.map(\.left)
        right = places.map(\.right)
    }

    private typealias Gains = (left: Double, right: Double)

    private static func place(_ layout: AVChannelLayout, _ index: Int) -> Gains {
        var layout = layout
        let channel = av_channel_layout_channel_from_index(&layout, UInt32(index))
        guard layout.order != AV_CHANNEL_ORDER_UNSPEC, let gains = gains(of: channel) else {
            return layout.nb_channels == 2 || index < 2 ? side(index) : (0, 0)
        }
        return gains
    }

    private static func side(_ index: Int) -> Gains { index == 0 ? (1, 0) : (0, 1) }

    private static func gains(of channel: AVChannel) -> Gains? {
        let half = 0.5.squareRoot()
        switch channel {
        case AV_CHAN_FRONT_LEFT, AV_CHAN_STEREO_LEFT, AV_CHAN_WIDE_LEFT: return (1, 0)
        case AV_CHAN_FRONT_RIGHT, AV_CHAN_STEREO_RIGHT, AV_CHAN_WIDE_RIGHT: return (0, 1)
        case AV_CHAN_FRONT_CENTER, AV_CHAN_TOP_FRONT_CENTER, AV_CHAN_BOTTOM_FRONT_CENTER:
            return (half, half)
        case AV_CHAN_FRONT_LEFT_OF_CENTER, AV_CHAN_BACK_LEFT, AV_CHAN_SIDE_LEFT,
            AV_CHAN_SURROUND_DIRECT_LEFT, AV_CHAN_TOP_FRONT_LEFT, AV_CHAN_TOP_BACK_LEFT,
            AV_CHAN_TOP_SIDE_LEFT, AV_CHAN_BOTTOM_FRONT_LEFT:
            return (half, 0)
        case AV_CHAN_FRONT_RIGHT_OF_CENTER, AV_CHAN_BACK_RIGHT, AV_CHAN_SIDE_RIGHT,
            AV_CHAN_SURROUND_DIRECT_RIGHT, AV_CHAN_TOP_FRONT_RIGHT, AV_CHAN_TOP_BACK_RIGHT,
            AV_CHAN_TOP_SIDE_RIGHT, AV_CHAN_BOTTOM_FRONT_RIGHT:
            return (0, half)
        case AV_CHAN_BACK_CENTER, AV_CHAN_TOP_CENTER, AV_CHAN_TOP_BACK_CENTER: return (0.5, 0.5)
        case AV_CHAN_LOW_FREQUENCY, AV_CHAN_LOW_FREQUENCY_2: return (0, 0)
        default: return nil
        }
    }
}
