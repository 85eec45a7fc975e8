import Articles
import Screen
import Testing

@testable import Reader

@Suite struct ListTests {
  static let titles = ["Tram line reopens", "Harbour bridge closed", "Rovers win the cup"]

  private func many(_ count: Int) -> [String] { (1...count).map { "Report \($0)" } }

  @Test func `j and k move the cursor and stop at the ends`() {
    var reader = Model.showing(Self.titles, columns: 80, rows: 24)
    _ = reader.type("k")
    #expect(reader.list.selection == 0)
    _ = reader.type("jjjjj")
    #expect(reader.list.selection == 2)
    _ = reader.type("gg")
    #expect(reader.list.selection == 0)
    _ = reader.type("G")
    #expect(reader.list.selection == 2)
    _ = reader.type("2k")
    #expect(reader.list.selection == 0)
  }

  @Test func `the cursor is always in view, whatever the size`() {
    for rows in [5, 8, 12, 24, 45] {
      for columns in [20, 40, 60, 80, 100, 140] {
        var reader = Model.showing(many(80), columns: columns, rows: rows)
        for keys in ["j", "3j", "^D", "^F", "k", "^B", "G", "^U", "gg", "40j", "zt", "zz", "zb"] {
          _ = reader.type(keys)
          #expect(reader.isCursorShown, "\(columns)x\(rows) after \(keys)")
        }
      }
    }
  }

  @Test func `the end of the list stands at the bottom of its pane`() {
    var reader = Model.showing(many(60), columns: 140, rows: 40)
    _ = reader.type("G")
    let rows = reader.frame.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[33...38].contains { $0.contains("Daily Wire") })
  }

  @Test func `s marks the headline under the cursor and asks the store to keep it`() {
    var reader = Model.showing(Self.titles, columns: 80, rows: 24)
    let effects = reader.type("js").filter { if case .perform = $0 { true } else { false } }
    let id = reader.list.rows[1].id
    #expect(effects == [.perform(.setBookmark(true, [id]), Request(kind: .change, number: 1))])
    #expect(reader.list.rows[1].isBookmarked)
    #expect(reader.frame.rowText(2).contains("●★ Harbour bridge closed"))
    #expect(reader.counts.bookmarks == 1)
  }

  @Test func `a count before r names only articles that change`() {
    var reader = Model.showing(Self.titles, columns: 80, rows: 24)
    _ = reader.type("jrgg")
    let performed = reader.type("3r").compactMap { effect in
      if case .perform(let change, _) = effect { change } else { nil }
    }
    #expect(
      performed == [.setRead(true, [reader.list.rows[0].id, reader.list.rows[2].id])])
    #expect(reader.counts.unread == 0)
  }

  @Test func `Enter opens the article, marks it read and gives it the focus`() {
    var reader = Model.showing(Self.titles, columns: 80, rows: 24)
    let effects = reader.type("<Enter>")
    let id = reader.list.rows[0].id
    #expect(effects.contains(.perform(.setRead(true, [id]), Request(kind: .change, number: 1))))
    reader.answer(effects)
    #expect(reader.focus == .article)
    #expect(reader.articlePane.article?.id == id)
    #expect(!reader.list.rows[0].isUnread)
    #expect(reader.frame.text.contains("The harbour bridge is closed to lorries"))
    _ = reader.type("q")
    #expect(reader.focus == .headlines)
  }

  @Test func `Space goes on to the next unread article at the end of one`() {
    var reader = Model.showing(Self.titles, columns: 80, rows: 24)
    reader.answer(reader.type("<Space>"))
    for _ in 0..<20 where reader.list.selection == 0 { reader.answer(reader.type("<Space>")) }
    #expect(reader.list.selection == 1)
    #expect(reader.articlePane.article?.id == reader.list.rows[1].id)
    #expect(!reader.list.rows[1].isUnread)
  }

  @Test func `an answer to an older question is dropped`() {
    var reader = Model.showing(Self.titles, columns: 80, rows: 24)
    let old = reader.type("gu")
    _ = reader.type("ga")
    for case .loadHeadlines(_, _, _, let request) in old {
      _ = reader.update(.headlinesLoaded(HeadlinePage(), request))
    }
    #expect(reader.list.rows.count == 3)
  }

  @Test func `more rows are asked for before the cursor reaches the last one`() {
    var reader = Model.showing(many(100), columns: 80, rows: 24, hasAfter: true)
    let asked = reader.type("60j").compactMap { effect -> PageAnchor? in
      if case .loadHeadlines(_, let anchor, _, _) = effect { anchor } else { nil }
    }
    #expect(asked == [.after(reader.list.rows[99].id)])
    #expect(reader.type("j").allSatisfy { if case .loadHeadlines = $0 { false } else { true } })
  }

  @Test func `a failed page is asked for again`() {
    var reader = Model.showing(many(100), columns: 80, rows: 24, hasAfter: true)
    for case .loadHeadlines(_, _, _, let request) in reader.type("60j") {
      _ = reader.update(.failed("store: busy", request))
    }
    let again = reader.type("j").contains {
      if case .loadHeadlines(_, .after, _, _) = $0 { true } else { false }
    }
    #expect(again)
    #expect(reader.frame.rowText(23).contains("store: busy") == false)
  }

  @Test func `new articles are announced and nothing moves; gg goes to them`() {
    var reader = Model.showing(many(30), columns: 80, rows: 24)
    _ = reader.type("5j")
    let before = reader.list.selected
    let picture = reader.frame.rowText(3)
    for case .loadHeadlines(_, _, _, let request) in reader.update(.storeChanged(now: Desk.now)) {
      var rows = reader.list.rows
      var new = rows[0]
      new.id = ArticleID(rawValue: new.id.rawValue + 5)
      new.title = "Something new"
      rows.insert(new, at: 0)
      _ = reader.update(.headlinesLoaded(HeadlinePage(rows: rows), request))
    }
    #expect(reader.list.selected == before)
    #expect(reader.frame.rowText(3) == picture)
    #expect(reader.frame.text.contains("1 new ▲"))
    _ = reader.type("gg")
    #expect(reader.list.selected?.title == "Something new")
    #expect(!reader.frame.text.contains("1 new ▲"))
  }

  @Test func `day separators say where another day begins`() {
    let reader = Model.showing(many(6), columns: 80, rows: 24, hours: 8)
    let text = reader.frame.text
    #expect(text.contains("─ Yesterday ─"))
    #expect(text.contains("─ Saturday 21 Nov ─"))
    #expect(!text.contains("─ Today ─"))
  }

  @Test func `[d goes to the first article of the day above`() {
    var reader = Model.showing(many(9), columns: 80, rows: 24, hours: 8)
    _ = reader.type("6j")
    _ = reader.type("[d")
    #expect(reader.list.selection == 1)
    _ = reader.type("]d")
    #expect(reader.list.selection == 4)
  }
}

extension Model {
  /// Whether the row under the cursor stands on the screen.
  var isCursorShown: Bool {
    guard layout.list != nil else { return true }
    let mark = list.selected?.title ?? ""
    return frame.text.split(separator: "\n").contains { $0.contains(mark) || $0.contains("▎") }
  }
}
