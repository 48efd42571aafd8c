import Foundation
package import Planning

/// Applies operations to a draft as `docs/edit.md` says.
///
/// It is a pure function of the draft, the operations and what the material knows about files.
package struct Editor {
    private let material: any EditMaterial

    package init(material: any EditMaterial) {
        self.material = material
    }

    /// Returns `draft` after all of `operations`, one after the other.
    ///
    /// What is so already is passed over, unless it is all that was asked.
    ///
    /// - Throws: the first thing that stands in the way; the operations are done all or none.
    package func apply(
        _ operations: [EditOperation], to draft: Draft
    ) throws(EditProblem) -> Draft {
        var edited = draft
        var idle: EditProblem?
        for operation in operations {
            do {
                edited = try apply(operation, to: edited)
            } catch {
                guard case .already = error else { throw error }
                idle = idle ?? error
            }
        }
        if let idle, edited == draft { throw idle }
        return edited
    }

    private func apply(
        _ operation: EditOperation, to draft: Draft
    ) throws(EditProblem) -> Draft {
        var walk = EditWalk(draft: draft, material: material, operation: operation)
        try walk.run()
        walk.dropStaleMirrors()
        if walk.draft == draft { throw .already(operation) }
        return walk.draft
    }
}
