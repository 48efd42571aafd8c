import Foundation

/// How the pictures of a video came to be: the terms of IPTC's Digital Source Type NewsCodes.
package enum DigitalSourceType: String, Hashable, Sendable, CaseIterable {
    case digitalCapture, computationalCapture, negativeFilm, positiveFilm, print, humanEdits
    case minorHumanEdits, compositeCapture, algorithmicallyEnhanced, dataDrivenMedia
    case digitalCreation, digitalArt, virtualRecording, compositeSynthetic
    case trainedAlgorithmicMedia, compositeWithTrainedAlgorithmicMedia, algorithmicMedia
    case screenCapture, composite, softwareImage

    /// What stands before a term where it is written in full.
    package static let vocabulary = "http://cv.iptc.org/newscodes/digitalsourcetype/"

    /// The term as a URI, as metadata carries it.
    package var uri: String { Self.vocabulary + rawValue }
}
