import GRDB

/// Pairs of articles of which the reader's user said that they do not belong together.
///
/// Kept in the library by the articles' keys, in both directions. The file of articles has a copy
/// of the same form, so that what stands beside an article is one read of that file.
enum UnrelatedArticles {
  /// The table, in either file.
  static let table = """
    CREATE TABLE unrelated (
      key INTEGER NOT NULL,
      other INTEGER NOT NULL,
      PRIMARY KEY (key, other)) WITHOUT ROWID;
    """

  /// Whether `article a` may stand beside the article of `related r`.
  static let isRelated = """
    NOT EXISTS (SELECT 1 FROM article o CROSS JOIN unrelated u ON u.key = o.key
      WHERE o.id = r.article AND u.other = a.key)
    """

  /// Parts two articles, or lets them stand beside each other again.
  /// - Returns: Whether that made a difference.
  static func set(_ isUnrelated: Bool, _ pair: [Int64], in db: Database) throws -> Bool {
    guard pair.count == 2, pair[0] != pair[1] else { return false }
    let statement = try db.cachedStatement(
      sql: isUnrelated
        ? "INSERT OR IGNORE INTO unrelated VALUES (?1, ?2), (?2, ?1)"
        : "DELETE FROM unrelated WHERE key = ?1 AND other = ?2 OR key = ?2 AND other = ?1")
    try statement.execute(arguments: [pair[0], pair[1]])
    return db.changesCount > 0
  }

  /// The articles that do not belong beside one.
  static func keys(to key: Int64, in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT other FROM unrelated WHERE key = ?"), arguments: [key])
  }

  /// Brings the copy in the file of articles to what the library says of one article.
  static func follow(_ others: [Int64], of key: Int64, in db: Database) throws {
    guard try keys(to: key, in: db) != others else { return }
    try db.cachedStatement(sql: "DELETE FROM unrelated WHERE key = ?").execute(arguments: [key])
    let insert = try db.cachedStatement(sql: "INSERT INTO unrelated VALUES (?, ?)")
    for other in others { try insert.execute(arguments: [key, other]) }
  }
}
