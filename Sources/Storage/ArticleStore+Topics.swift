public import Articles
public import FoundationEssentials
import GRDB

extension ArticleStore {
  /// Topics with the number of articles that carry them, the commonest first.
  ///
  /// Without a condition the counts are kept ready; under one they are exact for the newest 20,000
  /// articles that it finds.
  /// - `limit`: Topics, 1...10,000; clamped.
  /// - Throws: `StoreError`.
  public func topics(matching query: ArticleQuery, now: Date, limit: Int) async throws(StoreError)
    -> [TopicCount]
  {
    let limit = min(max(limit, 1), 10_000)
    return try await reading { db in
      try Self.rows(
        of: query, now: now, limit: limit, in: db,
        all: """
          SELECT t.name, t.articles - ifnull(m.articles, 0), t.unread - ifnull(m.unread, 0)
          FROM topic t LEFT JOIN (
            SELECT l.topic AS topic, count(*) AS articles, sum(a.unread) AS unread
            FROM article a INDEXED BY article_muted CROSS JOIN article_topic l
              INDEXED BY article_topic_article ON l.article = a.id
            WHERE a.muted = 1 GROUP BY l.topic) m ON m.topic = t.id
          WHERE t.articles > ifnull(m.articles, 0)
          """,
        some: """
          SELECT t.name, found.articles, found.unread FROM (
            SELECT l.topic AS topic, count(*) AS articles, sum(f.unread) AS unread
            FROM found f CROSS JOIN article_topic l INDEXED BY article_topic_article
              ON l.article = f.id
            GROUP BY l.topic) found JOIN topic t ON t.id = found.topic
          """
      ).map { TopicCount(topic: $0[0], articles: $0[1], unread: $0[2]) }
    }
  }

  /// Publications with the number of their articles, the commonest first; costs as `topics`.
  /// - `limit`: Publications, 1...10,000; clamped.
  /// - Throws: `StoreError`.
  public func sources(matching query: ArticleQuery, now: Date, limit: Int)
    async throws(StoreError) -> [SourceCount]
  {
    let limit = min(max(limit, 1), 10_000)
    return try await reading { db in
      try Self.rows(
        of: query, now: now, limit: limit, in: db,
        all: """
          SELECT s.name, s.articles - ifnull(m.articles, 0), s.unread - ifnull(m.unread, 0)
          FROM source s LEFT JOIN (
            SELECT source, count(*) AS articles, sum(unread) AS unread
            FROM article INDEXED BY article_muted WHERE muted = 1 GROUP BY source) m
            ON m.source = s.id
          WHERE s.articles > ifnull(m.articles, 0)
          """,
        some: """
          SELECT s.name AS name, found.articles, found.unread FROM (
            SELECT source, count(*) AS articles, sum(unread) AS unread
            FROM found GROUP BY source) found JOIN source s ON s.id = found.source
          """
      ).map { SourceCount(source: $0[0], articles: $0[1], unread: $0[2]) }
    }
  }

  /// Articles over which a condition's topics are counted.
  private static let countedArticles = 20_000

  private static func rows(
    of query: ArticleQuery, now: Date, limit: Int, in db: Database, all: String, some: String
  ) throws -> [Row] {
    let order = " ORDER BY 2 DESC, 1 LIMIT ?"
    if query.condition == .everything {
      return try Row.fetchAll(db, sql: all + order, arguments: [limit])
    }
    let plan = try QueryPlan(query, now: now, in: db)
    guard !plan.isEmpty else { return [] }
    let found = plan.statement(
      selecting: "a.id AS id, a.unread AS unread, a.source AS source", within: plan.range,
      isDescending: true, limit: countedArticles)
    return try Row.fetchAll(
      db, sql: "WITH found AS MATERIALIZED (\(found.sql)) " + some + order,
      arguments: found.arguments + [limit])
  }
}
