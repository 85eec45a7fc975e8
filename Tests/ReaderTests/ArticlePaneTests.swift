import Articles
import FoundationEssentials
import Screen
import Testing
import TextLayout

@testable import Reader

@Suite struct ArticlePaneTests {
  @Test func `the place survives any change of width and comes back to the same line`() {
    let article = ArticleSamples.long(paragraphs: 40, words: 90)
    var seed = UInt64(20_261_123)
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for _ in 0..<60 {
      let columns = 8 + random(120)
      var pane = ArticlePane.showing(article, columns: columns, rows: 20)
      pane.scroll(by: random(150))
      let (anchor, top) = (pane.anchor, pane.top)
      for _ in 0..<3 {
        pane.resize(columns: 4 + random(150), rows: 3 + random(40))
        #expect(pane.anchor == anchor, "seed 20261123")
      }
      pane.resize(columns: columns, rows: 20)
      #expect(pane.top == top, "seed 20261123")
      var again = ArticlePane()
      again.resize(columns: columns, rows: 20)
      again.show(article, at: anchor, now: ArticleSamples.now, zone: LocalZone())
      #expect(again.picture == pane.picture, "seed 20261123")
    }
  }

  @Test func `scrolling down and up by any steps ends where it began`() {
    var pane = ArticlePane.showing(
      ArticleSamples.long(paragraphs: 20, words: 60), columns: 50, rows: 12)
    let start = pane.picture
    for step in 1...30 { pane.scroll(by: step) }
    #expect(!pane.isAtStart)
    pane.scroll(by: .min)
    #expect(pane.picture == start)
    pane.scroll(by: .max)
    #expect(pane.isAtEnd)
    #expect(pane.progress == "¶ 20/20 · 100%")
    pane.toStart()
    #expect(pane.isAtStart)
    pane.scroll(pages: 1)
    pane.scroll(pages: -1)
    #expect(pane.picture == start)
  }

  @Test func `find marks every hit, also one that is broken over two lines`() {
    var pane = ArticlePane.showing(ArticleSamples.tram, columns: 64, rows: 8)
    pane.find("CITY COUNCIL")
    #expect(pane.findCount == "0/0")
    pane.find("city council")
    #expect(pane.findCount == "1/2")
    let lines = pane.visibleLines
    let hit = pane.search?.hits.first
    let marked = lines.flatMap { place, line in
      place.passage == hit?.passage ? line.columns(of: hit?.bytes ?? 0..<0) : []
    }
    #expect(marked.count == 2)
    #expect(marked.map(\.count) == [4, 7])
    pane.nextHit()
    #expect(pane.findCount == "2/2")
    pane.nextHit()
    #expect(pane.findCount == "1/2")
    pane.previousHit()
    #expect(pane.findCount == "2/2")
    pane.endFind()
    #expect(!pane.isFinding)
  }

  @Test func `find looks through accents, quotation marks and no-break spaces`() {
    var pane = ArticlePane.showing(ArticleSamples.tram, columns: 64, rows: 8)
    for (typed, count) in [
      ("ines prado", "1/1"), ("tomas", "1/1"), ("\"we kept", "1/1"), ("friday - two", "1/1"),
      ("Ines", "1/1"), ("INES", "0/0"), ("council closed", "1/1"), ("[1]", "0/0"),
    ] {
      pane.find(typed)
      #expect(pane.findCount == count, "\(typed)")
    }
    pane.cancelFind()
    #expect(pane.isAtStart)
  }

  @Test func `letters on the visible links choose one`() {
    var pane = ArticlePane.showing(ArticleSamples.tram, columns: 64, rows: 40)
    let shown = pane.showHints()
    #expect(shown)
    #expect(pane.picture.contains("fity"))
    #expect(pane.typeHint("q") == .none)
    #expect(!pane.isHinting)
    pane.showHints()
    #expect(pane.typeHint("j") == .link(pane.links[1]))
    #expect(pane.links[1].address == "https://gazette.example/trams/7")
    var many = ArticlePane.showing(ArticleSamples.hostile[3], columns: 80, rows: 40)
    many.showHints()
    #expect(many.typeHint("f") == .unfinished)
    #expect(many.typeHint("j") == .link(many.links[1]))
  }

  @Test func `a cell of the pane knows its link`() {
    let pane = ArticlePane.showing(ArticleSamples.tram, columns: 64, rows: 40)
    let row = pane.visibleLines.firstIndex { $0.line.text.string.hasPrefix("council[1]") } ?? 0
    #expect(pane.link(atColumn: 2, row: row)?.number == 1)
    #expect(pane.link(atColumn: 30, row: row) == nil)
    #expect(pane.link(atColumn: 2, row: 999) == nil)
  }

  @Test func `texts to copy carry their source`() {
    var pane = ArticlePane.showing(ArticleSamples.tram, columns: 64, rows: 12)
    let title = ArticleSamples.tram.head.title
    #expect(pane.copy(.address) == "https://gazette.example/trams/7")
    #expect(pane.copy(.title) == title)
    #expect(pane.copy(.markdown) == "[\(title)](https://gazette.example/trams/7)")
    pane.find("ines")
    #expect(
      pane.copy(.quotation) == """
        “‘We kept the old rails where we could,’ engineer Inês Prado said at the opening.”
        — Harbour Gazette, “\(title)”, 16 January 2026
        https://gazette.example/trams/7
        """)
  }

  @Test func `code moves sideways and shows that it goes on`() {
    let code = Body.Block.code("0123456789012345678901234567890123456789", language: nil)
    var pane = ArticlePane.showing(ArticleSamples.article("C", [code]), columns: 24, rows: 20)
    func shown(_ pane: ArticlePane) -> String? {
      pane.picture.split(separator: "\n").first { $0.contains("5678") }.map(String.init)
    }
    #expect(shown(pane) == " 012345678901234567890›")
    pane.scroll(sideways: 8)
    #expect(shown(pane) == " ‹90123456789012345678›")
    pane.scroll(sideways: .max)
    #expect(shown(pane) == " ‹901234567890123456789")
    pane.scroll(sideways: .min)
    #expect(shown(pane) == " 012345678901234567890›")
  }

  @Test func `going back returns to the article and the line that were left`() {
    var history = ReadingHistory()
    let first = ReadingPlace(
      article: ArticleID(rawValue: 1), anchor: ArticleAnchor(passage: 4, offset: 120))
    let second = ReadingPlace(article: ArticleID(rawValue: 2))
    history.leave(first)
    #expect(history.back(from: second) == first)
    #expect(history.back(from: first) == nil)
    #expect(history.forward(from: first) == second)
    #expect(history.hasBehind && !history.hasAhead)
  }

  @Test func `a newer state of the article keeps the place and the search`() {
    var pane = ArticlePane.showing(
      ArticleSamples.long(paragraphs: 12, words: 60), columns: 40, rows: 10)
    pane.find("winter")
    pane.nextHit()
    let (anchor, count) = (pane.anchor, pane.findCount)
    var changed = ArticleSamples.long(paragraphs: 12, words: 60)
    changed.head.topics = ["harbour"]
    pane.update(changed, now: ArticleSamples.now)
    #expect(pane.anchor == anchor)
    #expect(pane.findCount.split(separator: "/").last == count.split(separator: "/").last)
  }
}
