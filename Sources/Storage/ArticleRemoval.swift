import Articles
import GRDB

/// Takes articles out of the file of articles.
///
/// What the user decided about them stays in the library, so an article that comes again is as read
/// as before.
enum ArticleRemoval {
  /// Removes an article with everything that hangs on it, within a transaction.
  /// - `leavesMark`: Whether its feed, which may still name it, must not bring it again.
  static func remove(_ id: Int64, leavesMark: Int64?, in db: Database) throws {
    do {
      guard let stored = try ArticleRows.stored(id, in: db) else { return }
      try takeOutOfIndex(stored, in: db)
      try forget(stored, second: leavesMark, in: db)
    } catch StoreError.unreadableArticle {
      // What cannot be read cannot be taken out of the index; a word that leads nowhere is no hit.
    }
    let others = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT other FROM related WHERE article = ?"), arguments: [id])
    for other in others {
      try db.cachedStatement(sql: "DELETE FROM related WHERE article = ? AND other = ?")
        .execute(arguments: [other, id])
    }
    // Topics go first: their counts look at the article.
    for (table, column) in [
      ("article_topic", "article"), ("related", "article"), ("analysis", "article"),
      ("analysis_queue", "article"), ("index_queue", "article"), ("rule_queue", "article"),
      ("revision", "article"),
      ("full_text", "article"), ("full_text_queue", "article"), ("text", "id"), ("article", "id"),
    ] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE \(column) = ?")
        .execute(arguments: [id])
    }
  }

  /// Takes the words of an article out of the full-text index, if they are in it.
  static func takeOutOfIndex(_ stored: ArticleRows.Stored, in db: Database) throws {
    let queued = try db.cachedStatement(sql: "SELECT 1 FROM index_queue WHERE article = ?")
    let isQueued = try Int.fetchOne(queued, arguments: [stored.head.id.rawValue]) != nil
    if !isQueued { try WordIndex.remove(stored, in: db) }
  }

  private static func forget(
    _ stored: ArticleRows.Stored, second: Int64?, in db: Database
  ) throws {
    let names = DraftNames(stored.draft)
    let hashes = [true, false].flatMap { usesGUID in
      Identity(stored.draft, names: names, usesGUID: usesGUID).hashes
    }
    for hash in Set([stored.key] + hashes) {
      try db.cachedStatement(sql: "DELETE FROM identity WHERE hash = ? AND article = ?")
        .execute(arguments: [hash, stored.head.id.rawValue])
      guard let second, db.changesCount > 0 else { continue }
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO expired VALUES (?, ?)")
        .execute(arguments: [hash, second])
    }
  }
}
