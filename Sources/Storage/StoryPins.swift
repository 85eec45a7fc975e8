import GRDB

/// Articles that the reader's user put into a story, or took out of theirs.
///
/// A pin names an article by its key, and the one to whose story it belongs; an article that is
/// pinned to itself stands apart from what the analysis found. Kept in the library; the file of
/// articles has a copy of the same form, beside the story that the analysis found.
enum StoryPins {
  /// The table, in either file.
  static let table = """
    CREATE TABLE story_pin (key INTEGER PRIMARY KEY, anchor INTEGER NOT NULL);
    CREATE INDEX story_pin_anchor ON story_pin (anchor);
    """

  /// What the file of articles has on top: the story that the analysis found.
  static let column = """
    ALTER TABLE article ADD COLUMN found_story INTEGER;
    UPDATE article SET found_story = story WHERE story IS NOT NULL;
    """

  /// The article to whose story one is pinned; `nil` for none.
  static func anchor(of key: Int64, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT anchor FROM story_pin WHERE key = ?"), arguments: [key])
  }

  static func set(_ anchor: Int64?, of key: Int64, in db: Database) throws {
    if let anchor {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO story_pin VALUES (?, ?)")
        .execute(arguments: [key, anchor])
    } else {
      try db.cachedStatement(sql: "DELETE FROM story_pin WHERE key = ?").execute(arguments: [key])
    }
  }

  /// Brings the copy in the file of articles to what the library says of one article.
  static func follow(_ anchor: Int64?, of key: Int64, in db: Database) throws {
    let before = try self.anchor(of: key, in: db)
    guard before != anchor else { return }
    try set(anchor, of: key, in: db)
    // The article that others are pinned to may have got its story from that alone.
    for key in Set([key, before, anchor].compactMap(\.self)) { try settle(key, in: db) }
  }

  /// Gives articles the story that follows from their pins and from the analysis.
  static func settle(_ ids: some Sequence<Int64>, in db: Database) throws {
    let any = try Int.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM story_pin)"))
    if any == 0 {
      let statement = try db.cachedStatement(
        sql: "UPDATE article SET story = found_story WHERE id = ? AND story IS NOT found_story")
      for id in ids { try statement.execute(arguments: [id]) }
      return
    }
    let find = try db.cachedStatement(sql: "SELECT key FROM article WHERE id = ?")
    for id in ids {
      guard let key = try Int64.fetchOne(find, arguments: [id]) else { continue }
      try settle(key, in: db)
      if let anchor = try anchor(of: key, in: db), anchor != key { try settle(anchor, in: db) }
    }
  }

  /// Gives an article its story, and those that are pinned to it.
  private static func settle(_ key: Int64, in db: Database) throws {
    guard let place = try place(of: key, in: db) else { return }
    let number = try story(of: key, place, in: db)
    try write(number, to: place, in: db)
    guard let number else { return }
    let pinned = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT key FROM story_pin WHERE anchor = ?1 AND key <> ?1"),
      arguments: [key])
    for other in pinned {
      if let place = try self.place(of: other, in: db) { try write(number, to: place, in: db) }
    }
  }

  /// An article with the story that it has, and the one that was found.
  private struct Place {
    var id: Int64
    var story: Int64?
    var found: Int64?
  }

  /// `nil` when the article is not there.
  private static func place(of key: Int64, in db: Database) throws -> Place? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.id, a.story, a.found_story FROM identity i JOIN article a ON a.id = i.article
        WHERE i.hash = ? AND a.key = i.hash
        """)
    return try Row.fetchOne(statement, arguments: [key]).map {
      Place(id: $0[0], story: $0[1], found: $0[2])
    }
  }

  private static func write(_ story: Int64?, to place: Place, in db: Database) throws {
    guard place.story != story else { return }
    try db.cachedStatement(sql: "UPDATE article SET story = ? WHERE id = ?")
      .execute(arguments: [story, place.id])
  }

  /// Where an article belongs; `nil` for one that stands alone.
  private static func story(of key: Int64, _ own: Place, in db: Database) throws -> Int64? {
    let pin = try anchor(of: key, in: db)
    if let pin, pin != key {
      return try place(of: pin, in: db).map { $0.story ?? number(of: $0) } ?? own.found
    }
    let isAnchor =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM story_pin WHERE anchor = ?1 AND key <> ?1 LIMIT 1"),
        arguments: [key]) != nil
    let found = pin == key ? nil : own.found
    return found ?? (isAnchor ? number(of: own) : nil)
  }

  /// The number of a story that the user made around an article.
  ///
  /// The analysis numbers stories by their first report, which may be the very one that was taken
  /// out.
  private static func number(of place: Place) -> Int64 { -place.id }
}
