import Articles
import FoundationEssentials
import Testing

@Suite struct ArticleQueryTests {
  private func parse(_ text: String) throws -> ArticleQuery.Condition {
    try ArticleQuery(parsing: text).condition
  }

  @Test func `terms side by side must all hold`() throws {
    #expect(
      try parse("tram \"harbour bridge\" #city")
        == .all([.word("tram", isPrefix: false), .phrase("harbour bridge"), .topic("city")]))
  }

  @Test func `OR binds weaker than standing side by side`() throws {
    #expect(
      try parse("#a1 #b1 OR #c1")
        == .any([.all([.topic("a1"), .topic("b1")]), .topic("c1")]))
    #expect(
      try parse("#a1 (#b1 OR #c1)")
        == .all([.topic("a1"), .any([.topic("b1"), .topic("c1")])]))
  }

  @Test func `a minus and NOT turn a term round`() throws {
    #expect(try parse("-#sport") == .not(.topic("sport")))
    #expect(try parse("NOT is:read") == .not(.state(.read)))
    #expect(try parse("ed-tech") == .word("ed-tech", isPrefix: false))
  }

  @Test func `topics are compared in their normalised form`() throws {
    #expect(try parse("#Élections") == .topic("election"))
    #expect(try parse("topic:\"Climate Change\"") == .topic("climate change"))
  }

  @Test func `sort orders the answer and is no condition`() throws {
    let query = try ArticleQuery(parsing: "sort:oldest tram")
    #expect(query == ArticleQuery(.word("tram", isPrefix: false), sort: .oldest))
  }

  @Test func `a date begins at midnight where the reader is`() throws {
    let east = LocalZone(changes: [.init(second: 0, offset: 7200)])
    let query = try ArticleQuery(parsing: "since:2026-01-16", zone: east)
    #expect(query.condition == .since(.at(Date(timeIntervalSince1970: 1_768_514_400))))
    #expect(try parse("before:2d") == .before(.ago(172_800)))
  }

  @Test(arguments: [
    ("\"open", 1, QueryError.Problem.unclosedQuote),
    ("tram (#a", 6, .unclosedParenthesis),
    ("tram )", 6, .strayParenthesis),
    ("()", 1, .emptyParentheses),
    ("OR tram", 1, .missingTerm(after: "OR")),
    ("tram OR", 8, .missingTerm(after: "OR")),
    ("tram -(", 7, .unclosedParenthesis),
    ("sorce:wire", 1, .unknownField("sorce", nearest: "source")),
    ("a since:soon", 3, .badMoment("soon")),
    ("since:2026-02-30", 1, .badMoment("2026-02-30")),
    ("source:", 1, .missingValue(field: "source")),
  ]) func `an error names its column`(text: String, column: Int, problem: QueryError.Problem) {
    #expect(throws: QueryError(column: column, problem: problem)) { try parse(text) }
  }

  @Test func `depth and length are bounded`() {
    #expect(throws: QueryError.self) { try parse(String(repeating: "(", count: 4000)) }
    #expect(throws: QueryError.self) { try parse(String(repeating: "-", count: 4000) + "a") }
    #expect(throws: QueryError.self) { try parse(String(repeating: "a", count: 1_000_000)) }
  }

  @Test(arguments: [
    "", "tram", "tram*", "\"he said \"\"no\"\"\"", "#ai -#sport", "topic:\"climate change\"",
    "(#a1 OR #b1) source:\"Daily Wire\"", "#a1 #b1 OR -(tram OR #c1)", "is:unread since:2d",
    "before:2026-01-16 lang:en story:12 sort:relevance", "author:O'Neil title:\"über (1)\"",
    "since:36h", "東京 -\"大 阪\"",
  ]) func `printing and reading again gives the same query`(text: String) throws {
    let query = try ArticleQuery(parsing: text)
    #expect(try ArticleQuery(parsing: query.text()) == query)
  }
}
