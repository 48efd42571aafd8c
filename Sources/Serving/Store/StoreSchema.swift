import GRDB

/// The tables of the database, and how an older database becomes the newest.
enum StoreSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: users, sessions, drafts, uploads, renders") { db in
            for table in [users, sessions, steps, uploads, jobs] { try db.execute(sql: table) }
        }
        return migrator
    }

    private static let users = """
        CREATE TABLE users (
          id TEXT PRIMARY KEY NOT NULL,
          client TEXT NOT NULL UNIQUE,
          available INTEGER NOT NULL CHECK (available >= 0),
          frozen INTEGER NOT NULL DEFAULT 0 CHECK (frozen >= 0)
        ) STRICT;
        CREATE TABLE tokens (
          token TEXT PRIMARY KEY NOT NULL,
          user TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
          expires INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX tokens_of_user ON tokens(user);
        CREATE TABLE reservations (
          id TEXT PRIMARY KEY NOT NULL,
          user TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
          amount INTEGER NOT NULL CHECK (amount >= 0)
        ) STRICT;
        """

    /// `version` counts every step; `position` is the step whose draft counts, `tip` the last that
    /// can be redone; `served` is the number of the last render that was taken from the session.
    private static let sessions = """
        CREATE TABLE sessions (
          id TEXT PRIMARY KEY NOT NULL,
          user TEXT NOT NULL REFERENCES users(id),
          task TEXT NOT NULL,
          name TEXT NOT NULL,
          language TEXT,
          created REAL NOT NULL,
          version INTEGER NOT NULL DEFAULT 0,
          position INTEGER NOT NULL DEFAULT 0,
          tip INTEGER NOT NULL DEFAULT 0,
          served INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX sessions_of_user ON sessions(user, created);
        CREATE INDEX sessions_served ON sessions(served);
        """

    /// Rows are added, never changed.
    ///
    /// A walk has a `target` and no text; any other step has the step before it as `parent`, and
    /// counts its forebears in `depth`.
    private static let steps = """
        CREATE TABLE steps (
          session TEXT NOT NULL REFERENCES sessions(id),
          number INTEGER NOT NULL,
          kind TEXT NOT NULL,
          target INTEGER,
          parent INTEGER,
          depth INTEGER,
          text TEXT,
          sentence TEXT NOT NULL,
          changes TEXT NOT NULL,
          key TEXT,
          created REAL NOT NULL,
          PRIMARY KEY (session, number),
          UNIQUE (session, key),
          CHECK ((target IS NULL) <> (text IS NULL)),
          CHECK ((text IS NULL) = (depth IS NULL))
        ) STRICT;
        """

    private static let uploads = """
        CREATE TABLE uploads (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          id TEXT NOT NULL UNIQUE,
          session TEXT NOT NULL REFERENCES sessions(id),
          hash TEXT NOT NULL,
          size INTEGER NOT NULL,
          name TEXT NOT NULL,
          original TEXT NOT NULL,
          kind TEXT NOT NULL,
          duration REAL,
          width INTEGER,
          height INTEGER,
          fps REAL,
          created REAL NOT NULL,
          UNIQUE (session, name)
        ) STRICT;
        CREATE INDEX uploads_by_hash ON uploads(hash);
        """

    private static let jobs = """
        CREATE TABLE jobs (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          key TEXT NOT NULL UNIQUE,
          user TEXT NOT NULL REFERENCES users(id),
          id TEXT NOT NULL,
          session TEXT NOT NULL REFERENCES sessions(id),
          hash TEXT NOT NULL,
          draft TEXT NOT NULL,
          options TEXT NOT NULL,
          state TEXT NOT NULL DEFAULT 'pending',
          progress INTEGER NOT NULL DEFAULT 0,
          run TEXT,
          attempts INTEGER NOT NULL DEFAULT 0,
          error TEXT,
          file TEXT,
          duration REAL,
          size INTEGER,
          created REAL NOT NULL,
          finished REAL,
          UNIQUE (user, id),
          CHECK ((state = 'completed') = (file IS NOT NULL))
        ) STRICT;
        CREATE INDEX jobs_waiting ON jobs(session, number) WHERE state = 'pending';
        """
}
