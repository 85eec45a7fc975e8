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
  /// - Returns: What became of it; `nil` when nothing did.
  static func add(
    _ subscription: Subscription, second: Int64, in db: Database
  ) throws -> SubscriptionTurn? {
    if var known = try of(subscription.url, in: db) {
      known.tags += subscription.tags.filter { !known.tags.contains($0) }
      known.title = known.title ?? subscription.title
      known.site = known.site ?? subscription.site
      return try edit(known, in: db)
    }
    try insert(subscription, number: nil, added: second, in: db)
    return SubscriptionTurn(
      number: db.lastInsertedRowID, added: second, before: nil, after: subscription)
  }

  /// Writes what the user decided about a known one.
  /// - Returns: What became of it; `nil` when there is none, or nothing is other than before.
  static func edit(_ subscription: Subscription, in db: Database) throws -> SubscriptionTurn? {
    guard let (number, added, before) = try placed(subscription.url, in: db),
      before != subscription
    else { return nil }
    try update(subscription, in: db)
    return SubscriptionTurn(number: number, added: added, before: before, after: subscription)
  }

  /// Takes one away.
  /// - `name`: What it is called in the log of changes.
  /// - Returns: What became of it; `nil` when there is none.
  static func remove(
    _ url: String, name: String?, in db: Database
  ) throws -> SubscriptionTurn? {
    guard let (number, added, before) = try placed(url, in: db) else { return nil }
    try delete(url, in: db)
    return SubscriptionTurn(number: number, added: added, name: name, before: before, after: nil)
  }

  /// Takes back what became of one, or does it again.
  static func turn(_ turn: SubscriptionTurn, isUndo: Bool, in db: Database) throws {
    guard let wanted = turn.outcome(isUndo: isUndo) else {
      return try delete((turn.before ?? turn.after)?.url ?? "", in: db)
    }
    if try of(wanted.url, in: db) != nil { return try update(wanted, in: db) }
    let isFree =
      try Int.fetchOne(
        db, sql: "SELECT 1 FROM subscription WHERE id = ?", arguments: [turn.number]) == nil
    try insert(wanted, number: isFree ? turn.number : nil, added: turn.added, in: db)
  }

  private static func placed(
    _ url: String, in db: Database
  ) throws -> (number: Int64, added: Int64, subscription: Subscription)? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns), id, added FROM subscription WHERE url = ?")
    return try Row.fetchOne(statement, arguments: [url]).map { ($0[10], $0[11], value($0)) }
  }

  private static func insert(
    _ subscription: Subscription, number: Int64?, added: Int64, in db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO subscription (id, added, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: StatementArguments([number, added]) + arguments(subscription))
  }

  private static func update(_ subscription: Subscription, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        UPDATE subscription SET (\(columns)) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE url = ?
        """
    ).execute(arguments: arguments(subscription) + [subscription.url])
  }

  private static func delete(_ url: String, in db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM subscription WHERE url = ?").execute(arguments: [url])
  }

  /// Where articles come from as three columns.
  static func parts(
    of origin: Subscription.Origin
  ) -> (kind: Int, command: String?, target: String?) {
    switch origin {
    case .feed: (0, nil, nil)
    case .query(let name, let filter): (1, filter, name)
    case .command(let program): (2, program, nil)
    case .filter(let program, let url): (3, program, url)
    }
  }

  /// What `parts` took apart.
  static func origin(_ kind: Int, command: String?, target: String?) -> Subscription.Origin {
    switch kind {
    case 1: .query(name: target ?? "", filter: command ?? "")
    case 2: .command(command ?? "")
    case 3: .filter(command: command ?? "", url: target ?? "")
    default: .feed
    }
  }

  private static func arguments(_ subscription: Subscription) -> StatementArguments {
    let (kind, command, target) = parts(of: subscription.origin)
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
    subscription.origin = origin(row[6], command: row[7], target: row[8])
    let attributes = (row[9] as String).split(separator: "\n", omittingEmptySubsequences: false)
    for place in stride(from: 0, to: attributes.count - 1, by: 2) {
      subscription.attributes[String(attributes[place])] = String(attributes[place + 1])
    }
    return subscription
  }
}
