import Articles
import Screen
import Testing
import TextLayout

@testable import Reader

/// Articles that run to the left, of our own writing.
@Suite struct RightToLeftTests {
  private static func pane(
    _ blocks: [Body.Block], columns: Int, rows: Int = 12, ordersText: Bool = true
  ) -> ArticlePane {
    var pane = ArticlePane()
    var typography = Typography()
    typography.ordersText = ordersText
    pane.use(typography)
    pane.resize(columns: columns, rows: rows)
    pane.show(
      ArticleSamples.article("T", blocks), at: ArticleAnchor(passage: 0), now: ArticleSamples.now,
      zone: LocalZone())
    return pane
  }

  private static func rows(_ pane: ArticlePane) -> [Substring] {
    pane.picture.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  @Test func `a paragraph stands at the right and is drawn in its visual order`() {
    let text = "הרכבת (קו 7) חזרה ביום שישי אל הגשר."
    var typesetter = ArticleTypesetter(columns: 22, now: ArticleSamples.now, zone: LocalZone())
    let outline = ArticleOutline(ArticleSamples.article("T", [ArticleSamples.text(text)]))
    let set = typesetter.lines(of: outline.passages[outline.bodyStart], in: outline)
      .filter { $0.start >= 0 }
    #expect(set.allSatisfy { $0.columns == 22 })
    #expect(set.first?.text.string.hasSuffix("תבכרה") == true)
    #expect(set.first?.text.string.contains("(7 וק)") == true)
  }

  @Test func `bars of quotes and bullets of lists stand at the right`() {
    let quote = Body.Block.quote([ArticleSamples.text("שלום לכולם")])
    let list = Body.Block.list(Body.List(items: [[ArticleSamples.text("פריט")]]))
    var typesetter = ArticleTypesetter(columns: 20, now: ArticleSamples.now, zone: LocalZone())
    let outline = ArticleOutline(ArticleSamples.article("T", [quote, list]))
    let lines = outline.passages[outline.bodyStart..<outline.bodyStart + 2].flatMap {
      typesetter.lines(of: $0, in: outline)
    }.map { Self.trimmed($0.text.string) }.filter { !$0.isEmpty }
    #expect(lines == ["        םלוכל םולש │", "              טירפ •"])
  }

  @Test func `a hit is marked where its letters are drawn`() {
    var pane = Self.pane([ArticleSamples.text("שלום לכולם world")], columns: 30)
    pane.find("לכולם")
    var frame = Frame(size: Size(columns: 30, rows: 12))
    pane.draw(in: Rect(column: 0, row: 0, columns: 30, rows: 12), on: &frame)
    var marked = ""
    for row in 0..<12 {
      for run in frame.runs(row: row) where run.look.role == .currentHit { marked += run.text }
    }
    #expect(marked == "םלוכל")
  }

  @Test func `a terminal that orders text gets it as it is read`() {
    let pane = Self.pane([ArticleSamples.text("שלום לכולם")], columns: 30, ordersText: false)
    #expect(pane.picture.contains("שלום לכולם"))
    #expect(
      Self.pane([ArticleSamples.text("שלום לכולם")], columns: 30).picture.contains("םלוכל םולש"))
  }

  @Test func `a table runs to the left when its first row does`() {
    let table = Body.Table(rows: [
      .init(isHeader: true, cells: [[Span("עיר")], [Span("Count")]]),
      .init(cells: [[Span("חיפה")], [Span("12")]]),
    ])
    var typesetter = ArticleTypesetter(columns: 30, now: ArticleSamples.now, zone: LocalZone())
    let outline = ArticleOutline(ArticleSamples.article("T", [.table(table)]))
    let lines = outline.passages[outline.bodyStart..<outline.bodyStart + 2].flatMap {
      typesetter.lines(of: $0, in: outline)
    }.map(\.text.string).filter { !$0.isEmpty }
    #expect(
      lines == [
        "                  Count │  ריע", "                  ──────┼─────",
        "                  12    │ הפיח",
      ])
  }
}
