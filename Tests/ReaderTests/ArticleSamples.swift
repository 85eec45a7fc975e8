import Articles
import FoundationEssentials
import Screen

@testable import Reader

/// Articles of our own writing that the tests of the article pane set.
enum ArticleSamples {
  static let now = Date(timeIntervalSince1970: 1_768_780_800)  // 19 January 2026

  static func article(
    _ title: String = "Tram line seven reopens", _ blocks: [Body.Block] = [],
    link: String? = nil, language: String? = nil, edit: (inout Article) -> Void = { _ in }
  ) -> Article {
    var draft = ArticleDraft(title: title, source: "Harbour Gazette", body: Body(blocks))
    draft.language = language
    let day = Date(timeIntervalSince1970: 1_768_521_600)  // 16 January 2026
    let head = Headline(
      id: ArticleID(rawValue: 7), title: title, source: "Harbour Gazette", published: day,
      updated: day, fetched: day, link: link, words: 460)
    var article = Article(head: head, draft: draft)
    edit(&article)
    return article
  }

  static func text(_ words: String) -> Body.Block { .paragraph([Span(words)]) }

  /// A saved news page with everything that stands around a body.
  static let tram = article(
    "Tram line seven reopens after two winters of work on the harbour bridge",
    [
      .paragraph([
        Span("LISBOA: Tram line seven carried its first passengers across the harbour bridge on "),
        Span("Friday", style: .bold),
        Span(" — two winters after the "),
        Span("city council", link: "https://council.example/trams"),
        Span(" closed it for repairs."),
      ]),
      text("“We kept the old rails where we could,” engineer Inês Prado said at the opening."),
    ], link: "https://gazette.example/trams/7"
  ) {
    $0.head.topics = ["transport", "harbour bridge"]
    $0.head.authors = ["Ana Reis", "Tomás Vale"]
    $0.dateline = "Lisboa"
    $0.highlights = ["The bridge carries two tracks again", "Night trams follow in spring"]
    $0.picture = Picture(caption: "The first tram on the bridge.", credit: "Vale/File")
  }

  /// A long article of numbered sentences.
  static func long(paragraphs: Int, words: Int) -> Article {
    let vocabulary = [
      "harbour", "council", "bridge", "a", "the", "reopened", "engineers", "of", "in", "winter",
      "passengers", "municipality", "rail", "and", "tram", "über", "naïve", "“quoted”",
    ]
    var seed = UInt64(17)
    let blocks = (0..<paragraphs).map { _ in
      let sentence = (0..<words).map { _ in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return vocabulary[Int(seed >> 33) % vocabulary.count]
      }
      return text(sentence.joined(separator: " ") + ".")
    }
    return article("A long report", blocks)
  }

  static func quote(depth: Int) -> Body.Block {
    var block = text("The innermost words of the quotation stand here.")
    for _ in 0..<depth { block = .quote([block]) }
    return block
  }

  static func table(columns: Int, rows: Int) -> Body.Block {
    .table(
      Body.Table(
        rows: (0...rows).map { row in
          .init(
            isHeader: row == 0,
            cells: (0..<columns).map { [Span(row == 0 ? "Column \($0)" : "\(row)·\($0)")] })
        }))
  }

  /// Bodies that nobody writes and that must not hurt.
  static var hostile: [Article] {
    let links = (0..<10_000).map { Span("w\($0) ", link: "https://example.org/\($0)") }
    let list = (0..<64).reduce(text("deep")) { inner, _ in
      .list(Body.List(start: .max, isReversed: true, items: [[inner], [], [inner]].prefix(2) + []))
    }
    return [
      article("", []), article("Nested", [quote(depth: 64), quote(depth: 200)]),
      article("Wide", [table(columns: 200, rows: 3), table(columns: 0, rows: 2)]),
      article("Links", [.paragraph(links)]),
      article("Word", [text(String(repeating: "x", count: 1_000_000))]),
      article("Marks", [text("e" + String(repeating: "\u{301}", count: 50_000))]),
      article("Lists", [list]),
      article("Code", [.code(String(repeating: "\t漢字\u{1B}[31m", count: 3_000), language: nil)]),
      article("Breaks", [text(String(repeating: "\n", count: 5_000))]),
      article("空", [text(String(repeating: "漢字かな", count: 4_000))]),
    ]
  }
}

extension ArticlePane {
  /// A pane that shows an article.
  static func showing(_ article: Article, columns: Int, rows: Int) -> ArticlePane {
    var pane = ArticlePane()
    pane.resize(columns: columns, rows: rows)
    pane.show(article, now: ArticleSamples.now, zone: LocalZone())
    return pane
  }

  /// What the pane draws.
  var picture: String {
    var frame = Frame(size: Size(columns: columns, rows: rows))
    draw(in: Rect(column: 0, row: 0, columns: columns, rows: rows), on: &frame)
    return frame.text
  }
}
