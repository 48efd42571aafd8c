/// Takes some of a row of values whose length is not known before: evenly, and never many.
struct Sampling<Value> {
    private(set) var values: [Value] = []
    private var step: Int
    private let most: Int
    private var seen = 0

    /// Takes every `step`th, more seldom once there are `most`.
    init(step: Int, most: Int) {
        (self.step, self.most) = (step, most)
    }

    /// Makes and takes the next value where it is its turn.
    mutating func offer(_ make: () -> Value) {
        defer { seen += 1 }
        guard seen % step == 0 else { return }
        if values.count == most {
            values = stride(from: 0, to: most, by: 2).map { values[$0] }
            step *= 2
            guard seen % step == 0 else { return }
        }
        values.append(make())
    }
}
