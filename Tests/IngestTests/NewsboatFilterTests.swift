import Articles
import Testing

@testable import Ingest

struct NewsboatFilterTests {
  @Test(arguments: [
    (#"unread = "yes""#, "is:unread"),
    (#"unread!="yes""#, "is:read"),
    (#"tags # "news""#, #"topic:"news""#),
    (#"tags !# "news""#, #"-topic:"news""#),
    (#"title =~ "tram""#, #"title:"tram""#),
    (#"title =~ "(tram|bus lane)""#, #"title:"tram" OR title:"bus lane""#),
    (#"author !~ "a|b""#, #"-(author:"a" OR author:"b")"#),
    (#"content =~ "C\+\+""#, #""C++""#),
    (#"feedtitle == "The \"Paper\"""#, #"source:"The ""Paper""""#),
    ("age < 3", "since:3d"), ("age <= 3", "since:4d"), ("age > 3", "before:4d"),
    ("age = 2", "before:2d since:3d"), ("age between 7:1", "before:1d since:8d"),
  ])
  func `a comparison becomes a term`(_ filter: String, _ query: String) throws {
    #expect(try NewsboatFilter.query(filter) == query)
    #expect(throws: Never.self) { try ArticleQuery(parsing: query) }
  }

  @Test func `and and or bind to the right without precedence`() throws {
    let (a, b, c) = (#"unread="yes""#, #"title=~"b""#, #"title=~"c""#)
    #expect(
      try NewsboatFilter.query("\(a) and \(b) or \(c)")
        == #"is:unread (title:"b" OR title:"c")"#)
    #expect(
      try NewsboatFilter.query("\(a) or \(b) and \(c)")
        == #"is:unread OR (title:"b" title:"c")"#)
    #expect(
      try NewsboatFilter.query("(\(a)or \(b)) and(\(c))")
        == #"(is:unread OR title:"b") title:"c""#)
    #expect(try NewsboatFilter.query("\(a) and \(b) and \(c)") == #"is:unread title:"b" title:"c""#)
  }

  @Test(arguments: [
    (#"link =~ "x""#, NewsboatFilter.Failure.inexpressible(attribute: "link")),
    (#"colour = "x""#, .unknownAttribute("colour")),
    (#"title =~ "^A.*""#, .value(attribute: "title", "^A.*")),
    (#"title = """#, .value(attribute: "title", "")),
    (#"title < 3"#, .operation(attribute: "title", "<")),
    (#"unread = "maybe""#, .value(attribute: "unread", "maybe")),
    ("", .malformed(column: 1)), ("unread", .malformed(column: 7)),
    (#"unread = "yes" andage < 3"#, .malformed(column: 19)),
    (#"unread = "yes""# + " )", .malformed(column: 16)),
    (#"title = "open"#, .malformed(column: 14)), (#"title = "\"#, .malformed(column: 11)),
  ])
  func `what cannot be expressed names its reason`(
    _ filter: String, _ failure: NewsboatFilter.Failure
  ) {
    #expect(throws: failure) { try NewsboatFilter.query(filter) }
  }

  @Test func `deep and long filters are refused, not overflowed`() {
    let deep = String(repeating: "(", count: 2_000) + "age<1" + String(repeating: ")", count: 2_000)
    #expect(throws: NewsboatFilter.Failure.tooLong) { try NewsboatFilter.query(deep) }
    let long = Array(repeating: "age<1", count: 600).joined(separator: " and ")
    #expect(throws: NewsboatFilter.Failure.self) { try NewsboatFilter.query(long) }
    #expect(throws: Never.self) { try NewsboatFilter.query("age < 99999999999999999999999") }
  }
}
