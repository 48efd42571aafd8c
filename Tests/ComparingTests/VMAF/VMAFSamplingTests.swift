import Testing

@testable import Comparing

@Suite struct VMAFSamplingTests {
    @Test func shortFilmsAreMeasuredWhole() {
        #expect(VMAFSampling(pairs: 100, width: 1920, height: 1080).step == 1)
        #expect(VMAFSampling(pairs: 900, width: 640, height: 360).step == 1)
        #expect(VMAFSampling(pairs: 0, width: 16, height: 16).step == 1)
    }

    /// Half a minute of 1080 lines costs no more than four seconds of it, in odd steps.
    @Test(arguments: [300, 750, 900, 1800, 100_000]) func longFilmsAreMeasuredInPart(pairs: Int) {
        let step = VMAFSampling(pairs: pairs, width: 1920, height: 1080).step
        #expect(pairs / step <= 100 && step % 2 == 1)
    }

    /// What libvmaf measures of the pairs that it gets are those that were meant, each with both of
    /// its neighbours.
    @Test(arguments: [1, 3, 5, 7, 23]) func whatIsMeasuredHasItsNeighbours(step: Int) {
        let sampling = VMAFSampling(step: step)
        let taken = (0..<200).filter(sampling.takes)
        let measured = stride(from: 0, to: taken.count, by: sampling.stepOfTaken).map { taken[$0] }
        #expect(measured == Array(stride(from: 0, to: 200, by: step)))
        for index in measured.dropFirst() where index < 199 {
            #expect(taken.contains(index - 1) && taken.contains(index + 1))
        }
    }
}
