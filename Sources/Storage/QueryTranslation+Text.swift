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

  /// The index of words, whose rows are in the order of the ids; `nil` while articles wait to be
  /// indexed.
  func wordRoad(_ condition: ArticleQuery.Condition) throws -> QueryPlan.Road? {
    guard let term = Self.term(of: condition), try !hasQueue() else { return nil }
    var wanted = QueryPlan.Fragment(sql: "words.words MATCH ?", arguments: [term.match])
    if term.needsScan {
      let check = Self.scan(term)
      wanted.sql += " AND \(check.sql)"
      wanted.arguments += check.arguments
    }
    // How many articles hold a word is not known without walking; a shorter road is preferred.
    return QueryPlan.Road(
      tables: "words CROSS JOIN article a ON a.id = words.rowid", id: "words.rowid",
      condition: wanted, length: 1 << 40)
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
          (SELECT content FROM text WHERE id = a.id))
        """, arguments: [term.argument])
  }
}
