import Foundation

/// The command line.
@main
struct Explainer { static func main() {} }
