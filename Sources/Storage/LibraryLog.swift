import Articles
import FoundationEssentials
import GRDB

/// Writes decisions into the library, together with the log of steps.
enum LibraryLog {
  /// Steps that can be undone.
  static let stepLimit = 500
  /// Notes of steps by which another process, or the file of articles, catches up.
  static let journalLimit = 2_000

  /// An article as a decision needs it.
  struct Subject: Sendable {
    var key: Int64
    /// A copy for the bookmark; only there when one is to be made.
    var copy: [UInt8]?
  }

  /// Does a step for the first time.
  /// - `isByRule`: Whether nobody asked for it at this moment: undo and redo pass it over.
  /// - Returns: The step with the articles for which it made a difference; `nil` for none.
  static func perform(
    _ kind: LibraryStep.Kind, on subjects: [Subject], second: Int64, isByRule: Bool = false,
    in db: Database
  ) throws -> LibraryStep? {
    var step = LibraryStep(kind, keys: [])
    if case .unrelated(let value) = kind {
      let pair = subjects.map(\.key)
      if try UnrelatedArticles.set(value, pair, in: db) { step.keys = pair }
    }
    for subject in subjects {
      switch kind {
      case .read(let value):
        guard try setRead(value, subject.key, in: db) else { continue }
      case .bookmark(let value):
        guard try setBookmark(value, subject, second: second, in: db) else { continue }
      case .topic(let name, let value):
        let earlier = try choice(of: name, subject.key, in: db)
        guard earlier != value else { continue }
        try setChoice(value, of: name, subject.key, in: db)
        step.earlier.append(earlier)
      case .mute(let reason, let value):
        if isByRule, try LibraryStates.state(of: subject.key, in: db).isBookmarked { continue }
        guard try setMuted(value, reason, subject.key, in: db) else { continue }
      case .muting(let muting, let value):
        if value, try LibraryStates.state(of: subject.key, in: db).isBookmarked { continue }
        guard try setMuted(value, muting.name, subject.key, in: db) else { continue }
      case .highlight(let value):
        guard try Mark.highlighted.set(value, subject.key, in: db) else { continue }
      case .follow(let value):
        guard try Mark.followed.set(value, subject.key, in: db) else { continue }
      case .pin(let anchor):
        let earlier = try StoryPins.anchor(of: subject.key, in: db)
        let wanted = anchor ?? subject.key
        guard earlier != wanted else { continue }
        try StoryPins.set(wanted, of: subject.key, in: db)
        step.earlierPins.append(earlier)
      case .unrelated, .rename:
        // Is about both at once, or about none.
        continue
      case .details, .quote, .subscriptions, .intake:
        // These have their own ways in, `LibraryShelf` and `record`.
        continue
      }
      step.keys.append(subject.key)
    }
    if case .muting(let muting, let value) = kind {
      guard try MutingRow.set(value, muting, second: second, in: db) || !step.keys.isEmpty else {
        return nil
      }
    } else if step.keys.isEmpty {
      return nil
    }
    try record(step, isByRule: isByRule, in: db)
    return step
  }

  /// How a step stands: `undo` and `redo` pass over those of rules, which are turned one by one.
  enum Standing: Int {
    case done, undone, doneByRule, undoneByRule

    var isByRule: Bool { self == .doneByRule || self == .undoneByRule }
    var isUndone: Bool { self == .undone || self == .undoneByRule }

    /// How it stands once it was turned the other way.
    var turned: Standing {
      switch self {
      case .done: .undone
      case .undone: .done
      case .doneByRule: .undoneByRule
      case .undoneByRule: .doneByRule
      }
    }
  }

  /// Writes a step that was done into the log; the undone ones are forgotten, unless it was done by
  /// a rule.
  /// - `concernsArticles`: Whether the articles have something to follow.
  static func record(
    _ step: LibraryStep, isByRule: Bool = false, concernsArticles: Bool = true, in db: Database
  ) throws {
    if !isByRule { try db.execute(sql: "DELETE FROM step WHERE undone = 1") }
    let standing = isByRule ? Standing.doneByRule : .done
    try db.execute(
      sql: "INSERT INTO step (undone, payload) VALUES (?, ?)",
      arguments: [standing.rawValue, Data(step.encoded)])
    if concernsArticles { try note(db.lastInsertedRowID, in: db) }
    try prune(in: db)
  }

  /// A step of the log with its number.
  struct Entry {
    var id: Int64
    var standing: Standing
    var step: LibraryStep
  }

  /// The step that undo, or redo, would turn; `nil` for none.
  static func next(isUndo: Bool, in db: Database) throws -> Entry? {
    try entry(
      isUndo
        ? "WHERE undone = 0 ORDER BY id DESC LIMIT 1" : "WHERE undone = 1 ORDER BY id LIMIT 1",
      [], in: db)
  }

  /// The step of a number; `nil` when it is forgotten.
  static func entry(_ id: Int64, in db: Database) throws -> Entry? {
    try entry("WHERE id = ?", [id], in: db)
  }

