import Articles
import FoundationEssentials
import GRDB

/// What is written on bookmarks, and the quotes kept from their articles, within the library.
enum LibraryShelf {
  /// What is written on the bookmark of a key; nothing for an unknown one.
  static func details(of key: Int64, in db: Database) throws -> BookmarkDetails {
    let statement = try db.cachedStatement(
      sql: "SELECT folder, note, due FROM shelf WHERE key = ?")
    guard let row = try Row.fetchOne(statement, arguments: [key]) else { return BookmarkDetails() }
    let due: Int64? = row[2]
    return BookmarkDetails(folder: row[0], note: row[1], due: due.map(ArticleRecord.date))
  }

  static func write(_ details: BookmarkDetails, of key: Int64, in db: Database) throws {
    guard details != BookmarkDetails() else {
      return try db.cachedStatement(sql: "DELETE FROM shelf WHERE key = ?")
        .execute(arguments: [key])
    }
    let due = details.due.map { Int64(CivilTime.clampedSeconds($0)) }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO shelf VALUES (?, ?, ?, ?)")
      .execute(arguments: [key, details.folder, details.note, due])
  }

  /// What the row of a bookmarked article tells.
  static func mark(of key: Int64, in db: Database) throws -> BookmarkMark? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT b.added, (SELECT count(*) FROM quote WHERE key = ?1 AND kept = 1)
        FROM bookmark b WHERE b.key = ?1
        """)
    guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
    let details = try details(of: key, in: db)
    return BookmarkMark(
      added: ArticleRecord.date(row[0]), folder: details.folder, due: details.due,
      hasNote: !details.note.isEmpty, quotes: row[1])
  }

  /// Writes on bookmarks; an article without one gets it.
  /// - Returns: The step with the articles for which it made a difference; `nil` for none.
  static func edit(
    _ edit: BookmarkEdit, on subjects: [LibraryLog.Subject], second: Int64, in db: Database
  ) throws -> LibraryStep? {
    var step = LibraryStep(.details, keys: [])
    for subject in subjects {
      let turn = try turn(edit, on: subject, second: second, in: db)
      guard !turn.wasKept || turn.earlier != turn.later else { continue }
      step.keys.append(subject.key)
      step.turns.append(turn)
    }
    guard !step.keys.isEmpty else { return nil }
    try LibraryLog.record(step, in: db)
    return step
  }

  /// Keeps a passage, with a bookmark of its article.
  /// - Returns: The step; `nil` when the passage is kept already.
  static func add(
    _ passage: QuotedPassage, of subject: LibraryLog.Subject, second: Int64, in db: Database
  ) throws -> LibraryStep? {
    guard let id = try insert(passage, of: subject.key, second, in: db) else { return nil }
    var step = LibraryStep(.quote(id, true), keys: [subject.key])
    step.turns = [try turn(BookmarkEdit(), on: subject, second: second, in: db)]
    try LibraryLog.record(step, in: db)
    return step
  }

  /// Brings bookmarks in with what is written on them; what is written already stays where they say
  /// nothing.
  /// - Returns: How many are new or carry something else now.
  static func add(
    _ bookmarks: [(LibraryLog.Subject, BookmarkDraft)], second: Int64, in db: Database
  ) throws -> Int {
    var step = LibraryStep(.details, keys: [])
    for (subject, draft) in bookmarks {
      let details = draft.details
      let edit = BookmarkEdit(
        folder: details.folder.isEmpty ? nil : details.folder,
        note: details.note.isEmpty ? nil : details.note,
        due: details.due.map { .on($0) })
      let added = draft.added.map { Int64(CivilTime.clampedSeconds($0)) } ?? second
      let turn = try turn(edit, on: subject, second: added, in: db)
      var isChanged = !turn.wasKept || turn.earlier != turn.later
      for passage in draft.quotes where try insert(passage, of: subject.key, second, in: db) != nil
      {
        isChanged = true
      }
      guard isChanged else { continue }
      step.keys.append(subject.key)
      step.turns.append(turn)
    }
    guard !step.keys.isEmpty else { return 0 }
    try LibraryLog.record(step, in: db)
    return step.keys.count
  }

  /// Writes a passage down.
  /// - Returns: Its number; `nil` when it is kept already.
  private static func insert(
    _ passage: QuotedPassage, of key: Int64, _ second: Int64, in db: Database
  ) throws -> Int64? {
    let known = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id, kept FROM quote WHERE key = ? AND text = ? AND before = ?"),
      arguments: [key, passage.text, passage.before])
    guard let known else {
      try db.cachedStatement(
        sql: "INSERT INTO quote (key, added, text, before, after) VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: [key, second, passage.text, passage.before, passage.after])
      return db.lastInsertedRowID
    }
    if known[1] as Bool { return nil }
    try keep(true, quote: known[0], in: db)
    return known[0]
  }

  /// Lets a quote go.
  static func remove(_ id: Int64, in db: Database) throws -> LibraryStep? {
    let statement = try db.cachedStatement(sql: "SELECT key FROM quote WHERE id = ? AND kept = 1")
    guard let key = try Int64.fetchOne(statement, arguments: [id]) else { return nil }
    try keep(false, quote: id, in: db)
    let details = try details(of: key, in: db)
    var step = LibraryStep(.quote(id, false), keys: [key])
    step.turns = [BookmarkTurn(wasKept: true, earlier: details, later: details)]
    try LibraryLog.record(step, in: db)
    return step
  }

  static func keep(_ value: Bool, quote: Int64, in db: Database) throws {
    try db.cachedStatement(sql: "UPDATE quote SET kept = ? WHERE id = ?")
      .execute(arguments: [value, quote])
  }

  /// Undoes or does again what a step did to one bookmark.
  static func turn(
    _ turn: BookmarkTurn, of key: Int64, isUndo: Bool, in db: Database
  ) throws {
    try write(isUndo ? turn.earlier : turn.later, of: key, in: db)
    guard !turn.wasKept else { return }
    try db.cachedStatement(sql: "UPDATE bookmark SET kept = ? WHERE key = ?")
      .execute(arguments: [!isUndo, key])
  }

  private static func turn(
    _ edit: BookmarkEdit, on subject: LibraryLog.Subject, second: Int64, in db: Database
  ) throws -> BookmarkTurn {
    let isNew = try LibraryLog.setBookmark(true, subject, second: second, in: db)
    let earlier = try details(of: subject.key, in: db)
    let later = edit.applied(to: earlier)
    if later != earlier { try write(later, of: subject.key, in: db) }
    return BookmarkTurn(wasKept: !isNew, earlier: earlier, later: later)
  }
}
