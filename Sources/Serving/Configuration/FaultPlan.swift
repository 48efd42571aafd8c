import Foundation
package import VideoAPI

/// Errors that are answered on purpose, by chance, so that clients can be tested.
///
/// Written `1001:0.1,429:0.05`: the code and its probability.
package struct FaultPlan: Hashable, Sendable {
    /// In the order they were written; the probabilities sum up to 1 at most.
    package private(set) var faults: [Fault] = []
    /// What the generator begins with; the same seed gives the same faults.
    package var seed: UInt64 = 1

    /// One error, and how often it is answered, 0...1.
    package struct Fault: Hashable, Sendable {
        package var code: APICode
        package var probability: Double
    }

    package init() {}

    /// Reads `CODE:PROBABILITY,…`; an empty text plans nothing.
    ///
    /// - Throws: what is wrong with the text, for people.
    package init(parsing text: String) throws(FaultPlanError) {
        for part in text.split(separator: ",") {
            faults.append(try Self.fault(part.trimmingCharacters(in: .whitespaces)))
        }
        let sum = faults.reduce(0) { $0 + $1.probability }
        guard sum <= 1 + 1e-9 else {
            throw FaultPlanError(message: "the probabilities of the faults sum up to more than 1")
        }
    }

    private static func fault(_ text: String) throws(FaultPlanError) -> Fault {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let code = APICode(rawValue: number),
            code != .ok
        else {
            let known = APICode.allCases.filter { $0 != .ok }.map { String($0.rawValue) }
            throw FaultPlanError(
                message: "a fault is CODE:PROBABILITY with a code of "
                    + known.joined(separator: ", ") + "; found \"\(text)\"")
        }
        guard let probability = Double(parts[1]), (0...1).contains(probability) else {
            throw FaultPlanError(message: "a probability is 0 to 1; found \"\(parts[1])\"")
        }
        return Fault(code: code, probability: probability)
    }

    /// Returns the fault that `draw`, evenly distributed in 0..<1, falls on.
    func fault(at draw: Double) -> APICode? {
        var edge = 0.0
        for fault in faults {
            edge += fault.probability
            if draw < edge { return fault.code }
        }
        return nil
    }
}

/// A list of faults that can't be read.
package struct FaultPlanError: Error, Hashable, Sendable {
    package var message: String
}
