import Articles
import GRDB

/// Conditions on the words of articles.
extension QueryTranslation {
  /// The words that a condition asks for; `nil` when it holds none.
  static func term(of condition: ArticleQuery.Condition) -> TextTerm? {
    switch condition {
    case .word(let word, let isPrefix): TextTerm(word, isPrefix: isPrefix)
    case .phrase(let words): TextTerm(words)
    case .title(let word): TextTerm(word, column: .title)
    case .author(let name): TextTerm(name, column: .authors)
    default: nil
    }
  }

  /// Terms that are looked up together.
  private static let termLimit = 32

  /// The index of words, whose rows are in the order of the ids; `nil` while articles wait to be
  /// indexed.
  func wordRoad(_ condition: ArticleQuery.Condition) throws -> QueryPlan.Road? {
    if case .any(let parts) = condition { return try anyWordRoad(parts) }
    return try allWordsRoad([condition])
  }

  /// The same for conditions that must all hold, whose articles are walked side by side.
  ///
  /// `nil` also when there are too many of them.
  func allWordsRoad(_ conditions: [ArticleQuery.Condition]) throws -> QueryPlan.Road? {
    let terms = conditions.compactMap(Self.term)
    guard !terms.isEmpty, terms.count == conditions.count, terms.count <= Self.termLimit,
      try !hasQueue()
    else { return nil }
    var wanted = QueryPlan.Fragment(
      sql: "words.words MATCH ?", arguments: [Self.match(terms, joinedBy: " AND ")])
    for term in terms where term.needsScan {
      let check = Self.scan(term)
      wanted.sql += " AND \(check.sql)"
      wanted.arguments += check.arguments
    }
    return try wordRoad(wanted)
  }

  /// The same for words of which one must stand; phrases have no such road.
  private func anyWordRoad(_ conditions: [ArticleQuery.Condition]) throws -> QueryPlan.Road? {
    let terms = conditions.compactMap(Self.term)
    guard !terms.isEmpty, terms.count == conditions.count, terms.count <= Self.termLimit,
      !terms.contains(where: \.needsScan), try !hasQueue()
    else { return nil }
    return try wordRoad(
      .init(sql: "words.words MATCH ?", arguments: [Self.match(terms, joinedBy: " OR ")]))
  }

  private static func match(_ terms: [TextTerm], joinedBy word: String) -> String {
    terms.count == 1 ? terms[0].match : terms.map { "(\($0.match))" }.joined(separator: word)
  }

  // How many articles hold a word is not known without walking. Beside a road that a twentieth of
  // all articles lie on, the words lead to a page in some twenty times its rows; shorter roads are
  // preferred.
  private func wordRoad(_ wanted: QueryPlan.Fragment) throws -> QueryPlan.Road {
    QueryPlan.Road(
      tables: "words CROSS JOIN article a ON a.id = words.rowid", id: "words.rowid",
      condition: wanted, length: max(1_000, try tally("articles") / 20))
  }

  /// The words as something to be tested for `article a`.
  func predicate(_ term: TextTerm) throws -> QueryPlan.Fragment {
    let scan = Self.scan(term)
    let queue = "EXISTS (SELECT 1 FROM index_queue WHERE article = a.id)"
    let found = "a.id IN (SELECT rowid FROM words WHERE words MATCH ?)"
    let sql =
      term.needsScan
      ? "(\(found) OR \(queue)) AND \(scan.sql)" : "\(found) OR (\(queue) AND \(scan.sql))"
    return QueryPlan.Fragment(sql: sql, arguments: [term.match] + scan.arguments)
  }

  private func hasQueue() throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM index_queue)")
    return try Bool.fetchOne(statement) ?? false
  }

  private static func scan(_ term: TextTerm) -> QueryPlan.Fragment {
    QueryPlan.Fragment(
      sql: """
        text_holds(?, a.title, (SELECT name FROM source WHERE id = a.source), a.authors,
          (SELECT content FROM text WHERE id = a.id), a.id)
        """, arguments: [term.argument])
  }
}
