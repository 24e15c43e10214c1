import GRDB
import Records

/// The tables, and how older ones become these. A migration that was published never changes;
/// changes are added as further migrations.
enum Schema {
  /// Brings the database up to date and ends all leases.
  static func prepare(_ pool: DatabasePool) throws {
    let migrator = migrator
    let isNewer = try pool.read { try migrator.hasBeenSuperseded($0) }
    guard !isNewer else {
      throw StorageError(
        .unavailable,
        "\(pool.path) was written by a newer version of Kinora; use that one, or another folder.")
    }
    try migrator.migrate(pool)
    try pool.write { database in
      try database.execute(
        sql: "UPDATE work SET isTaken = 0, freeAt = 0 WHERE isTaken OR freeAt > 0")
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      for statement in [people, credit, sessions, media, turns, exports, work] {
        try database.execute(sql: statement)
      }
    }
    migrator.registerMigration("2") { try $0.execute(sql: tries) }
    migrator.registerMigration("3") { try $0.execute(sql: generation) }
    migrator.registerMigration("4") { try $0.execute(sql: receipts) }
    return migrator
  }

  private static let tries = "ALTER TABLE work ADD COLUMN tries INTEGER NOT NULL DEFAULT 0"

  private static let generation = """
    ALTER TABLE media ADD COLUMN poster TEXT;
    ALTER TABLE media ADD COLUMN generation TEXT;
    CREATE INDEX mediaByPoster ON media (poster) WHERE poster IS NOT NULL;
    """

  private static let receipts = """
    ALTER TABLE export ADD COLUMN receipt TEXT;
    ALTER TABLE export ADD COLUMN findings TEXT;
    """

  private static let people = """
    CREATE TABLE account (
      id TEXT NOT NULL PRIMARY KEY,
      plan TEXT NOT NULL,
      email TEXT UNIQUE,
      passwordDigest TEXT,
      createdAt REAL NOT NULL,
      lastSeenAt REAL NOT NULL
    ) STRICT;
    CREATE TABLE token (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      digest TEXT NOT NULL UNIQUE,
      account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      label TEXT NOT NULL,
      createdAt REAL NOT NULL,
      expiresAt REAL NOT NULL,
      revokedAt REAL
    ) STRICT;
    CREATE INDEX tokenByAccount ON token (account, createdAt);
    CREATE TABLE issue (
      client TEXT NOT NULL,
      address TEXT NOT NULL,
      issuedAt REAL NOT NULL
    ) STRICT;
    CREATE INDEX issueByClient ON issue (client, issuedAt);
    CREATE INDEX issueByAddress ON issue (address, issuedAt);
    CREATE INDEX issueByTime ON issue (issuedAt);
    CREATE TABLE setting (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;
    """

  private static let credit = """
    CREATE TABLE credits (
      account TEXT NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
      granted INTEGER NOT NULL,
      available INTEGER NOT NULL,
      frozen INTEGER NOT NULL,
      spent INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE hold (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      turn TEXT NOT NULL,
      amount INTEGER NOT NULL,
      state TEXT NOT NULL,
      settled INTEGER NOT NULL,
      createdAt REAL NOT NULL
    ) STRICT;
    CREATE INDEX holdByAccount ON hold (account);
    CREATE INDEX holdOpen ON hold (createdAt) WHERE state = 'open';
    CREATE TABLE ledger (
      number INTEGER PRIMARY KEY,
      account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      amount INTEGER NOT NULL,
      hold TEXT,
      note TEXT NOT NULL,
      at REAL NOT NULL
    ) STRICT;
    CREATE INDEX ledgerByAccount ON ledger (account);
    """

