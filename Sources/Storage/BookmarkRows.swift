import Articles
import FoundationEssentials
import GRDB

/// How bookmarks stand beside the articles, so that lists can be narrowed and ordered by them.
///
/// The library holds what was written; the articles' file holds what its rows need of it, and
/// follows.
enum BookmarkRows {
  static let libraryTables = """
    CREATE TABLE shelf (
      key INTEGER PRIMARY KEY,
      folder TEXT NOT NULL,
      note TEXT NOT NULL,
      due INTEGER);
    CREATE TABLE quote (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      key INTEGER NOT NULL,
      added INTEGER NOT NULL,
      text TEXT NOT NULL,
      before TEXT NOT NULL,
      after TEXT NOT NULL,
      kept INTEGER NOT NULL DEFAULT 1);
    CREATE INDEX quote_key ON quote (key);
    CREATE TABLE reading_place (key INTEGER PRIMARY KEY, place TEXT NOT NULL);
    """

  /// The library is taken over whole at the next opening, so that earlier bookmarks come in.
  static let articlesTables = """
    CREATE TABLE shelf (
      article INTEGER PRIMARY KEY,
      added INTEGER NOT NULL,
      folder TEXT NOT NULL,
      due INTEGER,
      note INTEGER NOT NULL,
      quotes INTEGER NOT NULL);
    CREATE INDEX shelf_added ON shelf (added, article);
    CREATE INDEX shelf_due ON shelf (ifnull(due, 9007199254740992), article);
    CREATE INDEX shelf_folder ON shelf (folder, article);
    CREATE TRIGGER article_unshelved AFTER DELETE ON article BEGIN
      DELETE FROM shelf WHERE article = old.id;
    END;
    UPDATE tally SET library = NULL WHERE id = 1;
    """

  /// What a row tells of its bookmark, as one text; 0 without a bookmark.
  static let markColumn = """
    CASE WHEN a.bookmarked THEN ifnull((SELECT h.added || '|' || ifnull(h.due, '') || '|' || \
    h.note || '|' || h.quotes || '|' || h.folder FROM shelf h WHERE h.article = a.id), 1) \
    ELSE 0 END
    """

  /// Gives a headline what `markColumn` says.
  static func mark(_ headline: inout Headline, _ value: DatabaseValue) {
    headline.isBookmarked = value != 0.databaseValue
    headline.bookmark = String.fromDatabaseValue(value).flatMap(mark)
  }

  private static func mark(_ text: String) -> BookmarkMark? {
    let parts = text.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, let added = Int64(parts[0]) else { return nil }
    return BookmarkMark(
      added: ArticleRecord.date(added), folder: String(parts[4]),
      due: Int64(parts[1]).map(ArticleRecord.date), hasNote: parts[2] == "1",
      quotes: Int(parts[3]) ?? 0)
  }

  /// Brings the row of an article, which was bookmarked until now or not, to what the library says.
  static func follow(
    _ mark: BookmarkMark?, of id: Int64, had isListed: Bool, in db: Database
  ) throws {
    guard let mark else {
      guard isListed else { return }
      return try db.cachedStatement(sql: "DELETE FROM shelf WHERE article = ?")
        .execute(arguments: [id])
    }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO shelf VALUES (?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        id, Int64(CivilTime.clampedSeconds(mark.added)), mark.folder,
        mark.due.map { Int64(CivilTime.clampedSeconds($0)) }, mark.hasNote, mark.quotes,
      ])
  }

  /// A condition about bookmarks as SQL over `article a`, which the index of bookmarks can answer;
  /// never NULL.
  static func condition(_ condition: ArticleQuery.Condition, now: Date) -> QueryPlan.Fragment {
    let shelf = "EXISTS (SELECT 1 FROM shelf h WHERE h.article = a.id AND "
    var fragment: QueryPlan.Fragment
    switch condition {
    case .state(.due):
      fragment = .init(
        sql: shelf + "h.due <= ?)", arguments: [Int64(CivilTime.clampedSeconds(now))])
    case .has(.note): fragment = .init(sql: shelf + "h.note)")
    case .has(.quote): fragment = .init(sql: shelf + "h.quotes > 0)")
    case .folder(let name):
      // Folders that lie within it begin with its name and a slash, and "0" is behind "/".
      fragment = .init(
        sql: shelf + "(h.folder = ? OR h.folder >= ? AND h.folder < ?))",
        arguments: [name, name + "/", name + "0"])
    default: fragment = .init(sql: "0")
    }
    fragment.sql = "a.bookmarked = 1 AND " + fragment.sql
    return fragment
  }
}
