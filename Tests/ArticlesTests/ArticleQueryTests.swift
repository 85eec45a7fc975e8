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

  @Test func `sizes, ages, parts and neighbours can be asked for`() throws {
    #expect(
      try parse("words:>1000 minutes:<=5") == .all([.words(.above, 1000), .minutes(.atMost, 5)]))
    #expect(try parse("words:300") == .words(.equal, 300))
    #expect(try parse("age:<2d") == .since(.ago(172_800)))
    #expect(try parse("-age:>=1w") == .not(.before(.ago(604_800))))
    #expect(try parse("has:image") == .has(.image))
    #expect(try parse("label:Trams") == .label("tram"))
    let id = try #require(ArticleID("1v8kzr0ewgh"))
    #expect(try parse("near:1v8kzr0ewgh") == .near(id))
  }

  @Test(arguments: [
    "tram (#a OR -source:\"The Post\") words:>=10 minutes:<5 has:enclosure age:<2d",
    "/tr(am|ain)s? in\\/out/ near:1v8kzr0ewgh",
    "\"it's a \"\"quote\"\"\" title:東京 /^[^a-z]\\d{2,3}$/",
  ]) func `what is printed reads as the same query`(text: String) throws {
    let query = try ArticleQuery(parsing: text)
    #expect(try ArticleQuery(parsing: query.text()) == query)
  }

  @Test(arguments: [
    ("tram", "The Tram returns", true), ("^tram", "The Tram returns", false),
    ("^the .*returns$", "The Tram returns", true), ("tr(am|ain)s?\\b", "All trains stop", true),
    ("\\btrain\\b", "All trains stop", false), ("lodz", "Łódź calling", true),
    ("[0-9]{4}", "Budget 2026", true), ("[0-9]{5,}", "Budget 2026", false),
    ("a+b?c*$", "xaaab", true), ("[^a-z ]", "all letters", false), ("(a|b|)c", "c", true),
    ("(a*)*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false), ("東.", "在東京", true),
    ("((((a?){10}){10}){4}){1}z", "aaaa", false),
  ]) func `a pattern is found in a headline`(pattern: String, title: String, isFound: Bool) throws {
    #expect(try TitlePattern(pattern).matches(title) == isFound)
  }

  @Test(arguments: [
    ("(a", TitlePattern.Problem.unclosedGroup), ("a)", .strayParenthesis), ("[a", .unclosedSet),
    ("*a", .nothingToRepeat), ("a{2", .badRepeat), ("a{3,2}", .badRepeat),
    ("a\\", .endsInBackslash), ("(((a{99}){99}){99}){99}", .tooLong),
  ]) func `a pattern that cannot be read says why`(pattern: String, problem: TitlePattern.Problem) {
    #expect(throws: problem) { try TitlePattern(pattern) }
  }

  @Test func `a date begins at midnight where the reader is`() throws {
    let east = LocalZone(changes: [.init(second: 0, offset: 7200)])
    let query = try ArticleQuery(parsing: "since:2026-01-16", zone: east)
    #expect(query.condition == .since(.at(Date(timeIntervalSince1970: 1_768_514_400))))
    #expect(try parse("before:2d") == .before(.ago(172_800)))
    // 23:30 in Greenwich is 1:30 of the next day there.
    let now = Date(timeIntervalSince1970: 1_768_519_800)
    let today = try #require(ArticleQuery.Moment("today", zone: east))
    #expect(today.date(now: now) == Date(timeIntervalSince1970: 1_768_514_400))
    let yesterday = try #require(ArticleQuery.Moment("yesterday", zone: east))
    #expect(yesterday.date(now: now) == Date(timeIntervalSince1970: 1_768_428_000))
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
    ("tram label:?", 6, .missingValue(field: "label")),
    ("a (labl:x)", 4, .unknownField("labl", nearest: "label")),
    ("tram /a(/", 6, .badPattern(.unclosedGroup)),
    (
      "minutes:<soon", 1,
      .unknownValue(field: "minutes", value: "<soon", known: ["a number", "<5", ">1000"])
    ),
  ]) func `an error names its column`(text: String, column: Int, problem: QueryError.Problem) {
    #expect(throws: QueryError(column: column, problem: problem)) { try parse(text) }
  }

  /// Queries of random terms, among them words that look like syntax.
  @Test(arguments: 1...40) func `any query is printed in a form that reads the same`(seed: Int)
    throws
  {
    var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func pick<Value>(_ values: [Value]) -> Value {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return values[Int(random >> 33) % values.count]
    }
    let words = [
      "tram", "-", "*", "**", "a*", "東京", "O'Neil", "AND", "OR", "1a:b", "x/y", "\"it\"", "é:b",
      "--",
      "\"OR\"", "\"say \"\"no\"\" (1)\"", "\"a\u{0}b\"", "NOT",
    ]
    let fields = [
      "#Élections", "topic:\"climate change\"", "label:mine", "LABEL:\"my own\"",
      "source:\"a (b)\"",
      "author:\"\"\"x\"\"\"", "title:東京", "is:unread", "since:today", "before:yesterday", "age:<2d",
      "age:>=36h", "since:0001-01-01", "before:9999-12-31", "lang:EN", "story:-4", "words:>1000",
      "minutes:<=5", "has:image", "-has:topic", "near:1v8kzr0ewgh", "folder:\" a / b \"",
      "/a\\/b|[\\/\"]{2}/", "sort:oldest", "sort:newest", "feed:https://a.example/?x=(1)",
    ]
    func text(_ depth: Int) -> String {
      switch pick(Array(0..<(depth > 0 ? 9 : 4))) {
      case 0, 1: pick(words)
      case 2, 3: pick(fields)
      case 4: "(" + text(depth - 1) + ")"
      case 5: pick(["-", "NOT ", "NOT"]) + text(depth - 1)
      case 6: text(depth - 1) + pick([" OR ", " OR", "OR "]) + text(depth - 1)
      default: text(depth - 1) + pick([" ", "  ", " AND "]) + text(depth - 1)
      }
    }
    var read = 0
    for _ in 0..<300 {
      let typed = text(6)
      guard let query = try? ArticleQuery(parsing: typed) else { continue }
      read += 1
      let printed = query.text()
      #expect(try ArticleQuery(parsing: printed) == query, "\(typed) → \(printed)")
    }
    #expect(read > 60)
  }

  @Test func `depth and length are bounded`() {
    #expect(throws: QueryError.self) { try parse(String(repeating: "(", count: 4000)) }
    #expect(throws: QueryError.self) { try parse(String(repeating: "-", count: 4000) + "a") }
    #expect(throws: QueryError.self) { try parse(String(repeating: "a", count: 1_000_000)) }
  }

  @Test(arguments: [
    "", "tram", "tram*", "\"he said \"\"no\"\"\"", "#ai -#sport", "topic:\"climate change\"",
    "(#a1 OR #b1) source:\"Daily Wire\"", "feed:https://a.example/feed?x=1",
    "#a1 #b1 OR -(tram OR #c1)", "is:unread since:2d",
    "before:2026-01-16 lang:en story:12 sort:relevance", "author:O'Neil title:\"über (1)\"",
    "since:36h", "東京 -\"大 阪\"",
  ]) func `printing and reading again gives the same query`(text: String) throws {
    let query = try ArticleQuery(parsing: text)
    #expect(try ArticleQuery(parsing: query.text()) == query)
  }
}
