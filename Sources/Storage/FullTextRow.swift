import Articles
import FoundationEssentials
import GRDB

/// Rows of `full_text`: the second text of an article.
///
/// Whichever of the two is shown stands in `text`, so that search, analysis and export read the
/// same words as the user. The content hash stays the feed's: its next answer changes nothing.
enum FullTextRow {
  static func state(of id: Int64, in db: Database) throws -> FullText {
    let statement = try db.cachedStatement(
      sql: "SELECT shown, outdated FROM full_text WHERE article = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return .none }
    if row[0] as Bool { return .shown }
    return row[1] as Bool ? .outdated : .hidden
  }

  /// Puts articles that a feed brought or changed in line for their pages.
  static func enqueue(_ outcome: MergeOutcome, in db: Database) throws {
    let add = try db.cachedStatement(
      sql: """
        INSERT INTO full_text_queue (article) SELECT id FROM article WHERE id = ? AND link <> ''
          ON CONFLICT DO UPDATE SET attempts = 0, due = 0
        """)
    for id in outcome.new + outcome.changed { try add.execute(arguments: [id.rawValue]) }
  }

  /// The article with its feed's text while its page's is shown; `nil` while the feed's is.
  static func feedText(
    instead stored: ArticleRows.Stored, in db: Database
  ) throws -> ArticleRows.Stored? {
    let statement = try db.cachedStatement(
      sql: "SELECT other FROM full_text WHERE article = ? AND shown = 1")
    guard let other = try Data.fetchOne(statement, arguments: [stored.head.id.rawValue]) else {
      return nil
    }
    return try stored.replacingText(by: other)
  }

  /// Makes room for a new text of the feed: the page's text is set aside as an older one.
  static func outdate(_ id: Int64, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE full_text SET outdated = 1, other = CASE shown WHEN 1
          THEN (SELECT content FROM text WHERE id = ?1) ELSE other END, shown = 0
        WHERE article = ?1
        """
    ).execute(arguments: [id])
  }

  /// Changes the two texts over.
  /// - Returns: The article with the text that is shown now.
  static func swap(_ stored: ArticleRows.Stored, in db: Database) throws -> ArticleRows.Stored? {
    let id = stored.head.id.rawValue
    let other = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT other FROM full_text WHERE article = ?"), arguments: [id])
    let content = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT content FROM text WHERE id = ?"), arguments: [id])
    guard let other, let content else { return nil }
    let swapped = try stored.replacingText(by: other)
    try db.cachedStatement(
      sql: "UPDATE full_text SET shown = 1 - shown, other = ? WHERE article = ?"
    ).execute(arguments: [content, id])
    try write(other, of: stored, as: swapped.draft, in: db)
    return swapped
  }

  /// Adds the text of the page and shows it.
  static func add(
    _ draft: ArticleDraft, to stored: ArticleRows.Stored, second: Int64, in db: Database
  ) throws {
    let id = stored.head.id.rawValue
    guard
      let content = try Data.fetchOne(
        db.cachedStatement(sql: "SELECT content FROM text WHERE id = ?"), arguments: [id])
    else { return }
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO full_text (article, shown, fetched, other) VALUES (?, 1, ?, ?)"
    ).execute(arguments: [id, second, content])
    try write(Data(ArticleRecord.encoded(draft)), of: stored, as: draft, in: db)
  }

  /// Replaces the shown text; index and analysis follow in the background.
  private static func write(
    _ content: Data, of stored: ArticleRows.Stored, as draft: ArticleDraft, in db: Database
  ) throws {
    let id = stored.head.id.rawValue
    try ArticleRemoval.takeOutOfIndex(stored, in: db)
    try db.cachedStatement(sql: "UPDATE text SET content = ? WHERE id = ?")
      .execute(arguments: [content, id])
    try db.cachedStatement(sql: "UPDATE article SET words = ?, parts = ? WHERE id = ?")
      .execute(arguments: [draft.text.wordCount, ArticleParts(draft).rawValue, id])
    for queue in ["index_queue", "analysis_queue"] {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO \(queue) VALUES (?)")
        .execute(arguments: [id])
    }
    try db.noteChange()
  }
}

extension ArticleRows.Stored {
  /// The article with another record in the place of its own.
  /// - Throws: `StoreError.unreadableArticle` when that is damaged.
  fileprivate func replacingText(by record: Data) throws -> ArticleRows.Stored {
    var copy = self
    copy.draft.enclosures = []
    do {
      try ArticleRecord.decode(Array(record), into: &copy.draft)
    } catch {
      throw StoreError.unreadableArticle(head.id.rawValue)
    }
    return copy
  }
}
