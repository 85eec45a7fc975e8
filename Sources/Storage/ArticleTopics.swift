import Articles
import GRDB

/// Who gave an article a topic; a smaller number outranks a greater one.
enum TopicOrigin: Int {
  case user = 0
  case page = 1
  case derived = 2
}

/// A topic of one article.
struct TopicLink: Equatable {
  var name: String
  var origin: TopicOrigin
  var confidence: Double
}

/// Which topics an article carries, from what the page named, what the text tells and what the
/// reader's user decided.
enum ArticleTopics {
  /// Topics that one article carries at most.
  static let limit = 32

  /// The topics, the most telling first.
  /// - `given`: As the page or the feed named them, normalised.
  /// - `derived`: Normalised names with their confidence, 0...1.
  /// - `choices`: The user's own: `true` wanted, `false` taken away.
  /// - `renames`: What topics are called.
  static func effective(
    given: [String], derived: [(name: String, confidence: Double)], choices: [String: Bool],
    renames: TopicRenames
  ) -> [TopicLink] {
    let choices = renames.named(choices)
    var links: [TopicLink] = []
    for name in choices.keys.sorted() where choices[name] == true {
      links.append(TopicLink(name: name, origin: .user, confidence: 1))
    }
    var seen = Set(choices.keys)
    for name in given.lazy.map(renames.name)
    where seen.insert(name).inserted {
      links.append(TopicLink(name: name, origin: .page, confidence: 1))
    }
    for topic in derived.sorted(by: { $0.confidence > $1.confidence }) {
      let name = renames.name(of: topic.name)
      guard seen.insert(name).inserted else { continue }
      links.append(TopicLink(name: name, origin: .derived, confidence: topic.confidence))
    }
    return Array(links.prefix(limit))
  }

  /// The normalised forms of topics, as many as may count.
  ///
  /// `known` keeps them: the articles of one feed name the same ones.
  static func normalised(_ names: [String], known: inout [String: String]) -> [String] {
    names.prefix(4 * limit).compactMap { name in
      if let form = known[name] { return form }
      guard let form = TopicName.normalised(name) else { return nil }
      known[name] = form
      return form
    }
  }

  /// Adds the topics of an article to the rows that wait for the table by which it is found.
  ///
  /// `known` keeps the numbers of topics between the articles of one transaction.
  static func add(
    _ links: [TopicLink], of article: Int64, to waiting: inout WaitingRows,
    known: inout [String: Int64], in db: Database
  ) throws {
    for link in links {
      let topic = try known[link.name] ?? identifier(link.name, in: db)
      known[link.name] = topic
      waiting.add(topic: topic, of: article, link)
    }
  }

  /// Writes other topics of an article, in its row and in the table by which it is found.
  static func replace(_ links: [TopicLink], of article: Int64, in db: Database) throws {
    let delete = try db.cachedStatement(sql: "DELETE FROM article_topic WHERE article = ?")
    try delete.execute(arguments: [article])
    var known: [String: Int64] = [:]
    var waiting = WaitingRows()
    try add(links, of: article, to: &waiting, known: &known, in: db)
    try waiting.write(to: db)
    let update = try db.cachedStatement(sql: "UPDATE article SET topics = ? WHERE id = ?")
    try update.execute(arguments: [ArticleRows.text(links.map(\.name)), article])
  }

  private static func identifier(_ name: String, in db: Database) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT id FROM topic WHERE name = ?")
    if let known = try Int64.fetchOne(find, arguments: [name]) { return known }
    try db.cachedStatement(sql: "INSERT INTO topic (name) VALUES (?)").execute(arguments: [name])
    return db.lastInsertedRowID
  }

  /// Works the topics of a stored article out anew and writes them when they changed.
  static func refresh(_ article: Int64, choices: [String: Bool], in db: Database) throws {
    guard let stored = try ArticleRows.stored(article, in: db) else { return }
    let derived = try derived(of: article, in: db)
    var known: [String: String] = [:]
    let given = normalised(stored.draft.topics, known: &known)
    let tags = try FeedRow.topics(of: article, in: db)
    let links = effective(
      given: given + tags, derived: derived, choices: choices, renames: try TopicRenames(db))
    guard links != (try current(of: article, names: stored.head.topics, in: db)) else { return }
    try replace(links, of: article, in: db)
  }

  private static func current(of article: Int64, names: [String], in db: Database) throws
    -> [TopicLink]
  {
    let statement = try db.cachedStatement(
      sql: """
        SELECT t.name, l.origin, l.confidence
        FROM article_topic l JOIN topic t ON t.id = l.topic WHERE l.article = ?
        """)
    var links: [String: TopicLink] = [:]
    for row in try Row.fetchAll(statement, arguments: [article]) {
      let link = TopicLink(
        name: row[0], origin: TopicOrigin(rawValue: row[1]) ?? .derived, confidence: row[2])
      links[link.name] = link
    }
    return names.compactMap { links[$0] }
  }

  /// The topics that the analysis of the text gave.
  static func derived(of article: Int64, in db: Database) throws
    -> [(name: String, confidence: Double)]
  {
    let statement = try db.cachedStatement(sql: "SELECT topics FROM analysis WHERE article = ?")
    guard let text = try String.fetchOne(statement, arguments: [article]) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let confidence = Double(parts[0]) else { return nil }
      return (String(parts[1]), confidence)
    }
  }

  /// The form of derived topics in the analysis table.
  static func text(_ derived: [(name: String, confidence: Double)]) -> String {
    derived.map { "\($0.confidence)\t\($0.name)" }.joined(separator: "\n")
  }
}
