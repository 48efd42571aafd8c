import Foundation

extension [EditOperation] {
    /// Whether one part says two things about the same side of the same thing: "top bottom".
    var contradict: Bool {
        var seen: [String: EditOperation] = [:]
        for operation in self {
            guard let slot = operation.slot else { continue }
            if let other = seen[slot], other != operation { return true }
            seen[slot] = operation
        }
        return false
    }
}

extension EditOperation {
    /// Names what the operation sets; nil where several of its kind go together.
    fileprivate var slot: String? {
        switch self {
        case .whole(let change): "whole \(Self.label(of: change))"
        case .picture(let reference, let change):
            change.isRepeatable ? nil : "\(reference) \(Self.label(of: change))"
        case .text(let reference, let change):
            change.isRepeatable ? nil : "\(reference) \(Self.label(of: change))"
        case .sound(let reference, let change): "\(reference) \(Self.label(of: change))"
        default: nil
        }
    }

    /// The name of the enumeration's case.
    private static func label(of change: Any) -> String {
        String(String(describing: change).prefix { $0 != "(" })
    }
}

extension PictureChange {
    /// Several effects and moves may be asked for at once.
    fileprivate var isRepeatable: Bool {
        switch self {
        case .effect, .removeEffect, .move: true
        default: false
        }
    }
}

extension TextChange {
    fileprivate var isRepeatable: Bool {
        switch self {
        case .replace, .append, .nudge: true
        default: false
        }
    }
}
