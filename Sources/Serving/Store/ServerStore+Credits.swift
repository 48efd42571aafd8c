import GRDB
package import VideoAPI

extension ServerStore {
    package func credits(of user: String) throws(StoreError) -> CreditBalance {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT available, frozen FROM users WHERE id = ?", arguments: [user])
            guard let row else { throw Self.noUser }
            return CreditBalance(available: row["available"], frozen: row["frozen"])
        }
    }

    /// Holds credits back for work that begins.
    ///
    /// They are free again when the server starts anew: the work has died with it.
    ///
    /// - Returns: the name under which to settle or release them.
    /// - Throws: `noCredits` where there are not as many; `unknownUser`.
    package func reserve(_ amount: Int, of user: String) throws(StoreError) -> String {
        try write { db in
            let available = try Int.fetchOne(
                db, sql: "SELECT available FROM users WHERE id = ?", arguments: [user])
            guard let available else { throw Self.noUser }
            guard amount >= 0, amount <= available else {
                throw StoreError(
                    .noCredits, "this needs \(amount) credits, and \(available) are left")
            }
            let id = RandomText.urlSafe(16)
            try db.execute(
                sql: "UPDATE users SET available = available - ?, frozen = frozen + ? WHERE id = ?",
                arguments: [amount, amount, user])
            try db.execute(
                sql: "INSERT INTO reservations (id, user, amount) VALUES (?, ?, ?)",
                arguments: [id, user, amount])
            return id
        }
    }

    /// Spends what is held under `reservation`: the work is done.
    package func settle(_ reservation: String) throws(StoreError) {
        try end(reservation, givesBack: false)
    }

    /// Gives back what is held under `reservation`: the work came to nothing.
    package func release(_ reservation: String) throws(StoreError) {
        try end(reservation, givesBack: true)
    }

    private func end(_ reservation: String, givesBack: Bool) throws(StoreError) {
        try write { db in
            let row = try Row.fetchOne(
                db, sql: "DELETE FROM reservations WHERE id = ? RETURNING user, amount",
                arguments: [reservation])
            guard let row else {
                throw StoreError(
                    .unknownReservation, "no credits are held under \u{201C}\(reservation)\u{201D}")
            }
            let (user, amount): (String, Int) = (row["user"], row["amount"])
            try db.execute(
                sql: "UPDATE users SET frozen = frozen - ?, available = available + ? WHERE id = ?",
                arguments: [amount, givesBack ? amount : 0, user])
        }
    }

    private static let noUser = StoreError(.unknownUser, "there is no such user")
}
