import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct RefreshTests {
  private let first = Request(kind: .refresh, number: 1)

  private func many(_ count: Int) -> [String] { (1...count).map { "Report \($0)" } }

  private func asked(_ effects: [Effect]) -> [RefreshSelection] {
    effects.compactMap { if case .refresh(let selection, _) = $0 { selection } else { nil } }
  }

  @Test func `R fetches what is due, with a number everything`() {
    var reader = Model.showing(ListTests.titles, columns: 80, rows: 24)
    #expect(asked(reader.type("R")) == [.due])
    #expect(asked(reader.type("R")) == [])
    #expect(reader.status.text.contains("Already refreshing"))
    _ = reader.update(
      .refreshEnded(RefreshOutcome(progress: RefreshProgress(), feeds: 2), first))
    #expect(reader.status.text == "No feed is due yet · 3R fetches all")
    #expect(asked(reader.type("3R")) == [.all])
  }

  @Test func `the status line shows how far the refresh is, then what came of it`() {
    for columns in [30, 60, 80, 160] {
      var reader = Model.showing(ListTests.titles, columns: columns, rows: 24)
      _ = reader.type("R")
      let progress = RefreshProgress(done: 100, total: 200, new: 34, failed: 1)
      _ = reader.update(.refreshProgressed(progress, first))
      let row = reader.frame.rowText(23)
      #expect(row.contains("100/200 · 34 new · 1 failed") || columns == 30)
      if columns == 80 { #expect(row.contains("▕██████████          ▏ 100/200")) }
      _ = reader.type("j")
      #expect(reader.list.selection == 1)
      #expect(reader.frame.rowText(23).contains("100/200"))
      let outcome = RefreshOutcome(
        progress: RefreshProgress(done: 200, total: 200, new: 34, failed: 1), feeds: 200,
        problem: "https://selis.example: the server does not answer")
      _ = reader.update(.refreshEnded(outcome, first))
      #expect(reader.status.text == "200 feeds · 34 new · 1 failed (gf shows why)")
      #expect(reader.refreshing == nil)
    }
  }

  @Test func `^G ends a refresh from everywhere, Esc on the list`() {
    var reader = Model.showing(ListTests.titles, columns: 80, rows: 24)
    #expect(reader.type("^G").isEmpty)
    _ = reader.type("R")
    #expect(reader.type("<Esc>") == [.interruptRefresh])
    #expect(reader.type("^G") == [.interruptRefresh])
    _ = reader.type("gf")
    #expect(reader.type("^G") == [.interruptRefresh])
    let progress = RefreshProgress(done: 3, total: 9, new: 1)
    _ = reader.update(
      .refreshEnded(RefreshOutcome(progress: progress, feeds: 9, isInterrupted: true), first))
    #expect(reader.status.text == "Interrupted: 3/9 feeds · 1 new")
  }

  @Test func `a store that fails ends the refresh with its reason`() {
    var reader = Model.showing(ListTests.titles, columns: 80, rows: 24)
    _ = reader.type("R")
    _ = reader.update(.failed("store: the disk is full", first))
    #expect(reader.refreshing == nil)
    #expect(reader.status.text == "store: the disk is full")
    #expect(asked(reader.type("R")) == [.due])
  }

  @Test func `new articles between the rows on the screen wait until gg`() {
    let rows = Desk.headlines(many(60))
    func arrival(after index: Int, _ title: String) -> Headline {
      var row = rows[index]
      row.title = title
      row.id = ArticleID(rawValue: row.id.rawValue * 10 - 5)
      return row
    }
    var reader = spaced(rows)
    _ = reader.type("20j")
    let shown = reader.shownRows
    let picture = reader.frame.text
    let new = [
      arrival(after: 2, "Above"), arrival(after: shown.lowerBound + 1, "Between"),
      arrival(after: 50, "Below"),
    ]
    for case .loadHeadlines(_, _, _, let request) in reader.update(.storeChanged(now: Desk.now)) {
      _ = reader.update(.headlinesLoaded(HeadlinePage(rows: new), request))
    }
    #expect(reader.list.heldBack.count == 1)
    #expect(reader.list.rows.count == 62)
    let after = reader.frame.text.replacing(" 1 new ▲ gg", with: "")
    #expect(reader.frame.text.contains(" 1 new ▲ gg"))
    for line in picture.split(separator: "\n").dropFirst(2).prefix(6) {
      #expect(after.contains(line))
    }
    let effects = reader.type("gg")
    let isAsked = effects.contains {
      if case .loadHeadlines(_, .start, _, let request) = $0 {
        request.kind == .headlines
      } else {
        false
      }
    }
    #expect(isAsked)
  }

  /// A reader whose articles have ids ten apart.
  private func spaced(_ rows: [Headline]) -> Model {
    var reader = Model(size: Size(columns: 80, rows: 24))
    let rows = rows.map { row in
      var row = row
      row.id = ArticleID(rawValue: row.id.rawValue * 10)
      return row
    }
    for case .loadHeadlines(_, _, _, let request) in reader.update(.started(now: Desk.now)) {
      _ = reader.update(.headlinesLoaded(HeadlinePage(rows: rows), request))
    }
    return reader
  }

  @Test func `a click on the number of new articles goes to them`() {
    var reader = Model.showing(many(30), columns: 80, rows: 24)
    _ = reader.type("9j")
    for case .loadHeadlines(_, _, _, let request) in reader.update(.storeChanged(now: Desk.now)) {
      var new = reader.list.rows[0]
      new.id = ArticleID(rawValue: new.id.rawValue + 5)
      _ = reader.update(.headlinesLoaded(HeadlinePage(rows: [new] + reader.list.rows), request))
    }
    #expect(reader.frame.rowText(1).hasSuffix(" 1 new ▲ gg"))
    let click = MouseEvent(.press, at: Position(column: 74, row: 1))
    _ = reader.update(.input(.mouse(click), now: Desk.now))
    #expect(reader.list.selection == 0)
    #expect(!reader.frame.text.contains("new ▲"))
  }

  @Test func `rows are asked for once at a time while a refresh brings articles`() {
    var reader = Model.showing(many(30), columns: 80, rows: 24)
    _ = reader.update(.refreshEnded(RefreshOutcome(progress: RefreshProgress(), feeds: 0), first))
    _ = reader.type("R")
    for case .loadHeadlines(_, _, _, let request) in reader.update(.storeChanged(now: Desk.now)) {
      _ = reader.update(.headlinesLoaded(HeadlinePage(rows: reader.list.rows), request))
    }
    let effects = reader.update(
      .refreshProgressed(RefreshProgress(done: 1, total: 9, new: 5), first))
    #expect(effects.count == 2)
    #expect(effects.allSatisfy { if case .loadArticle = $0 { false } else { true } })
    let again = reader.update(
      .refreshProgressed(RefreshProgress(done: 2, total: 9, new: 9), first))
    #expect(again.isEmpty)
  }

  @Test func `only who asks for it is woken to refresh, and is told only of what is new`() {
    var reader = Model.showing(ListTests.titles, columns: 80, rows: 24)
    let quiet = RefreshOutcome(progress: RefreshProgress(), feeds: 2)
    _ = reader.type("R")
    let effects = reader.update(.refreshEnded(quiet, first))
    #expect(effects.allSatisfy { if case .wake = $0 { false } else { true } })
    _ = reader.type("j")
    #expect(asked(reader.update(.automaticRefresh(seconds: 1800))) == [.due])
    let second = Request(kind: .refresh, number: 2)
    let ended = reader.update(.refreshEnded(quiet, second))
    let wake = Request(kind: .automaticRefresh, number: 1)
    #expect(ended.contains(.wake(after: 1_800_000, wake)))
    #expect(reader.status.text.isEmpty)
    #expect(asked(reader.update(.woke(wake))) == [.due])
  }
}
