public import Articles
public import FoundationEssentials
import GRDB

extension ArticleStore {
  /// What came of bookmarks that were brought in.
  public struct BookmarkOutcome: Sendable, Hashable {
    /// Articles that the store did not have, and those that it had.
    public var articles: MergeOutcome
    /// Bookmarks that are new or carry something else now.
    public var changed: Int
    /// Every article that has its bookmark now, each once.
    public var ids: [ArticleID]
  }

  /// Brings bookmarks of another program or library in, as one step that can be undone.
  ///
  /// An article that the store knows by its address keeps its text. What is written on a bookmark
  /// already stays where the new one says nothing. Bringing the same in twice changes nothing.
  /// - Throws: `StoreError`.
  public func addBookmarks(
    _ drafts: [BookmarkDraft], now: Date
  ) async throws(StoreError) -> BookmarkOutcome {
    var outcome = BookmarkOutcome(articles: MergeOutcome(), changed: 0, ids: [])
    let known = try await ids(of: drafts.map(\.article))
    let unknown = zip(drafts, known).filter { $0.1 == nil }.map(\.0.article)
    outcome.articles = try await merge(unknown, fetched: now)
    outcome.articles.unchanged += known.compactMap(\.self)
    let ids = try await ids(of: drafts.map(\.article))
    var wanted: [ArticleID: BookmarkDraft] = [:]
    for (draft, id) in zip(drafts, ids) {
      guard let id else { continue }
      if wanted[id] == nil { outcome.ids.append(id) }
      wanted[id] = draft
    }
    let pairs = outcome.ids.compactMap { id in wanted[id].map { (id, $0) } }
    outcome.changed = try await shelve(pairs, second: Int64(CivilTime.clampedSeconds(now)))
    return outcome
  }

  /// Writes the step.
  private func shelve(
    _ bookmarks: [(ArticleID, BookmarkDraft)], second: Int64
  ) async throws(StoreError) -> Int {
    var subjects: [(LibraryLog.Subject, BookmarkDraft)] = []
    // One article at a time, so that not every text lies in memory before it is written.
    for (id, draft) in bookmarks {
      if let subject = try await copies(of: [id]).first { subjects.append((subject, draft)) }
    }
    let found = subjects
    let changed = try await deciding { db in
      try LibraryShelf.add(found, second: second, in: db)
    }
    if changed > 0 { try await follow() }
    return changed
  }

  /// The store's names for articles, by guid, address, or title; `nil` for unknown ones.
  private func ids(of drafts: [ArticleDraft]) async throws(StoreError) -> [ArticleID?] {
    try await reading { db in
      let find = try db.cachedStatement(sql: "SELECT article FROM identity WHERE hash = ?")
      return try drafts.map { draft in
        let hashes = Identity(draft, names: DraftNames(draft)).hashes
        for hash in hashes {
          if let id = try Int64.fetchOne(find, arguments: [hash]) { return ArticleID(rawValue: id) }
        }
        return nil
      }
    }
  }
}
