import Articles
import GRDB

/// What the reader's user decided about one article.
struct LibraryState: Equatable, Sendable {
  var isRead = false
  var isBookmarked = false
  /// Topics by hand: `true` wanted, `false` taken away.
  var topics: [String: Bool] = [:]
  /// Why it is hidden; `nil` when it is not.
  var muted: String?
  var isHighlighted = false
  var isFollowed = false
  /// What the bookmark's row tells; `nil` without a bookmark.
  var bookmark: BookmarkMark?
}

/// Reads decisions from the library while the articles are being written.
struct LibraryStates {
  private let library: any DatabaseReader

  /// `nil` when the library holds no decision at all.
  init?(_ library: any DatabaseReader) throws {
    self.library = library
    let hasAny = try library.unsafeReentrantRead { db in
      try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT EXISTS (SELECT 1 FROM read_state) OR EXISTS (SELECT 1 FROM bookmark)
              OR EXISTS (SELECT 1 FROM topic_choice) OR EXISTS (SELECT 1 FROM muted)
              OR EXISTS (SELECT 1 FROM highlighted) OR EXISTS (SELECT 1 FROM followed)
              OR EXISTS (SELECT 1 FROM unrelated) OR EXISTS (SELECT 1 FROM story_pin)
            """)) == 1
    }
    if !hasAny { return nil }
  }

  /// The first of some identities about which something was decided.
  func knownKey(_ hashes: [Int64]) throws -> Int64? {
    try library.unsafeReentrantRead { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM read_state WHERE key = ?1)
            OR EXISTS (SELECT 1 FROM bookmark WHERE key = ?1 AND kept = 1)
            OR EXISTS (SELECT 1 FROM topic_choice WHERE key = ?1)
            OR EXISTS (SELECT 1 FROM muted WHERE key = ?1)
            OR EXISTS (SELECT 1 FROM highlighted WHERE key = ?1)
            OR EXISTS (SELECT 1 FROM followed WHERE key = ?1)
            OR EXISTS (SELECT 1 FROM unrelated WHERE key = ?1)
            OR EXISTS (SELECT 1 FROM story_pin WHERE key = ?1 OR anchor = ?1)
          """)
      return try hashes.first { try Int.fetchOne(statement, arguments: [$0]) == 1 }
    }
  }

  func state(of key: Int64) throws -> LibraryState {
    try library.unsafeReentrantRead { try Self.state(of: key, in: $0) }
  }

  /// The decisions about one article.
  static func state(of key: Int64, in db: Database) throws -> LibraryState {
    var state = LibraryState()
    state.isRead =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM read_state WHERE key = ?"), arguments: [key]) != nil
    state.isBookmarked =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM bookmark WHERE key = ? AND kept = 1"),
        arguments: [key]) != nil
    if state.isBookmarked { state.bookmark = try LibraryShelf.mark(of: key, in: db) }
    state.muted = try String.fetchOne(
      db.cachedStatement(sql: "SELECT reason FROM muted WHERE key = ?"), arguments: [key])
    state.isHighlighted =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM highlighted WHERE key = ?"), arguments: [key]) != nil
    state.isFollowed =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM followed WHERE key = ?"), arguments: [key]) != nil
    let choices = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT topic, wanted FROM topic_choice WHERE key = ?"),
      arguments: [key])
    for row in choices { state.topics[row[0]] = row[1] }
    return state
  }
}

extension LibraryState {
  /// Whether the article's row says more than that of an article about which nothing was decided.
  var isMarked: Bool { muted != nil || isHighlighted || isFollowed }

  /// Writes into an article's row whether it is hidden, highlighted or followed.
  func mark(_ id: Int64, in db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE article SET muted = ?, reason = ?, highlighted = ?, followed = ? WHERE id = ?"
    ).execute(arguments: [muted != nil, muted, isHighlighted, isFollowed, id])
  }
}
