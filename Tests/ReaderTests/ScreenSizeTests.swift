import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct ScreenSizeTests {
  @Test func `a wide screen has three columns`() {
    var reader = Model.showing(ListTests.titles, columns: 160, rows: 45)
    reader.answer(reader.type("<Enter>"), related: related)
    let rows = (0..<45).map(reader.frame.rowText)
    #expect(rows[0].hasPrefix(" Broadsheet  All"))
    #expect(rows[0].hasSuffix("3 articles · 2 unread · 0 ★    Mon 23 Nov 15:31"))
    #expect(rows[1].contains("Tram line reopens"))
    #expect(rows.contains { $0.contains("│") && $0.contains("│ THE SAME STORY") })
    #expect(rows.contains { $0.contains("SELIS: The harbour bridge is closed") })
  }

  @Test func `80 by 24 has the list above, the article below, and a strip`() {
    var reader = Model.showing(ListTests.titles, columns: 80, rows: 24)
    reader.answer(reader.type("<Enter>"), related: related)
    #expect(
      reader.frame.rowText(1)
        == "▎   Tram line reopens                                          Daily Wire · 1 h")
    #expect(reader.frame.rowText(2).hasPrefix(" ●  Harbour bridge closed"))
    #expect(reader.frame.text.contains("THE SAME STORY  1/1"))
  }

  @Test func `40 by 12 shows one pane at a time`() {
    var reader = Model.showing(ListTests.titles, columns: 40, rows: 12)
    #expect(reader.frame.rowText(1).hasPrefix("▎●  Tram line reopens"))
    #expect(!reader.frame.text.contains("Cables are checked"))
    reader.answer(reader.type("<Enter>"))
    #expect(reader.frame.text.contains("Cables are checked"))
    #expect(!reader.frame.text.contains("Rovers win the cup"))
  }

  private var related: [RelatedArticle] {
    var head = Desk.headlines(["Bridge closure slows lorries"])[0]
    head.id = ArticleID(rawValue: 5)
    return [RelatedArticle(headline: head, score: 0.5, relation: .sameStory, shared: ["bridge"])]
  }

  @Test func `every size is drawn, with every pane in focus`() {
    var reader = Model.showing((1...40).map { "Report \($0)" }, columns: 80, rows: 24)
    reader.answer(reader.type("<Enter>"), related: related)
    let sizes = Array(0...24) + stride(from: 30, through: 140, by: 11)
    for focus in ["", "<Tab>", "<Tab>", "Z", "Z", "^Wo", "?", "<Esc>", "t", "<Esc>", ":"] {
      _ = reader.type(focus)
      for columns in sizes {
        for rows in sizes where rows <= 60 {
          let size = Size(columns: columns, rows: rows)
          _ = reader.update(.input(.resized(size), now: Desk.now))
          #expect(reader.frame.size == size)
        }
      }
    }
  }

  @Test(arguments: 1...8) func `no keys break the reader`(seed: Int) {
    var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }
    let keys: [Key] =
      "jkgGqhlrsStTfFnNuzZJKAo;y+-x/?:.[]dub0123456789 <>=iIHL".map { .character($0) } + [
        .enter, .escape, .tab, .backTab, .backspace, .up, .down, .pageUp, .pageDown, .home, .end,
        .control("d"), .control("u"), .control("f"), .control("b"), .control("r"), .control("w"),
      ]
    var reader = Model.showing((1...60).map { "Report \($0)" }, columns: 100, rows: 30)
    for step in 0..<2000 {
      let effects = reader.update(.input(.key(keys[next(keys.count)]), now: Desk.now))
      if next(3) > 0 { reader.answer(effects) }
      if step % 97 == 0 {
        let size = Size(columns: next(150), rows: next(60))
        _ = reader.update(.input(.resized(size), now: Desk.now))
      }
      #expect(reader.list.rows.isEmpty || reader.list.rows.indices.contains(reader.list.selection))
      #expect(reader.frame.size == reader.size, "seed \(seed), step \(step)")
    }
  }

  @Test func `the wheel scrolls what is under it and a second click opens`() {
    var reader = Model.showing((1...40).map { "Report \($0)" }, columns: 100, rows: 30)
    func mouse(_ action: MouseEvent.Action, _ column: Int, _ row: Int) -> [Effect] {
      let event = MouseEvent(action, at: Position(column: column, row: row))
      return reader.update(.input(.mouse(event), now: Desk.now))
    }
    _ = mouse(.wheelDown, 3, 3)
    #expect(reader.list.selection == 1)
    _ = mouse(.press, 5, 9)
    #expect(reader.list.selection == 2)
    reader.answer(mouse(.press, 5, 9))
    #expect(reader.focus == .article)
    _ = mouse(.press, 500, 500)
    #expect(reader.focus == .article)
  }
}
