import Articles
import FoundationEssentials
import GRDB

/// How rows of the articles' tables become values.
enum ArticleRows {
  /// What a list row needs, of `article a` joined with `source s`.
  static let headColumns = """
    a.id, a.title, s.name, a.published, a.updated, a.fetched, a.topics, a.authors, a.link, \
    a.guid, a.words, a.unread, \(BookmarkRows.markColumn), a.story
    """

  /// A headline from a row that begins with `headColumns`.
  static func headline(_ row: Row) -> Headline {
    let updated: Int64? = row[4]
    let story: Int64? = row[13]
    var headline = Headline(
      id: ArticleID(rawValue: row[0]), title: row[1], source: row[2],
      published: ArticleRecord.date(row[3]), updated: updated.map(ArticleRecord.date),
      fetched: ArticleRecord.date(row[5]), topics: list(row[6]), authors: list(row[7]),
      link: row[8], guid: row[9], words: row[10], isUnread: row[11],
      story: story.map(StoryID.init))
    BookmarkRows.mark(&headline, row[12])
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
    draft.language = row[15]
    let content: Data? = row[16]
    do {
      try ArticleRecord.decode(content.map(Array.init) ?? [], into: &draft)
    } catch {
      throw StoreError.unreadableArticle(id)
    }
    return Stored(head: head, draft: draft, key: row[14])
  }
}
