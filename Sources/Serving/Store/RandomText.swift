/// Names that nobody can guess, from the system's source of randomness.
enum RandomText {
    /// `count` of the 64 characters that stand in a URL as they are.
    static func urlSafe(_ count: Int) -> String {
        pick(count, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    }

    /// `count` digits, the first of them not 0.
    static func decimal(_ count: Int) -> String {
        pick(1, from: "123456789") + pick(count - 1, from: "0123456789")
    }

    private static func pick(_ count: Int, from alphabet: String) -> String {
        let characters = Array(alphabet)
        var source = SystemRandomNumberGenerator()
        return String(
            (0..<count).map { _ in
                characters[Int.random(in: characters.indices, using: &source)]
            })
    }
}
