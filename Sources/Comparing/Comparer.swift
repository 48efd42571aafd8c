package struct Comparer {
    package static func run(
        _ a: String, _ b: String,
        progress: @escaping @Sendable (_ phase: String, _ share: Double) -> Void
    ) async throws -> (comparison: Comparison, input: ReportInput) {
        progress("read", 0)
        let files = Comparison.Files(
            a: try FileFacts.read(path: a), b: try FileFacts.read(path: b))
        var comparison = Comparison(file: files)
        comparison.verdict = Comparison.Verdict(of: comparison)
        return (comparison, ReportInput(comparison: comparison))
    }
}
