import GRDB

/// Topics that the reader's user calls by another name.
///
/// Kept in the library; the file of articles has a copy of the same form. A name that something is
/// called by now never has another name itself, so the way to it has no circle.
struct TopicRenames: Equatable, Sendable {
  /// The table, in either file.
  static let table =
    "CREATE TABLE topic_rename (name TEXT PRIMARY KEY, target TEXT NOT NULL) WITHOUT ROWID;"

  private(set) var targets: [String: String]

  init(_ db: Database) throws {
    let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT name, target FROM topic_rename"))
    targets = Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
  }

  /// What a topic is called.
  func name(of topic: String) -> String {
    var name = topic
    // As many steps as there are renamings: a damaged table must not hold anything up.
    for _ in 0..<targets.count {
      guard let next = targets[name] else { break }
      name = next
    }
    return name
  }

  /// Choices by hand under the names of today; one about the very name outranks one about an old name.
  func named(_ choices: [String: Bool]) -> [String: Bool] {
    guard !targets.isEmpty else { return choices }
    var named: [String: Bool] = [:]
    for topic in choices.keys.sorted() {
      let name = name(of: topic)
      if name == topic || choices[name] == nil { named[name] = choices[topic] }
    }
    return named
  }

  /// A topic's other name; `nil` for none.
  static func set(_ target: String?, of name: String, in db: Database) throws {
    if let target {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO topic_rename VALUES (?, ?)")
        .execute(arguments: [name, target])
    } else {
      try db.cachedStatement(sql: "DELETE FROM topic_rename WHERE name = ?")
        .execute(arguments: [name])
    }
  }

  /// Brings the copy in the file of articles to what the library says.
  func copy(to db: Database) throws {
    guard try TopicRenames(db) != self else { return }
    try db.execute(sql: "DELETE FROM topic_rename")
    for (name, target) in targets { try Self.set(target, of: name, in: db) }
  }
}

/// One renaming, with what held before it.
struct TopicRename: Equatable, Sendable {
  var name: String
  var target: String
  /// What the topic was called before.
  var earlier: String?
  /// What the new name was called before: that is forgotten.
  var earlierOfTarget: String?

  /// The renaming as it would be done now; `nil` when it would change nothing.
  init?(_ name: String, to target: String, in db: Database) throws {
    let renames = try TopicRenames(db)
    guard name != target, renames.targets[name] != target else { return nil }
    self.init(
      name: name, target: target, earlier: renames.targets[name],
      earlierOfTarget: renames.targets[target])
  }

  init(name: String, target: String, earlier: String?, earlierOfTarget: String?) {
    self.name = name
    self.target = target
    self.earlier = earlier
    self.earlierOfTarget = earlierOfTarget
  }

  /// The topics whose articles it concerns.
  var names: [String] { [name, target] + [earlier, earlierOfTarget].compactMap(\.self) }

  /// Does it, or takes it back.
  func turn(isUndo: Bool, in db: Database) throws {
    try TopicRenames.set(isUndo ? earlierOfTarget : nil, of: target, in: db)
    try TopicRenames.set(isUndo ? earlier : target, of: name, in: db)
  }
}
