/// What a scan of XML meets.
enum XMLEvent {
    case start(name: String, attributes: [Attribute], isEmpty: Bool)
    case end(name: String)
    /// Entities are decoded; text of CDATA sections is as it stood.
    case text(String)

    struct Attribute {
        var name: String
        var value: String
    }
}
