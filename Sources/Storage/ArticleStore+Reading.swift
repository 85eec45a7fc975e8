public import Articles
public import FoundationEssentials
import GRDB

extension ArticleStore {
  /// Neighbouring headlines of the list that a query describes.
  ///
  /// Walks one index from the anchor on; the cost depends on `limit` and, where several conditions
  /// meet, on how many articles of the rarest one fail the others; not on the size of the store.
  /// - `anchor`: Where the page begins; an article that the query does not find, or that is gone,
  ///   still has its place in the order.
  /// - `limit`: Rows, 1...10,000; clamped.
  /// - `now`: For conditions such as "the last two days".
  /// - `patience`: How long a page that goes down may look through texts, which phrases ask for; then
  ///   it ends where it is, and says so. Without it a page is always full.
  /// - Throws: `StoreError`.
  public func headlines(
    matching query: ArticleQuery, at anchor: PageAnchor, limit: Int, now: Date,
    patience: Duration? = nil
  ) async throws(StoreError) -> HeadlinePage {
    try await headlines(
      matching: query, at: anchor, limit: limit, now: now, budget: patience.map { ScanBudget($0) })
  }

  /// The same with a budget of its own.
  func headlines(
    matching query: ArticleQuery, at anchor: PageAnchor, limit: Int, now: Date, budget: ScanBudget?
  ) async throws(StoreError) -> HeadlinePage {
    let limit = min(max(limit, 1), 10_000)
    return try await reading { db in
      if query.sort.isOfBookmarks {
        return try BookmarkWalk(query, now: now, db: db).page(at: anchor, limit: limit)
      }
      let plan = try QueryPlan(query, now: now, in: db)
      guard !plan.isEmpty else { return HeadlinePage() }
      let walk = HeadlineWalk(
        plan: plan, isReversed: query.sort == .oldest, db: db, budget: budget)
      return try walk.page(at: anchor, limit: limit)
    }
  }

  /// Articles that a query finds, counted up to a limit.
  ///
  /// Constant for plain queries, else in the number of articles that are counted.
  /// - Throws: `StoreError`.
  public func count(matching query: ArticleQuery, now: Date, limit: Int) async throws(StoreError)
    -> Int
  {
    try await reading { db in
      let plan = try QueryPlan(query, now: now, in: db)
      guard !plan.isEmpty, limit > 0 else { return 0 }
      let inner = plan.statement(
        selecting: "a.id", within: plan.range, isDescending: true, limit: limit)
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (\(inner.sql))", arguments: inner.arguments) ?? 0
    }
  }

  /// The articles that a query finds, newest first.
  /// - Parameters:
  ///   - query: Which; its order does not count.
  ///   - limit: How many at most.
  ///   - now: The moment from which ages in the query are counted.
  /// - Returns: Their ids.
  /// - Throws: `StoreError`.
  public func articles(
    matching query: ArticleQuery, limit: Int, now: Date
  ) async throws(StoreError) -> [ArticleID] {
    try await identifiers(matching: query, limit: limit, now: now)
  }

  /// Every article that a query finds, newest first.
  func identifiers(
    matching query: ArticleQuery, limit: Int = .max, now: Date
  ) async throws(StoreError) -> [ArticleID] {
    try await reading { db in
      let plan = try QueryPlan(query, now: now, in: db)
      guard !plan.isEmpty else { return [] }
      let walk = plan.statement(
        selecting: "a.id", within: plan.range, isDescending: true, limit: limit)
      return try Int64.fetchAll(db, sql: walk.sql, arguments: walk.arguments).map(ArticleID.init)
    }
  }

  /// How many articles the store shows, how many are unread, how many kept; muted ones do not count.
  ///
  /// Constant time.
  /// - Throws: `StoreError`.
  public func counts() async throws(StoreError) -> StoreCounts {
    try await reading { db in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql:
            """
            SELECT articles - muted, unread - muted_unread, bookmarks FROM tally WHERE id = 1
            """))
      guard let row else { return StoreCounts() }
      return StoreCounts(articles: row[0], unread: row[1], bookmarks: row[2])
    }
  }

  /// Whether there is an article at all; blocks for one row, for a thread that may wait.
  /// - Throws: `StoreError`.
  public func hasArticles() throws(StoreError) -> Bool {
    try readingAtOnce { db in
      try Int.fetchOne(db, sql: "SELECT articles FROM tally WHERE id = 1") ?? 0 > 0
    }
  }

  /// One article whole; `nil` when the store does not have it.
  ///
  /// Reads three rows.
  /// - Throws: `StoreError.unreadableArticle` when its text is damaged, and the rest of it.
  public func article(_ id: ArticleID) async throws(StoreError) -> Article? {
    try await reading { db in
      guard let stored = try ArticleRows.stored(id.rawValue, in: db) else { return nil }
      var article = Article(head: stored.head, draft: stored.draft)
      article.fullText = try FullTextRow.state(of: id.rawValue, in: db)
      return article
    }
  }

  /// The heads of some articles, in the order asked for; those that are gone are left out.
  /// - Throws: `StoreError`.
  public func headlines(_ ids: [ArticleID]) async throws(StoreError) -> [Headline] {
    try await reading { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(ArticleRows.headColumns) FROM article a JOIN source s ON s.id = a.source
          WHERE a.id = ?
          """)
      return try ids.compactMap { id in
        try Row.fetchOne(statement, arguments: [id.rawValue]).map(ArticleRows.headline)
      }
    }
  }
}
