public import Articles
import FoundationEssentials
import GRDB

extension ArticleStore {
  /// What is written on the bookmark of an article; `nil` without a bookmark.
  /// - Throws: `StoreError`.
  public func bookmark(of id: ArticleID) async throws(StoreError) -> BookmarkDetails? {
    guard let key = try await keys(of: [id]).first else { return nil }
    return try await asking { db in
      guard try LibraryStates.state(of: key, in: db).isBookmarked else { return nil }
      return try LibraryShelf.details(of: key, in: db)
    }
  }

  /// The folders in which bookmarks lie, in alphabetical order, each with its own bookmarks.
  /// - Throws: `StoreError`.
  public func bookmarkFolders() async throws(StoreError) -> [BookmarkFolder] {
    try await reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT folder, count(*) FROM shelf WHERE folder <> '' GROUP BY folder ORDER BY folder
          """
      ).map { BookmarkFolder(name: $0[0], bookmarks: $0[1]) }
    }
  }

  /// The passages kept of one article, in the order in which they were kept.
  /// - Throws: `StoreError`.
  public func quotes(of id: ArticleID) async throws(StoreError) -> [Quote] {
    guard let key = try await keys(of: [id]).first else { return [] }
    return try await quotes(sql: "WHERE q.key = ? AND q.kept = 1 ORDER BY q.id", arguments: [key])
  }

  /// The passages kept of all articles, the newest first.
  /// - `limit`: Quotes, 1...10,000; clamped.
  /// - Throws: `StoreError`.
  public func quotes(limit: Int) async throws(StoreError) -> [Quote] {
    let limit = min(max(limit, 1), 10_000)
    return try await quotes(
      sql: "WHERE q.kept = 1 ORDER BY q.id DESC LIMIT ?", arguments: [limit])
  }

  /// The place in a bookmarked article where reading stopped, as the reader wrote it down.
  /// - Throws: `StoreError`.
  public func readingPlace(of id: ArticleID) async throws(StoreError) -> String? {
    guard let key = try await keys(of: [id]).first else { return nil }
    return try await asking { db in
      try String.fetchOne(
        db, sql: "SELECT place FROM reading_place WHERE key = ?", arguments: [key])
    }
  }

  /// Notes the place where reading a bookmarked article stopped; no step that can be undone.
  ///
  /// Does nothing for articles without a bookmark.
  /// - Throws: `StoreError`.
  public func setReadingPlace(_ place: String, of id: ArticleID) async throws(StoreError) {
    guard let key = try await keys(of: [id]).first else { return }
    try await deciding { db in
      guard try LibraryStates.state(of: key, in: db).isBookmarked else { return }
      try db.execute(
        sql: "INSERT OR REPLACE INTO reading_place VALUES (?, ?)", arguments: [key, place])
    }
  }

  /// Does what concerns bookmarks' details and quotes; `nil` for every other change.
  func performOnShelf(
    _ change: LibraryChange, now: Date
  ) async throws(StoreError) -> ChangeReport? {
    let second = Int64(CivilTime.clampedSeconds(now))
    let step: LibraryStep?
    switch change {
    case .editBookmark(let edit, let ids):
      let subjects = try await copies(of: ids)
      step = try await deciding { db in
        try LibraryShelf.edit(edit, on: subjects, second: second, in: db)
      }
    case .addQuote(let passage, let id):
      guard !passage.text.isEmpty, let subject = try await copies(of: [id]).first else {
        step = nil
        break
      }
      step = try await deciding { db in
        try LibraryShelf.add(passage, of: subject, second: second, in: db)
      }
    case .removeQuote(let id):
      step = try await deciding { db in try LibraryShelf.remove(id.rawValue, in: db) }
    default: return nil
    }
    if step != nil { try await follow() }
    return ChangeReport(change: change, direction: .done, affected: step?.keys.count ?? 0)
  }

  private func quotes(
    sql: String, arguments: StatementArguments
  ) async throws(StoreError) -> [Quote] {
    let found = try await asking { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT q.id, q.added, q.text, q.before, q.after, q.key, b.copy
          FROM quote q JOIN bookmark b ON b.key = q.key \(sql)
          """, arguments: arguments
      ).compactMap(Self.quote)
    }
    return try await reading { db in
      let find = try db.cachedStatement(sql: "SELECT article FROM identity WHERE hash = ?")
      return try found.map { key, quote in
        var quote = quote
        quote.article = try Int64.fetchOne(find, arguments: [key]).map(ArticleID.init)
        return quote
      }
    }
  }

  /// A quote with the key of its article; `nil` when the bookmark's copy is damaged.
  private static func quote(_ row: Row) -> (key: Int64, quote: Quote)? {
    let copy: Data = row[6]
    guard let draft = try? ArticleRecord.original(of: Array(copy)).draft else { return nil }
    let quote = Quote(
      id: Quote.ID(rawValue: row[0]),
      passage: QuotedPassage(text: row[2], before: row[3], after: row[4]),
      added: ArticleRecord.date(row[1]), title: draft.title, source: draft.source,
      authors: draft.authors, published: draft.published, link: draft.link)
    return (row[5], quote)
  }
}
