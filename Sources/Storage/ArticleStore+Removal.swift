import Articles
public import FoundationEssentials
import GRDB

/// How long the articles of a feed are kept.
public struct Retention: Sendable, Hashable {
  /// The address of the subscription.
  public var url: String
  /// Days after which an article goes; `nil` for never.
  public var days: Int?
  /// Articles that stay at most, the newest; `nil` for all.
  public var limit: Int?

  /// A rule for a feed.
  public init(url: String, days: Int? = nil, limit: Int? = nil) {
    self.url = url
    self.days = days
    self.limit = limit
  }
}

extension ArticleStore {
  /// Ends a subscription and removes its articles; bookmarked ones stay.
  ///
  /// The subscription goes last: after a crash on the way it is still there, and its articles come
  /// again with the next fetch.
  /// - Returns: Articles that were removed; `nil` when there is no subscription with this address.
  /// - Throws: `StoreError`.
  public func unsubscribe(_ url: String) async throws(StoreError) -> Int? {
    let isKnown = try await subscriptions().contains { $0.url == url }
    guard isKnown else { return nil }
    let name = try await reading { db in
      try String.fetchOne(db, sql: "SELECT title FROM feed WHERE url = ?", arguments: [url])
    }
    let removed = try await removeFeed(url)
    try await deciding { db in
      guard let turn = try SubscriptionRow.remove(url, name: name, in: db) else { return }
      var step = LibraryStep(.subscriptions, keys: [])
      step.feeds = [turn]
      try LibraryLog.record(step, concernsArticles: false, in: db)
    }
    return removed
  }

  /// Removes a feed and its articles, all but the bookmarked ones, from the file of articles.
  /// - Returns: Articles that were removed.
  func removeFeed(_ url: String) async throws(StoreError) -> Int {
    let ids = try await reading { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT a.id FROM article a JOIN feed f ON f.id = a.feed
          WHERE f.url = ? AND a.bookmarked = 0
          """, arguments: [url])
    }
    // The marks of the last version go first: a fetch that comes between must bring all again.
    try await writing { db in
      try db.execute(
        sql: "UPDATE feed SET etag = NULL, modified = NULL WHERE url = ?", arguments: [url])
    }
    try await remove(ids, leavesMark: nil)
    try await writing { db in
      try db.execute(
        sql: """
          UPDATE article SET feed = NULL WHERE feed = (SELECT id FROM feed WHERE url = ?)
          """, arguments: [url])
      try db.execute(sql: "DELETE FROM feed WHERE url = ?", arguments: [url])
      try db.noteChange()
    }
    return ids.count
  }

  /// Removes articles that are older, or more, than their feeds' rules allow.
  ///
  /// Never one that is bookmarked, or was marked as unread by hand. A feed that still names a
  /// removed article does not bring it again. Costs one index range a rule.
  /// - Returns: Articles that were removed.
  /// - Throws: `StoreError`; what was removed stays so.
  @discardableResult
  public func removeExpired(_ rules: [Retention], now: Date) async throws(StoreError) -> Int {
    let second = Int64(CivilTime.clampedSeconds(now))
    var removed = 0
    for rule in rules where rule.days != nil || rule.limit != nil {
      let ids = try await reading { try Self.expired(by: rule, second: second, in: $0) }
      guard !ids.isEmpty else { continue }
      let kept = try await keptUnread(ids)
      let gone = ids.filter { !kept.contains($0) }
      try await remove(gone, leavesMark: second)
      removed += gone.count
    }
    guard removed > 0 else { return 0 }
    try await writing { db in
      // No feed names an article for longer than that.
      try db.execute(
        sql: "DELETE FROM expired WHERE second < ?", arguments: [second - 2 * 366 * 86_400])
      try db.noteChange()
    }
    return removed
  }

  private static func expired(by rule: Retention, second: Int64, in db: Database) throws -> [Int64]
  {
    guard
      let feed = try Int64.fetchOne(
        db, sql: "SELECT id FROM feed WHERE url = ?", arguments: [rule.url])
    else { return [] }
    var ids: Set<Int64> = []
    if let days = rule.days {
      let oldest = second - Int64(min(max(days, 0), 36_500)) * 86_400
      let sql =
        "SELECT id FROM article WHERE feed = ? AND unread IN (0, 1) AND id < ? AND bookmarked = 0"
      ids.formUnion(
        try Int64.fetchAll(
          db, sql: sql, arguments: [feed, ArticleID(second: oldest, hash: 0).rawValue]))
    }
    if let limit = rule.limit {
      let sql = """
        SELECT id FROM (SELECT id, bookmarked FROM article WHERE feed = ?
          ORDER BY id DESC LIMIT -1 OFFSET ?) WHERE bookmarked = 0
        """
      ids.formUnion(try Int64.fetchAll(db, sql: sql, arguments: [feed, max(limit, 0)]))
    }
    return ids.sorted()
  }

  /// Those of some articles that were marked as unread by hand.
  private func keptUnread(_ ids: [Int64]) async throws(StoreError) -> Set<Int64> {
    let kept = try await asking { try Int64.fetchSet($0, sql: "SELECT key FROM kept_unread") }
    guard !kept.isEmpty else { return [] }
    return try await reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT key FROM article WHERE id = ? AND unread = 1")
      return try Set(
        ids.filter { id in
          try Int64.fetchOne(statement, arguments: [id]).map(kept.contains) ?? false
        })
    }
  }

  /// Removes articles in small transactions.
  ///
  /// What became a bookmark since the question is spared.
  private func remove(_ ids: [Int64], leavesMark second: Int64?) async throws(StoreError) {
    for start in stride(from: 0, to: ids.count, by: Self.mergeStep) {
      let step = ids[start..<min(start + Self.mergeStep, ids.count)]
      try await writing { db in
        let isKept = try db.cachedStatement(
          sql: "SELECT 1 FROM article WHERE id = ? AND bookmarked = 1")
        for id in step where try Int.fetchOne(isKept, arguments: [id]) == nil {
          try ArticleRemoval.remove(id, leavesMark: second, in: db)
        }
      }
    }
  }
}
