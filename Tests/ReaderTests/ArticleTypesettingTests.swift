import Articles
import FoundationEssentials
import Screen
import Testing
import TextLayout

@testable import Reader

@Suite struct ArticleTypesettingTests {
  @Test func `the arrow from a note back into the text is left out`() {
    var draft = ArticleDraft(title: "Notes", source: "Post")
    draft.body = Body([
      .paragraph([Span("A note. "), Span("↩\u{FE0E}", link: "https://a.example/p#r")]),
      .paragraph([Span("^", link: "https://a.example/p#x"), Span(" b^c ↩ d")]),
      .paragraph([Span("⤴")]), .paragraph([Span("^", link: "https://a.example/up")]),
    ])
    let head = Desk.headlines(["Notes"])[0]
    let outline = ArticleOutline(Article(head: head, draft: draft))
    let texts = outline.passages.compactMap { passage -> String? in
      guard case .text(let spans, _) = passage.content else { return nil }
      return spans.map(\.text).joined()
    }
    #expect(texts.contains("A note. ") && texts.contains(" b^c ↩ d") && texts.contains("^"))
    #expect(!texts.contains { $0.contains("⤴") })
    #expect(outline.links.map(\.address) == ["https://a.example/up"])
  }

  @Test func `a news page is set with everything that stands around its body`() {
    let pane = ArticlePane.showing(ArticleSamples.tram, columns: 64, rows: 26)
    #expect(
      pane.picture == """
          #transport #harbour bridge

          Tram line seven reopens after two
          winters of work on the harbour bridge

          By Ana Reis and Tomás Vale · Harbour Gazette ·
          Updated 16 January 2026 (3 d ago) · 2 min

          The first tram on the bridge. (Vale/File)

          • The bridge carries two tracks again
          • Night trams follow in spring

          LISBOA: Tram line seven carried its first passengers across
          the harbour bridge on Friday — two winters after the city
          council[1] closed it for repairs.

          “We kept the old rails where we could,” engineer Inês Prado
          said at the opening.

                              ────────────────────

          Source: https://gazette.example/trams/7[2]

          Links
          [1] city council — https://council.example/trams
        """)
  }

  @Test func `blocks of every kind keep their shape in a narrow pane`() {
    let pane = ArticlePane.showing(
      ArticleSamples.article("Blocks", Self.blocks), columns: 46, rows: 24)
    var scrolled = pane
    scrolled.scroll(by: 5)
    let rows = scrolled.picture.replacing("▐", with: " ").split(separator: "\n").map(Self.trimmed)
    #expect(
      rows.filter { !$0.isEmpty }.dropLast() == [
        "  What the tram costs",
        "  │ The outer words, long enough to need a",
        "  │ second line here.",
        "  │",
        "  │ │ The inner words.",
        "   9. Nine",
        "  10. Ten and a longer text that wraps over",
        "      the line",
        "      ◦ inner",
        "  Tram",
        "      A train in a street.",
        "    func a() {",
        "        return 1 // a comment that is much ›",
        "    }",
        "  Water is H₂O, x², e^(iπ), 漢(かん), “so",
        "  on”",
      ])
  }

  @Test func `settings number the lines of code and draw lines out to the measure`() {
    var typography = Typography()
    typography.numbersCode = true
    typography.isJustified = true
    typography.measure = 34
    let code = (1...66).map { "line \($0)" }.joined(separator: "\n")
    let words = "The harbour office of a small town counts its ferries by hand, every day anew."
    let article = ArticleSamples.article(
      "Counts", [ArticleSamples.text(words), .code(code, language: nil)])
    let lines = ArticleTypesetter.lines(
      of: article, columns: 80, now: ArticleSamples.now, zone: LocalZone(), typography: typography
    ).map(\.string)
    #expect(lines.contains(" 9  line 9") && lines.contains("66  line 66"))
    let start = lines.firstIndex { $0.hasPrefix("The") } ?? 0
    let paragraph = lines[start...].prefix { !$0.isEmpty }
    #expect(paragraph.dropLast().allSatisfy { $0.count == 34 }, "\(paragraph)")
    #expect(paragraph.joined(separator: " ").split(separator: " ").joined(separator: " ") == words)
  }

  @Test func `numbers stand at the right of their column; words are not torn to fit a table`() {
    func set(_ columns: Int, _ rows: [[String]]) -> [String] {
      let rows = rows.enumerated().map { index, cells in
        Body.Table.Row(isHeader: index == 0, cells: cells.map { [Span($0)] })
      }
      let lines = ArticleTypesetter.lines(
        of: ArticleSamples.article("Fares", [.table(Body.Table(rows: rows))]), columns: columns,
        now: ArticleSamples.now, zone: LocalZone()
      ).map(\.string)
      return Array(
        lines.dropFirst().drop { !$0.hasPrefix(rows[0].cells[0].plainText) }.prefix { !$0.isEmpty })
    }
    let fares = [
      ["Zone", "Passengers", "Fare"], ["A", "1,204", "−4.50 €"], ["B", "—", "12.00 €"],
      ["A and B", "12,003", ""],
    ]
    #expect(
      set(76, fares) == [
        "Zone    │ Passengers │    Fare", "────────┼────────────┼────────",
        "A       │      1,204 │ −4.50 €", "B       │          — │ 12.00 €",
        "A and B │     12,003 │",
      ])
    #expect(
      set(26, fares).prefix(4) == ["Zone: A", "Passengers: 1,204", "Fare: −4.50 €", "────────────"])
    let address = "https://gazette.example/a/long/address/of/a/page.html"
    #expect(
      set(40, [["Page", "Address"], ["One", address]]).allSatisfy {
        $0.contains("│") || $0.contains("┼")
      })
  }

  @Test func `lists count in letters and digits, terms share a description, notes keep their mark`()
  {
    let blocks: [Body.Block] = [
      .list(
        Body.List(
          start: 7, numbering: .lowerRoman,
          items: [[ArticleSamples.text("seven")], [ArticleSamples.text("eight")]])),
      .definitions([
        .init(term: [Span("CPI")], description: []),
        .init(term: [Span("PPI")], description: [ArticleSamples.text("Prices")]),
      ]),
      .paragraph([Span("A note"), Span("[12]", style: .superscript)]),
      .figure(Picture(url: "https://a.example/a.png", alternative: "A map of the line")),
      .quote([ArticleSamples.text("One."), ArticleSamples.text("Two.")]),
    ]
    let lines = ArticleTypesetter.lines(
      of: ArticleSamples.article("Marks", blocks), columns: 60, now: ArticleSamples.now,
      zone: LocalZone()
    ).map(\.string)
    let start = lines.firstIndex(of: " vii. seven") ?? 0
    #expect(
      lines[start...].prefix(14) == [
        " vii. seven", "viii. eight", "", "CPI", "PPI", "    Prices", "", "A note¹²", "",
        "Picture[1]: A map of the line", "", "│ One.", "│", "│ Two.",
      ])
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  private static let blocks: [Body.Block] = [
    .heading(level: 2, [Span("What the tram costs")]),
    .quote([
      ArticleSamples.text("The outer words, long enough to need a second line here."),
      .quote([ArticleSamples.text("The inner words.")]),
    ]),
    .list(
      .init(
        start: 9,
        items: [
          [ArticleSamples.text("Nine")],
          [
            ArticleSamples.text("Ten and a longer text that wraps over the line"),
            .list(.init(items: [[ArticleSamples.text("inner")]])),
          ],
        ])),
    .definitions([
      .init(term: [Span("Tram")], description: [ArticleSamples.text("A train in a street.")])
    ]),
    .code(
      "func a() {\n\treturn 1 // a comment that is much longer than the pane is wide\n}",
      language: nil),
    .paragraph([
      Span("Water is H"), Span("2", style: .subscript), Span("O, x"),
      Span("2", style: .superscript), Span(", e"), Span("iπ", style: .superscript),
      Span(", 漢"), Span("かん", style: .annotation), Span(", "), Span("so on", style: .quotation),
    ]),
  ]

  /// The lines of a body, without what stands around it.
  private func body(_ blocks: [Body.Block], columns: Int) -> [String] {
    let outline = ArticleOutline(ArticleSamples.article("T", blocks))
    var typesetter = ArticleTypesetter(
      columns: columns, now: ArticleSamples.now, zone: LocalZone())
    return outline.passages.filter { $0.paragraph > 0 }.flatMap {
      typesetter.lines(of: $0, in: outline).map { Self.trimmed($0.text.string[...]) }
    }
  }

  private static let fares = Body.Block.table(
    .init(
      rows: [
        .init(isHeader: true, cells: [[Span("Zone")], [Span("Ticket")], [Span("Valid")]]),
        .init(cells: [[Span("A")], [Span("2 euro")], [Span("In the inner city and on ferries")]]),
        .init(cells: [[Span("B")], [Span("3 euro")], [Span("Everywhere")]]),
      ]))

  @Test func `a table is fitted to the pane and becomes cards where it cannot be`() {
    #expect(
      body([Self.fares], columns: 34) == [
        "", "Zone │ Ticket │ Valid",
        "─────┼────────┼───────────────────",
        "A    │ 2 euro │ In the inner city",
        "     │        │ and on ferries",
        "B    │ 3 euro │ Everywhere",
      ])
    #expect(
      body([Self.fares], columns: 18) == [
        "", "Zone: A", "Ticket: 2 euro", "Valid: In the", "inner city and on", "ferries",
        "────────────", "Zone: B", "Ticket: 3 euro", "Valid: Everywhere", "────────────",
      ])
  }

  @Test func `a text that runs to the left stands at the right`() {
    let hebrew = body(
      [.quote([ArticleSamples.text("דברי המהנדס")]), ArticleSamples.text("Latin")], columns: 20)
    #expect(hebrew == ["", "       סדנהמה ירבד │", "", "Latin"])
  }

  @Test func `dashes and guillemets do not stand alone at an end of a line`() {
    #expect(Binding.bound("a — b – c - d") == "a\u{A0}— b\u{A0}– c - d")
    #expect(Binding.bound("« oui » dit-il !") == "«\u{A0}oui\u{A0}» dit-il\u{A0}!")
    #expect(Binding.bound("— Oui.") == "—\u{A0}Oui.")
    #expect(Binding.bound("nothing: here") == "nothing: here")
  }

  @Test func `the byline tells both days when an article was changed later`() {
    var head = ArticleSamples.tram.head
    head.authors = []
    head.updated = Date(timeIntervalSince1970: 1_768_773_600)
    #expect(
      ArticleDates.byline(head, now: ArticleSamples.now, zone: LocalZone()).map {
        Catalogue.english.text($0)
      } == [
        "Harbour Gazette", "16 January 2026", "Updated 18 January 2026, 22:00 (2 h ago)", "2 min",
      ])
  }

  @Test func `plain lines are never wider than asked, and narrow widths never trap`() {
    let samples = [ArticleSamples.tram, ArticleSamples.article("Blocks", Self.blocks)]
    for article in samples {
      for columns in -1...40 {
        let lines = ArticleTypesetter.lines(
          of: article, columns: columns, now: ArticleSamples.now, zone: LocalZone())
        #expect(!lines.isEmpty)
        for line in lines where columns >= 30 && !line.string.contains("return") {
          #expect(line.columns <= columns)
        }
      }
    }
  }

  @Test func `hostile bodies are drawn, scrolled and searched at every narrow width`() {
    for article in ArticleSamples.hostile {
      for columns in [0, 1, 2, 3, 5, 8, 13, 20, 80] {
        var pane = ArticlePane.showing(article, columns: columns, rows: 6)
        #expect(pane.picture.split(separator: "\n", omittingEmptySubsequences: false).count >= 1)
        pane.scroll(pages: 3)
        pane.toEnd()
        #expect(pane.isAtEnd)
        pane.find("xx")
        pane.endFind()
        pane.showHints()
        _ = pane.picture
        pane.toStart()
        #expect(pane.isAtStart)
      }
    }
  }
}
