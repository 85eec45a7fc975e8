import Articles
import Screen
import Testing
import TextLayout

@testable import Reader

/// The reader for screen readers: text alone, and the cursor where the attention is.
@Suite struct PlainScreenTests {
  private static var plain: Typography {
    var typography = Typography()
    typography.isPlain = true
    return typography
  }

  private static func reader(columns: Int = 60, rows: Int = 14) -> Model {
    var reader = Model.showing(
      ["Tram line reopens", "Harbour bridge closed"], columns: columns, rows: rows)
    _ = reader.update(.typographyChosen(plain, marksLinks: nil))
    return reader
  }

  private static func isDrawing(_ frame: Frame) -> Bool {
    frame.text.unicodeScalars.contains { (0x2500...0x25FF).contains($0.value) || $0 == "★" }
  }

  @Test func `headlines say their state in words, the cursor stands on the selected one`() {
    var reader = Self.reader(columns: 160, rows: 45)
    #expect(reader.frame.rowText(1) == "Tram line reopens, unread, Daily Wire, 1 h, #city")
    #expect(reader.frame.cursor == Position(column: 0, row: 1))
    _ = reader.type("js")
    #expect(
      reader.frame.rowText(2)
        == "Harbour bridge closed, unread, bookmarked, Daily Wire, 2 h, #city")
    #expect(reader.frame.cursor == Position(column: 0, row: 2))
    #expect(!Self.isDrawing(reader.frame))
  }

  @Test func `one pane is shown at a time, panels take the whole screen`() {
    var reader = Self.reader(columns: 160, rows: 45)
    reader.answer(reader.type("<Enter>"))
    #expect(reader.frame.text.contains("SELIS: The harbour bridge is closed"))
    #expect(!reader.frame.text.contains("Harbour bridge closed, unread"))
    #expect(reader.frame.cursor == Position(column: 0, row: 1))
    #expect(!Self.isDrawing(reader.frame))
    _ = reader.type("?")
    #expect(reader.frame.rowText(0).hasPrefix("Keys. "))
    #expect(!Self.isDrawing(reader.frame))
  }

  @Test func `quotes, lists and tables of an article are words`() {
    let table = Body.Table(rows: [
      .init(isHeader: true, cells: [[Span("Line")], [Span("Fare")]]),
      .init(isHeader: false, cells: [[Span("North")], [Span("Two")]]),
    ])
    let article = ArticleSamples.article(
      "Counts",
      [
        .quote([ArticleSamples.text("We waited.")]), .rule,
        .list(Body.List(items: [[ArticleSamples.text("Every hour")]])), .table(table),
        .embed(kind: "video", url: "https://example.org/v", title: "The first tram"),
      ]
    ) { $0.head.isUnread = true }
    let lines = ArticleTypesetter.lines(
      of: article, columns: 60, now: ArticleSamples.now, zone: LocalZone(),
      typography: Self.plain
    ).map(\.string)
    for line in [
      "Quote: We waited.", "- Every hour", "Line: North", "Fare: Two",
      "Harbour Gazette, Updated 16 January 2026 (3 d ago), 2 min,", "unread",
    ] {
      #expect(lines.contains(line), "\(line) in \(lines)")
    }
    #expect(lines.contains { $0.hasPrefix("Video: The first tram") })
    #expect(!lines.joined().unicodeScalars.contains { (0x2500...0x25FF).contains($0.value) })
  }

  @Test func `settings that come later do not end what was asked for at the start`() {
    var reader = Model(
      size: Size(columns: 80, rows: 24), surroundings: Surroundings(typography: Self.plain))
    _ = reader.update(.typographyChosen(Typography(), marksLinks: nil))
    #expect(reader.isPlain)
  }
}
