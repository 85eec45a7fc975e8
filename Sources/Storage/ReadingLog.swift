public import Articles
public import FoundationEssentials
import GRDB

/// When articles were read and for how long, within the library.
enum ReadingLog {
  static let table = """
    CREATE TABLE reading (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      key INTEGER NOT NULL,
      second INTEGER NOT NULL,
      seconds INTEGER NOT NULL);
    CREATE INDEX reading_key ON reading (key);
    """

  /// Readings that are kept: years of them.
  static let limit = 50_000
}

extension ArticleStore {
  /// Notes that an article was read.
  /// - `seconds`: How long, 1...86,400; clamped.
  /// - `now`: When the reading ended.
  /// - Throws: `StoreError`.
  public func noteReading(
    of id: ArticleID, seconds: Int, now: Date
  ) async throws(StoreError) {
    guard let key = try await keys(of: [id]).first else { return }
    let second = Int64(CivilTime.clampedSeconds(now))
    try await deciding { db in
      // Going on after a glance elsewhere is the same reading.
      try db.execute(
        sql: """
          UPDATE reading SET second = ?2, seconds = min(86400, seconds + ?3)
          WHERE number = (SELECT max(number) FROM reading) AND key = ?1 AND second > ?2 - 900
          """, arguments: [key, second, min(max(seconds, 1), 86_400)])
      guard db.changesCount == 0 else { return }
      try db.execute(
        sql: "INSERT INTO reading (key, second, seconds) VALUES (?, ?, ?)",
        arguments: [key, second, min(max(seconds, 1), 86_400)])
      try db.execute(
        sql: "DELETE FROM reading WHERE number <= ?",
        arguments: [db.lastInsertedRowID - Int64(ReadingLog.limit)])
    }
  }

  /// The articles that were read last, each once, the last one first; those that the store has no
  /// more are left out.
  /// - `limit`: Articles, 1...10,000; clamped.
  /// - Throws: `StoreError`.
  public func readings(limit: Int) async throws(StoreError) -> [Reading] {
    let limit = min(max(limit, 1), 10_000)
    let rows = try await asking { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT key, max(second), sum(seconds) FROM reading GROUP BY key
          ORDER BY max(number) DESC LIMIT ?
          """, arguments: [limit]
      ).map { (key: $0[0] as Int64, second: $0[1] as Int64, seconds: $0[2] as Int) }
    }
    return try await reading { db in
      let find = try db.cachedStatement(
        sql: """
          SELECT a.id, a.title, s.name FROM identity i JOIN article a ON a.id = i.article
          JOIN source s ON s.id = a.source WHERE i.hash = ?
          """)
      return try rows.compactMap { row in
        guard let found = try Row.fetchOne(find, arguments: [row.key]) else { return nil }
        return Reading(
          article: ArticleID(rawValue: found[0]), title: found[1], source: found[2],
          ended: ArticleRecord.date(row.second), seconds: row.seconds)
      }
    }
  }

  /// Seconds that were read between two moments.
  func secondsRead(from start: Date, to end: Date) async throws(StoreError) -> Int {
    let bounds = [start, end].map { Int64(CivilTime.clampedSeconds($0)) }
    return try await asking { db in
      try Int.fetchOne(
        db,
        sql: "SELECT ifnull(sum(seconds), 0) FROM reading WHERE second >= ? AND second < ?",
        arguments: [bounds[0], bounds[1]]) ?? 0
    }
  }
}
