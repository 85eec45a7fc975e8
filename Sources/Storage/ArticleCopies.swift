public import Articles
import FoundationEssentials
import GRDB

/// Articles that have the same text as others: each bears the number of the one that came first.
enum ArticleCopies {
  /// Copies of one article that are shown or marked with it.
  static let limit = 200

  /// The column, and the queue filled, so that the articles of an earlier version get it too.
  static let column = """
    ALTER TABLE article ADD COLUMN original INTEGER;
    CREATE INDEX article_original ON article (original) WHERE original IS NOT NULL;
    INSERT OR IGNORE INTO analysis_queue SELECT id FROM article;
    """

  /// Writes what the analysis of some articles found out.
  static func mark(
    _ copies: [ArticleID: ArticleID], among analysed: [ArticleID], in db: Database
  ) throws {
    let clear = try db.cachedStatement(
      sql: "UPDATE article SET original = NULL WHERE id = ? AND original IS NOT NULL")
    for id in analysed where copies[id] == nil { try clear.execute(arguments: [id.rawValue]) }
    let mark = try db.cachedStatement(sql: "UPDATE article SET original = ? WHERE id = ?")
    for (id, original) in copies {
      try mark.execute(arguments: [original.rawValue, id.rawValue])
    }
  }

  /// The articles with the text of one, itself left out, the oldest first.
  static func copies(of id: ArticleID, in db: Database) throws -> [(id: ArticleID, source: String)]
  {
    let statement = try db.cachedStatement(
      sql: """
        SELECT c.id, s.name FROM article a
        CROSS JOIN article c INDEXED BY article_original ON c.original = a.original
        CROSS JOIN source s ON s.id = c.source
        WHERE a.id = ?1 AND c.id <> ?1 ORDER BY c.id LIMIT \(limit)
        """)
    return try Row.fetchAll(statement, arguments: [id.rawValue]).map {
      (ArticleID(rawValue: $0[0]), $0[1])
    }
  }
}

extension ArticleStore {
  /// The articles that have the same text as one, whole or in part, the oldest first.
  ///
  /// One that is damaged is left out.
  /// - `limit`: Articles, 1...200; clamped.
  /// - Throws: `StoreError`.
  public func copies(of id: ArticleID, limit: Int) async throws(StoreError) -> [Article] {
    let limit = min(max(limit, 1), ArticleCopies.limit)
    return try await reading { db in
      try ArticleCopies.copies(of: id, in: db).prefix(limit).compactMap { copy in
        do {
          return try ArticleRows.stored(copy.id.rawValue, in: db).map {
            Article(head: $0.head, draft: $0.draft)
          }
        } catch StoreError.unreadableArticle {
          return nil
        }
      }
    }
  }

  /// These articles and the copies of each, those of some sources left out.
  func withCopies(
    _ ids: [ArticleID], apart sources: [String]
  ) async throws(StoreError) -> [ArticleID] {
    try await reading { db in
      var seen = Set(ids)
      return try ids
        + ids.flatMap { id in
          try ArticleCopies.copies(of: id, in: db)
            .filter { !sources.contains($0.source) && seen.insert($0.id).inserted }.map(\.id)
        }
    }
  }
}
