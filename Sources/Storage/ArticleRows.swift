import Articles
import FoundationEssentials
import GRDB

/// How rows of the articles' tables become values.
enum ArticleRows {
  /// What a list row needs, of `article a` joined with `source s`.
  ///
  /// A case's place in this list is its place in the row, so the two cannot disagree.
  enum HeadColumn: Int, CaseIterable {
    case id, title, source, published, updated, fetched, topics, authors, link, guid, words, unread
    case bookmark, story, reason, highlighted, followed, original

    var sql: String {
      switch self {
      case .source: "s.name"
      case .bookmark: BookmarkRows.markColumn
      case .followed: FollowedStories.column
      default: "a.\(self)"
      }
    }
  }

  /// The columns of `HeadColumn` as SQL, in its order.
  static let headColumns = HeadColumn.allCases.map(\.sql).joined(separator: ", ")

  /// Where the columns begin that a statement reads behind `headColumns`.
  static let headCount = HeadColumn.allCases.count

  /// A headline from a row that begins with `headColumns`.
  static func headline(_ row: Row) -> Headline {
    let updated: Int64? = row[HeadColumn.updated.rawValue]
    let story: Int64? = row[HeadColumn.story.rawValue]
    var headline = Headline(
      id: ArticleID(rawValue: row[HeadColumn.id.rawValue]),
      title: row[HeadColumn.title.rawValue], source: row[HeadColumn.source.rawValue],
      published: ArticleRecord.date(row[HeadColumn.published.rawValue]),
      updated: updated.map(ArticleRecord.date),
      fetched: ArticleRecord.date(row[HeadColumn.fetched.rawValue]),
      topics: list(row[HeadColumn.topics.rawValue]),
      authors: list(row[HeadColumn.authors.rawValue]), link: row[HeadColumn.link.rawValue],
      guid: row[HeadColumn.guid.rawValue], words: row[HeadColumn.words.rawValue],
      isUnread: row[HeadColumn.unread.rawValue], story: story.map(StoryID.init))
    headline.muted = row[HeadColumn.reason.rawValue]
    headline.isHighlighted = row[HeadColumn.highlighted.rawValue]
    headline.isFollowed = row[HeadColumn.followed.rawValue]
    let original: Int64? = row[HeadColumn.original.rawValue]
    headline.original = original.map(ArticleID.init)
    BookmarkRows.mark(&headline, row[HeadColumn.bookmark.rawValue])
    return headline
  }

  /// A column of names, one a line.
  static func list(_ text: String) -> [String] {
    text.isEmpty ? [] : text.utf8.split(separator: 0x0A).map { String(Substring($0)) }
  }

  /// The form of `list` that is stored: a line end within a name becomes a space.
  static func text(_ list: [String]) -> String {
    guard !list.isEmpty else { return "" }
    return list.map { name in
      name.utf8.contains(0x0A) ? String(name.map { $0.isNewline ? " " : $0 }) : name
    }.joined(separator: "\n")
  }

  /// An article as it stands in the file, with its key and the language of the row.
  struct Stored {
    var head: Headline
    var draft: ArticleDraft
    var key: Int64
  }

  /// Reads one article whole.
  /// - Throws: `StoreError.unreadableArticle` when its text is damaged.
  static func stored(_ id: Int64, in db: Database) throws -> Stored? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(headColumns), a.key, a.language, t.content
        FROM article a JOIN source s ON s.id = a.source LEFT JOIN text t ON t.id = a.id
        WHERE a.id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let head = headline(row)
    var draft = ArticleDraft(title: head.title, source: head.source)
    draft.guid = head.guid
    draft.link = head.link
    draft.published = head.published
    draft.updated = head.updated
    draft.authors = head.authors
    draft.language = row[headCount + 1]
    let content: Data? = row[headCount + 2]
    do {
      try ArticleRecord.decode(content.map(Array.init) ?? [], into: &draft)
    } catch {
      throw StoreError.unreadableArticle(id)
    }
    return Stored(head: head, draft: draft, key: row[headCount])
  }
}
