public import Articles
import GRDB

extension ArticleStore {
  /// The newest reports of an article's story, the oldest first, itself among them.
  ///
  /// Left out are reports that are muted, that the user said are not related to it, and damaged ones.
  /// - `limit`: Reports, 1...200; clamped.
  /// - Throws: `StoreError`.
  public func reports(of id: ArticleID, limit: Int) async throws(StoreError) -> [Article] {
    let limit = min(max(limit, 1), 200)
    return try await reading { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT a.id FROM (SELECT ?1 AS article) r CROSS JOIN article s ON s.id = r.article
          CROSS JOIN article a INDEXED BY article_story ON a.story = s.story
          WHERE a.id <> ?1 AND a.muted = 0 AND \(UnrelatedArticles.isRelated)
          ORDER BY a.id DESC LIMIT ?2
          """)
      let others = try Int64.fetchAll(statement, arguments: [id.rawValue, limit - 1])
      return try ([id.rawValue] + others).sorted().compactMap { id in
        do {
          return try ArticleRows.stored(id, in: db).map { Article(head: $0.head, draft: $0.draft) }
        } catch StoreError.unreadableArticle {
          return nil
        }
      }
    }
  }
}
