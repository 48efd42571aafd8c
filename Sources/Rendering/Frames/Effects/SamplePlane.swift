import Foundation

/// One plane of a frame or layer, for effects that treat all planes alike.
struct SamplePlane {
    var samples: UnsafeMutablePointer<UInt8>
    var width: Int
    var height: Int
    var stride: Int

    /// Luma pixels per sample: 1, or 2 for chroma.
    var reduction: Int
}

extension FramePlanes {
    var all: [SamplePlane] {
        [
            SamplePlane(
                samples: luma, width: width, height: height, stride: lumaStride, reduction: 1)
        ]
            + [cb, cr].map(chroma)
    }

    fileprivate func chroma(_ samples: UnsafeMutablePointer<UInt8>) -> SamplePlane {
        SamplePlane(
            samples: samples, width: chromaWidth, height: chromaHeight, stride: chromaStride,
            reduction: 2)
    }
}

extension LayerBuffer {
    /// The layer's colour as the planes of a frame of its region's size.
    var planes: FramePlanes {
        FramePlanes(
            width: region.width, height: region.height, luma: luma, cb: cb, cr: cr,
            lumaStride: lumaStride, chromaStride: chromaStride)
    }

    /// The colour planes, and those of alpha where there is one.
    var all: [SamplePlane] {
        guard hasAlpha else { return planes.all }
        var alpha = planes.all[0]
        alpha.samples = alphaLuma
        return planes.all + [alpha, planes.chroma(alphaChroma)]
    }
}
