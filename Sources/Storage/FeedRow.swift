import Articles
import FoundationEssentials
import GRDB

/// A feed as the file of articles knows it: its number there, and the topics that its articles get.
struct FeedRow: Sendable {
  var id: Int64
  var topics: [String]

  /// The row of a subscribed address, made where there is none; takes over the tags.
  static func of(_ subscription: Subscription, in db: Database) throws -> FeedRow {
    var known: [String: String] = [:]
    let topics = ArticleTopics.normalised(subscription.tags, known: &known)
    let tags = ArticleRows.text(topics)
    let find = try db.cachedStatement(sql: "SELECT id, topics FROM feed WHERE url = ?")
    if let row = try Row.fetchOne(find, arguments: [subscription.url]) {
      if row[1] != tags {
        try db.cachedStatement(sql: "UPDATE feed SET topics = ? WHERE id = ?")
          .execute(arguments: [tags, row[0] as Int64])
      }
      return FeedRow(id: row[0], topics: topics)
    }
    try db.cachedStatement(sql: "INSERT INTO feed (url, topics) VALUES (?, ?)")
      .execute(arguments: [subscription.url, tags])
    return FeedRow(id: db.lastInsertedRowID, topics: topics)
  }

  /// The topics that an article has from its feed.
  static func topics(of article: Int64, in db: Database) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: "SELECT f.topics FROM article a JOIN feed f ON f.id = a.feed WHERE a.id = ?")
    return try String.fetchOne(statement, arguments: [article]).map(ArticleRows.list) ?? []
  }

  /// Notes how fetching went.
  func note(_ health: FeedHealth, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE feed SET title = ?, site = ?, moved = ?, etag = ?, modified = ?, checked = ?,
          succeeded = ?, due = ?, failures = ?, problem = ?, gone = ?, interval = ? WHERE id = ?
        """
    ).execute(arguments: [
      health.title, health.site, health.movedTo, health.etag, health.lastModified,
      Self.second(health.checked), Self.second(health.succeeded), Self.second(health.due),
      max(0, health.failures), health.problem, health.isGone, health.interval, id,
    ])
  }

  private static func second(_ date: Date?) -> Int64? {
    date.map { Int64(CivilTime.clampedSeconds($0)) }
  }

  /// What is known of one feed, with its address; articles are counted apart.
  struct Known {
    var id: Int64
    var health: FeedHealth
  }

  /// What is known of all feeds, by their addresses.
  static func known(in db: Database) throws -> [String: Known] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT url, id, title, site, moved, etag, modified, checked, succeeded, due, failures,
          problem, gone, interval FROM feed
        """)
    var known: [String: Known] = [:]
    for row in rows {
      var health = FeedHealth()
      health.title = row[2]
      health.site = row[3]
      health.movedTo = row[4]
      health.etag = row[5]
      health.lastModified = row[6]
      health.checked = (row[7] as Int64?).map(ArticleRecord.date)
      health.succeeded = (row[8] as Int64?).map(ArticleRecord.date)
      health.due = (row[9] as Int64?).map(ArticleRecord.date)
      health.failures = row[10]
      health.problem = row[11]
      health.isGone = row[12]
      health.interval = row[13]
      known[row[0]] = Known(id: row[1], health: health)
    }
    return known
  }
}
