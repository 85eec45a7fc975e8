import Articles
import FoundationEssentials
import GRDB

/// The full-text index: which words stand in which article.
///
/// Its rows have the articles' ids, so the newest hits of a frequent word come first without a
/// sort.
enum WordIndex {
  static func add(_ stored: ArticleRows.Stored, in db: Database) throws {
    try write("INSERT INTO words (rowid, title, body, source, authors)", "", stored, in: db)
  }

  /// Takes an article out; the texts must be those with which it was added.
  static func remove(_ stored: ArticleRows.Stored, in db: Database) throws {
    try write(
      "INSERT INTO words (words, rowid, title, body, source, authors)", "'delete', ", stored,
      in: db)
  }

  private static func write(
    _ target: String, _ command: String, _ stored: ArticleRows.Stored, in db: Database
  ) throws {
    let draft = stored.draft
    try db.cachedStatement(sql: "\(target) VALUES (\(command)?, ?, ?, ?, ?)").execute(
      arguments: [
        stored.head.id.rawValue, indexed([draft.title]), indexed(texts(of: draft)),
        indexed([draft.source]), indexed(draft.authors),
      ])
  }

  /// Folded as queries are, so that "Łódź" is found by "lodz" and "Straße" by "strasse".
  private static func indexed(_ texts: [String]) -> String {
    DenseText.spaced(texts.joined(separator: "\n").folded)
  }

  /// What is searched of an article besides its headline.
  private static func texts(of draft: ArticleDraft) -> [String] {
    draft.highlights + draft.text.plainParagraphs
  }

  /// The same from the stored form; nothing when it is damaged.
  static func body(_ content: [UInt8]) -> [String] {
    var draft = ArticleDraft(title: "", source: "")
    do { try ArticleRecord.decode(content, into: &draft) } catch { return [] }
    return texts(of: draft)
  }
}

extension ArticleStore {
  /// Brings words of articles that are not searchable by the index yet into it, the newest first.
  ///
  /// Articles that wait are found all the same, by looking through them. A kill loses nothing: what
  /// was not committed waits again.
  /// - Parameter limit: Articles of this transaction, 1...1,000; clamped.
  /// - Returns: Articles that were indexed; 0 when none waits.
  /// - Throws: `StoreError`.
  public func indexText(limit: Int) async throws(StoreError) -> Int {
    let limit = min(max(limit, 1), 1000)
    return try await writing { db in
      let ids = try Int64.fetchAll(
        db, sql: "SELECT article FROM index_queue ORDER BY article DESC LIMIT ?",
        arguments: [limit])
      let done = try db.cachedStatement(sql: "DELETE FROM index_queue WHERE article = ?")
      for id in ids {
        do {
          if let stored = try ArticleRows.stored(id, in: db) { try WordIndex.add(stored, in: db) }
        } catch StoreError.unreadableArticle {
          // A damaged text has no words; the queue goes on.
        }
        try done.execute(arguments: [id])
      }
      return ids.count
    }
  }
}