  private static let sessions = """
    CREATE TABLE session (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      task TEXT NOT NULL,
      account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      language TEXT,
      historyStamp INTEGER,
      state TEXT,
      revision INTEGER NOT NULL,
      lastEvent INTEGER NOT NULL,
      createdAt REAL NOT NULL,
      updatedAt REAL NOT NULL
    ) STRICT;
    CREATE INDEX sessionByAccount ON session (account);
    CREATE INDEX sessionByTime ON session (updatedAt);
    CREATE TABLE history (
      session TEXT NOT NULL PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
      body TEXT NOT NULL
    ) STRICT;
    """

  private static let media = """
    CREATE TABLE media (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
      account TEXT NOT NULL,
      origin TEXT NOT NULL,
      filename TEXT NOT NULL,
      blob TEXT NOT NULL,
      size INTEGER NOT NULL,
      contentType TEXT NOT NULL,
      facts TEXT NOT NULL,
      analysis TEXT,
      createdAt REAL NOT NULL
    ) STRICT;
    CREATE INDEX mediaBySession ON media (session, createdAt);
    CREATE INDEX mediaByAccount ON media (account);
    CREATE INDEX mediaByBlob ON media (blob);
    CREATE TABLE upload (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      account TEXT NOT NULL,
      session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
      filename TEXT NOT NULL,
      length INTEGER NOT NULL,
      metadata TEXT NOT NULL,
      media TEXT,
      createdAt REAL NOT NULL,
      expiresAt REAL NOT NULL
    ) STRICT;
    CREATE INDEX uploadBySession ON upload (session);
    CREATE INDEX uploadByAccount ON upload (account);
    CREATE INDEX uploadByExpiry ON upload (expiresAt);
    """

  private static let turns = """
    CREATE TABLE turn (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
      account TEXT NOT NULL,
      message TEXT NOT NULL,
      key TEXT,
      digest TEXT NOT NULL,
      status TEXT NOT NULL,
      script TEXT,
      step INTEGER NOT NULL,
      hold TEXT,
      createdAt REAL NOT NULL,
      completedAt REAL
    ) STRICT;
    CREATE INDEX turnBySession ON turn (session, createdAt);
    CREATE INDEX turnGoingOn ON turn (session) WHERE status IN ('queued', 'running');
    CREATE UNIQUE INDEX turnByKey ON turn (account, key);
    CREATE TABLE event (
      session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
      sequence INTEGER NOT NULL,
      turn TEXT NOT NULL,
      body TEXT NOT NULL,
      createdAt REAL NOT NULL,
      PRIMARY KEY (session, sequence)
    ) STRICT;
    """

  private static let exports = """
    CREATE TABLE export (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      account TEXT NOT NULL,
      session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
      draft TEXT NOT NULL,
      digest TEXT NOT NULL,
      quality TEXT NOT NULL,
      seed INTEGER NOT NULL,
      status TEXT NOT NULL,
      progress REAL NOT NULL,
      error TEXT,
      blob TEXT,
      duration INTEGER,
      size INTEGER,
      createdAt REAL NOT NULL,
      completedAt REAL,
      UNIQUE (account, id),
      UNIQUE (session, id)
    ) STRICT;
    CREATE INDEX exportByDigest ON export (digest, session) WHERE status = 'completed';
    CREATE INDEX exportByBlob ON export (blob) WHERE blob IS NOT NULL;
    CREATE INDEX exportGoingOn ON export (session) WHERE status IN ('pending', 'processing');
    """

  // `freeAt` counts nanoseconds since the store was opened: a clock that never jumps, and that
  // no lease outlives. `isHead` marks the oldest work of each group, the only one to be taken.
  private static let work = """
    CREATE TABLE work (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      "group" TEXT NOT NULL,
      createdAt REAL NOT NULL,
      attempt INTEGER NOT NULL,
      isHead INTEGER NOT NULL,
      isTaken INTEGER NOT NULL,
      freeAt INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX workByGroup ON work ("group", sequence);
    CREATE INDEX workHeads ON work (kind, sequence) WHERE isHead;
    CREATE INDEX workByKind ON work (kind);
    """
}
