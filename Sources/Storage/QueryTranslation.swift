import Articles
import FoundationEssentials
import GRDB

/// Turns the conditions of a query into SQL over `article a`.
struct QueryTranslation {
  let now: Date
  let db: Database
  private var conditions = 0

  init(now: Date, db: Database) {
    self.now = now
    self.db = db
  }

  /// The conditions that must all hold, with nested ANDs brought up.
  func conjuncts(of condition: ArticleQuery.Condition) throws -> [ArticleQuery.Condition] {
    var open = [condition]
    var found: [ArticleQuery.Condition] = []
    while let next = open.popLast() {
      switch next {
      case .everything: continue
      case .all(let parts): open += parts.reversed()
      default: found.append(next)
      }
      guard found.count + open.count <= QueryPlan.conditionLimit else {
        throw StoreError.queryTooLarge(limit: QueryPlan.conditionLimit)
      }
    }
    return found
  }

  /// The first id of a moment: ids are in the order of time.
  func id(at moment: ArticleQuery.Moment) -> Int64 {
    let second =
      switch moment {
      case .at, .midnight: CivilTime.clampedSeconds(moment.date(now: now))
      case .ago(let seconds):
        CivilTime.clampedSeconds(now).subtractingReportingOverflow(seconds).partialValue
      }
    return ArticleID(second: Int64(second), hash: 0).rawValue
  }

  /// The index that gives a condition's articles in order; `nil` when there is none.
  func road(for condition: ArticleQuery.Condition) throws -> QueryPlan.Road? {
    switch condition {
    case .topic(let name): return try topicRoad(name)
    case .label(let name):
      var road = try topicRoad(name)
      road.condition.sql += " AND w.origin = \(TopicOrigin.user.rawValue)"
      return road
    case .state(.unread):
      return QueryPlan.Road(
        tables: "article a INDEXED BY article_unread", id: "a.id",
        condition: .init(sql: "a.unread = 1"), length: try tally("unread"))
    case .state(.bookmarked):
      return QueryPlan.Road(
        tables: "article a INDEXED BY article_bookmarked", id: "a.id",
        condition: .init(sql: "a.bookmarked = 1"), length: try tally("bookmarks"))
    case .state(.muted):
      return QueryPlan.Road(
        tables: "article a INDEXED BY article_muted", id: "a.id",
        condition: .init(sql: "a.muted = 1"), length: try tally("muted"))
    case .state(.highlighted):
      // How many there are is not counted: few, or the rule is of no use.
      return QueryPlan.Road(
        tables: "article a INDEXED BY article_highlighted", id: "a.id",
        condition: .init(sql: "a.highlighted = 1"), length: 1_000)
    case .state(.followed):
      // How many there are is not counted: a person follows some dozens.
      return QueryPlan.Road(
        tables: FollowedStories.tables, id: "w.id", condition: .init(sql: "1"), length: 500)
    case .state(.due), .folder, .has(.note), .has(.quote):
      return QueryPlan.Road(
        tables: "article a INDEXED BY article_bookmarked", id: "a.id",
        condition: BookmarkRows.condition(condition, now: now),
        length: try tally("bookmarks"))
    case .source(let name):
      let sources = try sources(containing: name)
      guard sources.count <= 1 else { return nil }
      return QueryPlan.Road(
        tables: "article a INDEXED BY article_source", id: "a.id",
        condition: .init(sql: "a.source = ?", arguments: [sources.first?.id ?? -1]),
        length: sources.first?.articles ?? 0)
    case .feed(let url):
      // The rows of one feed are few enough to be sorted.
      let feed = try feed(url)
      let count = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM article WHERE feed = ?"), arguments: [feed])
      return QueryPlan.Road(
        tables: "article a INDEXED BY article_feed", id: "a.id",
        condition: .init(sql: "a.feed = ?", arguments: [feed]), length: count ?? 0)
    case .story(let story):
      return QueryPlan.Road(
        tables: "article a INDEXED BY article_story", id: "a.id",
        condition: .init(sql: "a.story = ?", arguments: [story.rawValue]), length: 1)
    case .word, .phrase, .title, .author, .any: return try wordRoad(condition)
    case .near(let id):
      return QueryPlan.Road(
        tables: "related r CROSS JOIN article a ON a.id = r.other", id: "r.other",
        condition: .init(
          sql: "r.article = ? AND \(UnrelatedArticles.isRelated)", arguments: [id.rawValue]),
        length: 24)
    default: return nil
    }
  }

  private func topicRoad(_ name: String) throws -> QueryPlan.Road {
    let row = try topic(name)
    return QueryPlan.Road(
      tables: "article_topic w CROSS JOIN article a ON a.id = w.article", id: "w.article",
      condition: .init(sql: "w.topic = ?", arguments: [row?.id ?? -1]), length: row?.articles ?? 0)
  }

  private func topic(_ name: String) throws -> (id: Int64, articles: Int)? {
    guard let typed = TopicName.normalised(name) else { return nil }
    let name = try TopicRenames(db).name(of: typed)
    let statement = try db.cachedStatement(sql: "SELECT id, articles FROM topic WHERE name = ?")
    return try Row.fetchOne(statement, arguments: [name]).map { ($0[0], $0[1]) }
  }

