import Foundation

/// A thought that has words in each language; the raw value is its beat's name.
enum Part: String, Sendable, CaseIterable {
    case hook

    // What an AI image is.
    case what = "what-it-is"
    case pixels, training, odd

    // How it was created.
    case denoise, prompt, guidance, seed, latent, extras, families

    // What the file says.
    case record, negative

    // How to tell.
    case tell, marks, details, context

    // Using it responsibly.
    case disclose, people, licences, inside, school

    // This picture, and product photos.
    case whole, size, colours, light, composition, first, second, third, missing, label

    case end
}
