import Foundation

/// Runs `work` on `count` items by at most `workers` tasks at a time and hands out the results in
/// order.
///
/// All parallelism of a render lies here. No more than `2 * workers` results wait for an earlier
/// one, so memory is bounded. The first error, or cancellation, ends the rest.
func inOrder<Output: Sendable>(
    count: Int, workers: Int, work: @escaping @Sendable (Int) async throws -> Output,
    consume: (Int, Output) throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
        var (started, consumed, running) = (0, 0, 0)
        var waiting: [Int: Output] = [:]
        while consumed < count {
            while running < workers, started < count, started < consumed + 2 * workers {
                let index = started
                group.addTask { (index, try await work(index)) }
                started += 1
                running += 1
            }
            guard let (index, output) = try await group.next() else { break }
            running -= 1
            waiting[index] = output
            while let output = waiting.removeValue(forKey: consumed) {
                try consume(consumed, output)
                consumed += 1
            }
        }
    }
}