  /// The key of a feed; -1 when none has this address.
  private func feed(_ url: String) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT id FROM feed WHERE url = ?")
    return try Int64.fetchOne(statement, arguments: [url]) ?? -1
  }

  func tally(_ column: String) throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT \(column) FROM tally")) ?? 0
  }

  /// Whether any article is hidden.
  func hasMuted() throws -> Bool { try tally("muted") > 0 }

  private func sources(containing name: String) throws -> [(id: Int64, articles: Int)] {
    let statement = try db.cachedStatement(
      sql: "SELECT id, articles FROM source WHERE instr(folded, ?) > 0")
    return try Row.fetchAll(statement, arguments: [name.folded]).map { ($0[0], $0[1]) }
  }

  // MARK: Looked up for each article

  /// A condition as something to be tested for `article a`; never NULL.
  mutating func predicate(_ condition: ArticleQuery.Condition, depth: Int) throws
    -> QueryPlan.Fragment
  {
    conditions += 1
    guard depth < QueryPlan.depthLimit, conditions <= QueryPlan.conditionLimit else {
      throw StoreError.queryTooLarge(limit: QueryPlan.conditionLimit)
    }
    switch condition {
    case .everything: return .init(sql: "1")
    case .all(let parts): return try joined(parts, by: " AND ", orElse: "1", depth: depth)
    case .any(let parts): return try joined(parts, by: " OR ", orElse: "0", depth: depth)
    case .not(let inner):
      let fragment = try predicate(inner, depth: depth + 1)
      return .init(sql: "NOT (\(fragment.sql))", arguments: fragment.arguments)
    case .topic(let name):
      guard let topic = try topic(name) else { return .init(sql: "0") }
      return .init(
        sql: "EXISTS (SELECT 1 FROM article_topic WHERE topic = ? AND article = a.id)",
        arguments: [topic.id])
    case .label(let name):
      guard let topic = try topic(name) else { return .init(sql: "0") }
      return .init(
        sql: """
          EXISTS (SELECT 1 FROM article_topic
            WHERE topic = ? AND article = a.id AND origin = \(TopicOrigin.user.rawValue))
          """, arguments: [topic.id])
    case .source(let name):
      return .init(
        sql: "a.source IN (SELECT id FROM source WHERE instr(folded, ?) > 0)",
        arguments: [name.folded])
    case .feed(let url): return .init(sql: "a.feed IS ?", arguments: [try feed(url)])
    case .state(.unread): return .init(sql: "a.unread = 1")
    case .state(.read): return .init(sql: "a.unread = 0")
    case .state(.bookmarked): return .init(sql: "a.bookmarked = 1")
    case .state(.muted): return .init(sql: "a.muted = 1")
    case .state(.highlighted): return .init(sql: "a.highlighted = 1")
    case .state(.followed): return .init(sql: FollowedStories.column)
    case .state(.due), .folder, .has(.note), .has(.quote):
      return BookmarkRows.condition(condition, now: now)
    case .since(let moment): return .init(sql: "a.id >= ?", arguments: [id(at: moment)])
    case .before(let moment): return .init(sql: "a.id < ?", arguments: [id(at: moment)])
    case .story(let story): return .init(sql: "a.story IS ?", arguments: [story.rawValue])
    case .words(let comparison, let count):
      return .init(sql: "a.words \(Self.sign(comparison)) ?", arguments: [count])
    case .minutes(let comparison, let count):
      // As `Headline.readingMinutes` reckons them.
      return .init(
        sql: "max(1, (a.words + 115) / 230) \(Self.sign(comparison)) ?", arguments: [count])
    case .has(.revision):
      return .init(sql: "EXISTS (SELECT 1 FROM revision WHERE article = a.id)")
    case .has(.story): return .init(sql: "a.story IS NOT NULL")
    case .has(.topic): return .init(sql: "a.topics <> ''")
    case .has(let part):
      return .init(sql: "a.parts & ? <> 0", arguments: [ArticleParts(part).rawValue])
    case .near(let id):
      return .init(
        sql: """
          EXISTS (SELECT 1 FROM related r WHERE r.article = ? AND r.other = a.id
            AND \(UnrelatedArticles.isRelated))
          """,
        arguments: [id.rawValue])
    case .pattern(let pattern):
      return .init(sql: "title_matches(?, a.title)", arguments: [pattern.source])
    case .language(let language):
      let wanted = language.lowercased() + "-"
      return .init(
        sql: "substr(lower(ifnull(a.language, '')) || '-', 1, length(?)) = ?",
        arguments: [wanted, wanted])
    case .word, .phrase, .title, .author:
      guard let term = Self.term(of: condition) else { return .init(sql: "0") }
      return try predicate(term)
    }
  }

  private static func sign(_ comparison: ArticleQuery.Comparison) -> String {
    switch comparison {
    case .atMost: "<="
    case .atLeast: ">="
    case .below: "<"
    case .above: ">"
    case .equal: "="
    }
  }

  private mutating func joined(
    _ parts: [ArticleQuery.Condition], by word: String, orElse none: String, depth: Int
  ) throws -> QueryPlan.Fragment {
    guard !parts.isEmpty else { return .init(sql: none) }
    var fragments: [QueryPlan.Fragment] = []
    for part in parts { fragments.append(try predicate(part, depth: depth + 1)) }
    var arguments: StatementArguments = []
    for fragment in fragments { arguments += fragment.arguments }
    return .init(
      sql: fragments.map { "(\($0.sql))" }.joined(separator: word), arguments: arguments)
  }
}
