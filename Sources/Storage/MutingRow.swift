import Articles
import GRDB

/// What the reader's user wants to see nothing of, within the library.
enum MutingRow {
  static let table = """
    CREATE TABLE muting (name TEXT PRIMARY KEY, query TEXT NOT NULL, added INTEGER NOT NULL)
      WITHOUT ROWID;
    """

  /// Those that there may be: each is asked about every new article.
  static let limit = 1_000

  /// All, the newest first.
  static func all(in db: Database) throws -> [Muting] {
    try Row.fetchAll(
      db, sql: "SELECT name, query FROM muting ORDER BY added DESC, name LIMIT \(limit)"
    ).map { Muting(name: $0[0], query: $0[1]) }
  }

  /// Adds one or takes it away.
  /// - Returns: Whether it made a difference.
  static func set(_ value: Bool, _ muting: Muting, second: Int64, in db: Database) throws -> Bool {
    if value {
      try db.execute(
        sql: "INSERT OR IGNORE INTO muting VALUES (?, ?, ?)",
        arguments: [muting.name, muting.query, second])
    } else {
      try db.execute(sql: "DELETE FROM muting WHERE name = ?", arguments: [muting.name])
    }
    return db.changesCount > 0
  }
}
