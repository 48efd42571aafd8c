/// Collects the values of known properties from one XMP packet.
///
/// A property is an attribute of rdf:Description or an element in it; an element's value is its
/// text, the text of a list's entry, or rdf:resource. Properties inside other properties belong to
/// other things (an ingredient, a person) and are passed over.
struct XMPWalk {
    private(set) var values: [XMPProperty: String] = [:]

    private var frames: [Frame] = []

    /// Elements below the greatest depth that are open: counted, not looked at.
    private var skipped = 0

    private static let greatestDepth = 128
    private static let mostBindings = 64
    private static let longestURI = 256

    private struct Frame {
        var name: String
        var bindings: [String: String]
        var role: Role
        /// Text of a property or an entry so far.
        var text = ""
        /// An entry's text: the one in the default language, otherwise the first.
        var entry: String?
        var isDefaultLanguage = false
    }

    private enum Role: Equatable {
        /// x:xmpmeta, rdf:RDF, rdf:Description: around properties.
        case container
        case property(XMPProperty)
        /// rdf:li or rdf:value in a property that is read.
        case entry
        /// rdf:Alt, rdf:Seq, rdf:Bag or rdf:Description in a property that is read.
        case list
        case ignored
    }

    init(_ packet: String) {
        var scanner = XMLScanner(packet)
        while let event = scanner.next() {
            switch event {
            case .start(let name, let attributes, let isEmpty):
                open(name, attributes)
                if isEmpty { close(name) }
            case .end(let name): close(name)
            case .text(let text): append(text)
            }
        }
        while let last = frames.last { close(last.name) }  // The packet broke off.
    }

    private mutating func open(_ name: String, _ attributes: [XMLEvent.Attribute]) {
        guard frames.count < Self.greatestDepth else {
            skipped += 1
            return
        }
        var frame = Frame(name: name, bindings: bindings(attributes), role: .ignored)
        frame.role = role(of: name, bindings: frame.bindings)
        switch frame.role {
        case .container where Self.local(name) == "Description":
            for attribute in attributes {
                guard let property = property(attribute.name, frame.bindings) else { continue }
                keep(attribute.value, for: property)
            }
        case .property:
            frame.entry = attributes.first { Self.local($0.name) == "resource" }?.value
        case .entry:
            frame.isDefaultLanguage = attributes.contains {
                $0.name == "xml:lang" && $0.value.lowercased() == "x-default"
            }
        default: break
        }
        frames.append(frame)
    }

    /// Adds what `attributes` bind to what was bound around them.
    private func bindings(_ attributes: [XMLEvent.Attribute]) -> [String: String] {
        var bindings = frames.last?.bindings ?? XMPProperty.usualPrefixes
        for attribute in attributes where attribute.name.hasPrefix("xmlns:") {
            let prefix = String(attribute.name.dropFirst(6))
            guard bindings[prefix] != nil || bindings.count < Self.mostBindings,
                attribute.value.utf8.count < Self.longestURI
            else { continue }
            bindings[prefix] = XMPProperty.trimmed(attribute.value)
        }
        return bindings
    }

    private func role(of name: String, bindings: [String: String]) -> Role {
        let local = Self.local(name)
        switch frames.last?.role ?? .container {
        case .container:
            if ["xmpmeta", "xapmeta", "RDF", "Description"].contains(local) { return .container }
            return property(name, bindings).map(Role.property) ?? .ignored
        case .property, .list, .entry:
            if ["li", "value"].contains(local) { return .entry }
            return ["Alt", "Seq", "Bag", "Description"].contains(local) ? .list : .ignored
        case .ignored: return .ignored
        }
    }

    private func property(_ name: String, _ bindings: [String: String]) -> XMPProperty? {
        let parts = name.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let uri = bindings[String(parts[0])] else { return nil }
        return XMPProperty(uri: uri, name: String(parts[1]))
    }

    private mutating func append(_ text: String) {
        guard skipped == 0, let last = frames.indices.last else { return }
        switch frames[last].role {
        case .property, .entry: frames[last].text += text
        default: break
        }
    }

    /// Closes the innermost element of that name and all inside it; without one, nothing.
    private mutating func close(_ name: String) {
        guard skipped == 0 else {
            skipped -= 1
            return
        }
        guard let index = frames.lastIndex(where: { $0.name == name }) else { return }
        while frames.count > index {
            let frame = frames.removeLast()
            finish(frame)
        }
    }

    private mutating func finish(_ frame: Frame) {
        switch frame.role {
        case .entry: offer(frame)
        case .property(let property): keep(frame.entry ?? frame.text, for: property)
        default: break
        }
    }

    private mutating func offer(_ entry: Frame) {
        let text = entry.entry ?? entry.text
        let owner = frames.lastIndex {
            if case .property = $0.role { true } else { false }
        }
        guard let owner, frames[owner].entry == nil || entry.isDefaultLanguage else { return }
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        frames[owner].entry = text
    }

    /// The first value that says something stays.
    private mutating func keep(_ text: String, for property: XMPProperty) {
        let value = text.withoutBlanksAround
        guard !value.isEmpty, values[property] == nil else { return }
        values[property] = value
    }

    private static func local(_ name: String) -> String {
        name.split(separator: ":").last.map(String.init) ?? name
    }
}
