import Articles
import FoundationEssentials
import GRDB

/// How subscriptions stand in the library.
enum SubscriptionRow {
  private static let columns =
    "url, title, site, tags, folder, hidden, origin, command, target, attributes"

  /// All, in the order in which they were added.
  static func all(in db: Database) throws -> [Subscription] {
    try Row.fetchAll(db, sql: "SELECT \(columns) FROM subscription ORDER BY id").map(value)
  }

  /// The one with this address.
  static func of(_ url: String, in db: Database) throws -> Subscription? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM subscription WHERE url = ?")
    return try Row.fetchOne(statement, arguments: [url]).map(value)
  }

  /// Adds one, or gives a known one the tags, and the title, that it lacks.
  /// - Returns: Whether it is new.
  static func add(_ subscription: Subscription, second: Int64, in db: Database) throws -> Bool {
    if var known = try of(subscription.url, in: db) {
      known.tags += subscription.tags.filter { !known.tags.contains($0) }
      known.title = known.title ?? subscription.title
      known.site = known.site ?? subscription.site
      _ = try edit(known, in: db)
      return false
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO subscription (added, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: StatementArguments([second]) + arguments(subscription))
    return true
  }

  /// Writes what the user decided about a known one; `false` when there is none.
  static func edit(_ subscription: Subscription, in db: Database) throws -> Bool {
    try db.cachedStatement(
      sql: """
        UPDATE subscription SET (\(columns)) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE url = ?
        """
    ).execute(arguments: arguments(subscription) + [subscription.url])
    return db.changesCount > 0
  }

  /// Takes one away; `false` when there is none.
  static func remove(_ url: String, in db: Database) throws -> Bool {
    try db.cachedStatement(sql: "DELETE FROM subscription WHERE url = ?").execute(arguments: [url])
    return db.changesCount > 0
  }

  private static func arguments(_ subscription: Subscription) -> StatementArguments {
    var (kind, command, target): (Int, String?, String?) = (0, nil, nil)
    switch subscription.origin {
    case .feed: break
    case .query(let name, let filter): (kind, command, target) = (1, filter, name)
    case .command(let program): (kind, command) = (2, program)
    case .filter(let program, let url): (kind, command, target) = (3, program, url)
    }
    let attributes = subscription.attributes.sorted { $0.key < $1.key }
      .flatMap { [$0.key, $0.value] }
    return [
      subscription.url, subscription.title, subscription.site,
      ArticleRows.text(subscription.tags), ArticleRows.text(subscription.folder),
      subscription.isHidden, kind, command, target, attributeText(attributes),
    ]
  }

  /// Names and values by turns, one a line.
  ///
  /// An empty line is an empty value, which `ArticleRows.text` would lose when it stands alone.
  private static func attributeText(_ texts: [String]) -> String {
    texts.map { String($0.map { $0.isNewline ? " " : $0 }) }.joined(separator: "\n")
  }

  private static func value(_ row: Row) -> Subscription {
    var subscription = Subscription(url: row[0])
    subscription.title = row[1]
    subscription.site = row[2]
    subscription.tags = ArticleRows.list(row[3])
    subscription.folder = ArticleRows.list(row[4])
    subscription.isHidden = row[5]
    let (command, target): (String?, String?) = (row[7], row[8])
    subscription.origin =
      switch row[6] as Int {
      case 1: .query(name: target ?? "", filter: command ?? "")
      case 2: .command(command ?? "")
      case 3: .filter(command: command ?? "", url: target ?? "")
      default: .feed
      }
    let attributes = (row[9] as String).split(separator: "\n", omittingEmptySubsequences: false)
    for place in stride(from: 0, to: attributes.count - 1, by: 2) {
      subscription.attributes[String(attributes[place])] = String(attributes[place + 1])
    }
    return subscription
  }
}
