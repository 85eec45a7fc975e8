import Articles
import FoundationEssentials
import Testing

@Suite struct ShelfTests {
  /// Monday 23 November 2026, 15:31.
  private let now = Date(timeIntervalSince1970: 1_795_447_860)

  @Test(arguments: [
    ("today", "2026-11-23"), (" Tomorrow ", "2026-11-24"), ("fri", "2026-11-27"),
    ("monday", "2026-11-30"), ("3d", "2026-11-26"), ("2w", "2026-12-07"), ("01-31", "2027-01-31"),
    ("11-23", "2026-11-23"), ("2028-02-29", "2028-02-29"),
  ])
  func `days are read as people type them`(typed: String, day: String) throws {
    let zone = LocalZone(changes: [.init(second: 0, offset: 3_600)])
    let date = try #require(DueDay.date(typed, now: now, zone: zone))
    #expect(DueDay.text(date, zone: zone) == day)
    #expect(CivilTime.rfc3339(date).hasSuffix("T23:00:00Z"))
  }

  @Test(arguments: ["", "soon", "2026-02-30", "13-01", "d", "-3d", "99999999999999999999d", "m"])
  func `what is no day is refused`(typed: String) {
    #expect(DueDay.date(typed, now: now, zone: LocalZone()) == nil)
  }

  @Test func `folders and notes are kept in one form`() {
    let details = BookmarkDetails(folder: "/ a  b //c\n/", note: "\n x\ny \n\n")
    #expect(details.folder == "a b/c" && details.note == "x\ny")
    #expect(BookmarkEdit(folder: "").applied(to: details) == BookmarkDetails(note: "x\ny"))
  }

  @Test func `a passage is found by its words, and by its neighbours where they stand twice`() {
    let text = "The tram takes four. Later, she said the tram takes four minutes."
    let second = QuotedPassage(text: "tram takes four", before: "she said the", after: "minutes")
    #expect(second.range(in: text).map { text[..<$0.lowerBound].count } == 41)
    let first = QuotedPassage(text: "tram takes  four", before: "The", after: ". Later")
    #expect(first.range(in: text).map { text[..<$0.lowerBound].count } == 4)
    #expect(QuotedPassage(text: "bus").range(in: text) == nil)
    #expect(QuotedPassage(text: "").range(in: text) == nil)
  }

  @Test func `Markdown means what the body means, and nothing else`() {
    let body = Body([
      .heading(level: 2, [Span("Bees & *bees*")]),
      .paragraph([
        Span("Said "), Span("loudly ", style: .bold), Span("[x]", link: "https://a.example/>b"),
      ]),
      .quote([.paragraph([Span("one")]), .paragraph([Span("two")])]),
      .list(.init(start: 3, items: [[.paragraph([Span("1. first")])], [.paragraph([Span("b")])]])),
      .code("a ``` b", language: "c++"),
      .table(
        .init(rows: [
          .init(isHeader: true, cells: [[Span("h|")], [Span("i")]]), .init(cells: [[Span("1")]]),
        ])),
    ])
    #expect(
      body.markdown == """
        ## Bees & \\*bees\\*

        Said **loudly** [\\[x\\]](<https://a.example/%3Eb>)

        > one
        >
        > two

        3. 1\\. first
        4. b

        ````c++
        a ``` b
        ````

        | h\\| | i |
        | --- | --- |
        | 1 |  |
        """)
  }

  @Test(arguments: ["folder:A/b", "is:due", "has:note has:quote", "folder:\"a b\" sort:due"])
  func `queries on bookmarks are written as they are read`(text: String) throws {
    #expect(try ArticleQuery(parsing: text).text() == text)
  }
}