  private static func entry(
    _ condition: String, _ arguments: StatementArguments, in db: Database
  ) throws -> Entry? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT id, undone, payload FROM step \(condition)", arguments: arguments)
    else { return nil }
    let id: Int64 = row[0]
    let payload: Data = row[2]
    guard let standing = Standing(rawValue: row[1]), let step = try? LibraryStep(Array(payload))
    else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "step \(id) cannot be read")
    }
    return Entry(id: id, standing: standing, step: step)
  }

  /// Undoes a step that stands, or does an undone one again.
  static func turn(_ entry: Entry, in db: Database) throws {
    let (step, isUndo) = (entry.step, !entry.standing.isUndone)
    for (position, key) in step.keys.enumerated() {
      switch step.kind {
      case .read(let value): _ = try setRead(value != isUndo, key, in: db)
      case .bookmark(let value):
        try db.cachedStatement(sql: "UPDATE bookmark SET kept = ? WHERE key = ?")
          .execute(arguments: [value != isUndo, key])
      case .topic(let name, let value):
        try setChoice(isUndo ? step.earlier[position] : value, of: name, key, in: db)
      case .mute(let reason, let value): _ = try setMuted(value != isUndo, reason, key, in: db)
      case .muting(let muting, let value):
        _ = try setMuted(value != isUndo, muting.name, key, in: db)
      case .intake: _ = try setMuted(isUndo, intakeReason, key, in: db)
      case .highlight(let value): _ = try Mark.highlighted.set(value != isUndo, key, in: db)
      case .follow(let value): _ = try Mark.followed.set(value != isUndo, key, in: db)
      case .pin(let anchor):
        let pin = isUndo ? step.earlierPins[position] : anchor ?? key
        try StoryPins.set(pin, of: key, in: db)
      case .unrelated, .rename, .subscriptions: break
      case .details, .quote:
        try LibraryShelf.turn(step.turns[position], of: key, isUndo: isUndo, in: db)
      }
    }
    switch step.kind {
    case .quote(let quote, let isKept):
      try LibraryShelf.keep(isKept != isUndo, quote: quote, in: db)
    case .unrelated(let value): _ = try UnrelatedArticles.set(value != isUndo, step.keys, in: db)
    case .rename(let rename): try rename.turn(isUndo: isUndo, in: db)
    case .subscriptions:
      for turn in step.feeds { try SubscriptionRow.turn(turn, isUndo: isUndo, in: db) }
    case .muting(let muting, let value):
      _ = try MutingRow.set(value != isUndo, muting, second: 0, in: db)
    default: break
    }
    try db.execute(
      sql: "UPDATE step SET undone = ? WHERE id = ?",
      arguments: [entry.standing.turned.rawValue, entry.id])
    try note(entry.id, in: db)
  }

  /// Why articles are hidden whose import was undone.
  static let intakeReason = "import undone"

  /// A table of keys: what stands in it is so marked.
  private enum Mark: String {
    case highlighted, followed
    case read = "read_state"
    case keptUnread = "kept_unread"

    /// - Returns: Whether it made a difference.
    func set(_ value: Bool, _ key: Int64, in db: Database) throws -> Bool {
      try db.cachedStatement(
        sql: value
          ? "INSERT OR IGNORE INTO \(rawValue) VALUES (?)" : "DELETE FROM \(rawValue) WHERE key = ?"
      ).execute(arguments: [key])
      return db.changesCount > 0
    }
  }

  private static func setRead(_ value: Bool, _ key: Int64, in db: Database) throws -> Bool {
    let isChanged = try Mark.read.set(value, key, in: db)
    // Retention spares what was read and then marked as unread by hand.
    if isChanged { _ = try Mark.keptUnread.set(!value, key, in: db) }
    return isChanged
  }

  private static func setMuted(
    _ value: Bool, _ reason: String, _ key: Int64, in db: Database
  ) throws -> Bool {
    if value {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO muted VALUES (?, ?)")
        .execute(arguments: [key, reason])
    } else {
      try db.cachedStatement(sql: "DELETE FROM muted WHERE key = ?").execute(arguments: [key])
    }
    return db.changesCount > 0
  }

  static func setBookmark(
    _ value: Bool, _ subject: Subject, second: Int64, in db: Database
  ) throws -> Bool {
    if value {
      let copy = subject.copy ?? []
      try db.cachedStatement(
        sql: """
          INSERT INTO bookmark VALUES (?, ?, 1, ?) ON CONFLICT (key) DO UPDATE
            SET kept = 1, added = excluded.added, copy = excluded.copy WHERE kept = 0
          """
      ).execute(arguments: [subject.key, second, Data(copy)])
    } else {
      try db.cachedStatement(sql: "UPDATE bookmark SET kept = 0 WHERE key = ? AND kept = 1")
        .execute(arguments: [subject.key])
    }
    return db.changesCount > 0
  }

  private static func choice(of topic: String, _ key: Int64, in db: Database) throws -> Bool? {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT wanted FROM topic_choice WHERE key = ? AND topic = ?"),
      arguments: [key, topic])
  }

  private static func setChoice(
    _ value: Bool?, of topic: String, _ key: Int64, in db: Database
  ) throws {
    if let value {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO topic_choice VALUES (?, ?, ?)")
        .execute(arguments: [key, topic, value])
    } else {
      try db.cachedStatement(sql: "DELETE FROM topic_choice WHERE key = ? AND topic = ?")
        .execute(arguments: [key, topic])
    }
  }

  private static func note(_ step: Int64, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO journal (step) VALUES (?)").execute(arguments: [step])
  }

  /// Forgets the oldest steps.
  ///
  /// Copies of bookmarks that were taken away stay: they are small, and a bookmark set again finds
  /// its article even when the articles are gone.
  private static func prune(in db: Database) throws {
    let newest = db.lastInsertedRowID
    try db.execute(
      sql: "DELETE FROM journal WHERE number <= ?", arguments: [newest - Int64(journalLimit)])
    try db.execute(
      sql: "DELETE FROM step WHERE id <= (SELECT max(id) FROM step) - ?", arguments: [stepLimit])
  }
}
