public import Articles
import FoundationEssentials
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

  /// Does what is decided about stories; `nil` for changes of anything else.
  func performOnStories(
    _ change: LibraryChange, now: Date
  ) async throws(StoreError) -> ChangeReport? {
    let pin: (kind: LibraryStep.Kind, keys: [Int64])?
    switch change {
    case .leaveStory(let ids): pin = (.pin(nil), try await keys(of: ids))
    case .joinStory(let ids): pin = try await joining(ids)
    default: return nil
    }
    let second = Int64(CivilTime.clampedSeconds(now))
    let step = try await deciding { db -> LibraryStep? in
      guard let pin else { return nil }
      let subjects = pin.keys.map { LibraryLog.Subject(key: $0) }
      return try LibraryLog.perform(pin.kind, on: subjects, second: second, in: db)
    }
    if step != nil { try await follow() }
    return ChangeReport(change: change, direction: .done, affected: step?.keys.count ?? 0)
  }

  /// All reports of the stories of some articles, to be pinned to the first article's story.
  private func joining(
    _ ids: [ArticleID]
  ) async throws(StoreError) -> (kind: LibraryStep.Kind, keys: [Int64])? {
    guard let first = try await keys(of: Array(ids.prefix(1))).first, ids.count > 1 else {
      return nil
    }
    return try await reading { db in
      let pinned = try StoryPins.anchor(of: first, in: db)
      let anchor = pinned ?? first
      let members = try db.cachedStatement(
        sql: """
          SELECT key FROM article WHERE id = ?1 UNION SELECT m.key FROM article a
            CROSS JOIN article m INDEXED BY article_story ON m.story = a.story WHERE a.id = ?1
          """)
      let own = try Set(Int64.fetchAll(members, arguments: [ids[0].rawValue]))
      var keys: [Int64] = []
      for id in ids.dropFirst() {
        for key in try Int64.fetchAll(members, arguments: [id.rawValue])
        where !own.contains(key) && !keys.contains(key) { keys.append(key) }
      }
      return keys.isEmpty ? nil : (.pin(anchor), keys)
    }
  }
}
