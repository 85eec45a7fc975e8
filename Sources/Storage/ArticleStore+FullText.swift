public import Articles
public import FoundationEssentials
import GRDB

/// An article whose page can be fetched for its text.
public struct FullTextJob: Sendable, Hashable {
  /// The article.
  public var id: ArticleID
  /// Address of its page.
  public var link: String
  /// Address of the subscription that it came in; `nil` for an imported article.
  public var feed: String?
  /// Words of the text that the store has.
  public var words: Int
  /// How often its page was asked for in vain.
  public var attempts: Int
}

/// The text of a page, as the article that it is.
public struct FetchedText: Sendable, Hashable {
  /// The text.
  public var body: Body
  /// The lead picture, for articles that have none.
  public var picture: Picture?
  /// Who wrote it, for articles that do not say.
  public var authors: [String]

  /// Takes each part as it is.
  public init(body: Body, picture: Picture? = nil, authors: [String] = []) {
    self.body = body
    self.picture = picture
    self.authors = authors
  }
}

extension ArticleStore {
  /// What fetching the page of one article needs to know; `nil` when the article is gone or has no
  /// address.
  /// - Throws: `StoreError`.
  public func fullTextJob(of id: ArticleID) async throws(StoreError) -> FullTextJob? {
    try await reading { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT a.id, a.link, f.url, a.words, 0 FROM article a LEFT JOIN feed f ON f.id = a.feed
          WHERE a.id = ? AND a.link <> ''
          """)
      return try Row.fetchOne(statement, arguments: [id.rawValue]).map(Self.job)
    }
  }

  /// Address of the subscription that an article came in; `nil` for an imported article and for
  /// one that is gone.
  /// - Throws: `StoreError`.
  public func feedAddress(of id: ArticleID) async throws(StoreError) -> String? {
    try await reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT f.url FROM article a JOIN feed f ON f.id = a.feed WHERE a.id = ?")
      return try String.fetchOne(statement, arguments: [id.rawValue])
    }
  }

  /// Articles in line whose time has come, the newest first.
  ///
  /// They stay in line until `saveFullText`, `postponeFullText` or `leaveFullText`.
  /// - limit: Articles, 1...1,000; clamped.
  /// - Throws: `StoreError`.
  public func fullTextJobs(limit: Int, now: Date) async throws(StoreError) -> [FullTextJob] {
    try await reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.id, a.link, f.url, a.words, q.attempts FROM full_text_queue q
          JOIN article a ON a.id = q.article LEFT JOIN feed f ON f.id = a.feed
          WHERE q.due <= ? AND a.link <> '' ORDER BY q.article DESC LIMIT ?
          """,
        arguments: [Int64(CivilTime.clampedSeconds(now)), min(max(limit, 1), 1000)])
      return rows.map(Self.job)
    }
  }

  private static func job(_ row: Row) -> FullTextJob {
    FullTextJob(
      id: ArticleID(rawValue: row[0]), link: row[1], feed: row[2], words: row[3],
      attempts: row[4])
  }

  /// Keeps the text of an article's page and shows it; the feed's own stays beside it.
  ///
  /// A bookmark's copy gets it, too.
  /// - Returns: `false` when the article is gone.
  /// - Throws: `StoreError`.
  @discardableResult
  public func saveFullText(
    _ text: FetchedText, of id: ArticleID, now: Date
  ) async throws(StoreError) -> Bool {
    let second = Int64(CivilTime.clampedSeconds(now))
    let saved: ArticleRows.Stored? = try await writing { db in
      guard var stored = try ArticleRows.stored(id.rawValue, in: db) else { return nil }
      if try FullTextRow.state(of: id.rawValue, in: db) == .shown {
        // The feed's text takes its place again first, so that it is what stands beside the new one.
        stored = try FullTextRow.swap(stored, in: db) ?? stored
      }
      var draft = stored.draft
      draft.body = text.body
      draft.picture = draft.picture ?? text.picture
      try FullTextRow.add(draft, to: stored, second: second, in: db)
      if stored.head.authors.isEmpty, !text.authors.isEmpty {
        try db.cachedStatement(sql: "UPDATE article SET authors = ? WHERE id = ?")
          .execute(arguments: [ArticleRows.text(text.authors), id.rawValue])
      }
      try Self.leave(id, in: db)
      return try ArticleRows.stored(id.rawValue, in: db)
    }
    guard let saved else { return false }
    try await renewCopy(of: saved)
    return true
  }

  /// Shows the page's text of an article, or its feed's again.
  /// - Returns: `false` when the page's text was never fetched, or the article is gone.
  /// - Throws: `StoreError`.
  @discardableResult
  public func showFullText(_ isShown: Bool, of id: ArticleID) async throws(StoreError) -> Bool {
    let shown: ArticleRows.Stored? = try await writing { db in
      guard let stored = try ArticleRows.stored(id.rawValue, in: db) else { return nil }
      let state = try FullTextRow.state(of: id.rawValue, in: db)
      if state == .none { return nil }
      return (state == .shown) == isShown ? stored : try FullTextRow.swap(stored, in: db)
    }
    guard let shown else { return false }
    try await renewCopy(of: shown)
    return true
  }

  /// Puts an article's page off: it could not be fetched now.
  /// - Throws: `StoreError`.
  public func postponeFullText(of id: ArticleID, until date: Date) async throws(StoreError) {
    try await writing { db in
      try db.cachedStatement(
        sql: "UPDATE full_text_queue SET attempts = attempts + 1, due = ? WHERE article = ?"
      ).execute(arguments: [Int64(CivilTime.clampedSeconds(date)), id.rawValue])
    }
  }

  /// Takes an article out of the line: its page gives nothing.
  /// - Throws: `StoreError`.
  public func leaveFullText(of id: ArticleID) async throws(StoreError) {
    try await writing { try Self.leave(id, in: $0) }
  }

  private static func leave(_ id: ArticleID, in db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM full_text_queue WHERE article = ?")
      .execute(arguments: [id.rawValue])
  }

  /// A bookmark keeps the text that its user saw last.
  private func renewCopy(of stored: ArticleRows.Stored) async throws(StoreError) {
    guard stored.head.isBookmarked else { return }
    let copy = ArticleRecord.copy(of: stored.draft, key: stored.key, fetched: stored.head.fetched)
    try await deciding { db in
      try db.execute(
        sql: "UPDATE bookmark SET copy = ? WHERE key = ?", arguments: [Data(copy), stored.key])
    }
  }
}
