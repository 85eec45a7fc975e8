import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

/// Hiding more than an article, what was read before, time read, the layouts.
@Suite struct HidingTests {
  @Test func `D offers the article, its story, its source, words and topics to hide`() {
    var model = Model.showing(["The harbour bridge is shut, again"], columns: 100, rows: 30)
    let effects = model.type("D")
    guard case .loadMutings(let request)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    _ = model.update(.mutingsLoaded([Muting(name: "word: cup", query: "title:cup")], request))
    let text = model.frame.text
    for line in [
      "[ ] this article", "[ ] source: Daily Wire", "[ ] word: harbour", "[ ] word: again",
      "[ ] topic: #city", "[x] word: cup",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    #expect(!text.contains("word: the") && !text.contains("story:"))
    let muting = Muting(name: "source: Daily Wire", query: "source:\"Daily Wire\"")
    guard case .perform(.setMuting(muting, true), let change)? = model.type("j<Enter>").first
    else {
      Issue.record("nothing is muted")
      return
    }
    #expect(model.mode == .reading)
    let report = ChangeReport(change: .setMuting(muting, true), direction: .done, affected: 7)
    let answer = model.update(.changed(report, change))
    #expect(model.status.text == "7 articles muted: source: Daily Wire · u undoes it")
    #expect(answer.contains { if case .loadHeadlines = $0 { true } else { false } })
    let hidden = model.type("D<Enter>")
    #expect(
      hidden.contains { if case .perform(.setMuted(true, _, _), _) = $0 { true } else { false } })
  }

  @Test func `what was hidden from a search is gone from the list before it, too`() {
    var model = Model.showing(["Bridge", "Tram"], columns: 100, rows: 30)
    let heads = Desk.headlines(["Tram"])
    for case .loadHeadlines(_, _, _, let request) in model.type("/tram<Enter>") {
      _ = model.update(.headlinesLoaded(HeadlinePage(rows: heads), request))
    }
    let hidden = model.type("M")
    guard case .perform(let change, let request)? = hidden.first else {
      Issue.record("\(hidden)")
      return
    }
    let report = ChangeReport(change: change, direction: .done, affected: 1)
    _ = model.update(.changed(report, request))
    let effects = model.type("<Esc>")
    #expect(
      effects.contains { if case .loadHeadlines(_, .around, _, _) = $0 { true } else { false } })
  }

  @Test func `the space bar turns a muting and stays`() {
    var model = Model.showing(["Bridge"], columns: 100, rows: 30)
    for case .loadMutings(let request) in model.type("D") {
      _ = model.update(.mutingsLoaded([Muting(name: "word: cup", query: "title:cup")], request))
    }
    let effects = model.type("G<Space>")
    #expect(
      effects.contains {
        if case .perform(.setMuting(_, false), _) = $0 { true } else { false }
      })
    guard case .mutings = model.mode else {
      Issue.record("closed")
      return
    }
    _ = model.type("<Esc>")
    #expect(model.mode == .reading)
  }

  @Test func `gh lists what was read and opens it`() {
    var model = Model.showing(["Bridge", "Tram"], columns: 100, rows: 30)
    let ids = model.list.rows.map(\.id)
    guard case .loadReadings(_, let request)? = model.type("gh").last else {
      Issue.record("nothing is asked for")
      return
    }
    let readings = [
      Reading(
        article: ids[1], title: "Tram", source: "Daily Wire", ended: Desk.now - 7_200, seconds: 150)
    ]
    _ = model.update(.readingsLoaded(readings, request))
    #expect(model.frame.text.contains("2 h     Tram · Daily Wire"))
    #expect(model.frame.text.contains("3 min"))
    let effects = model.type("<Enter>")
    #expect(
      effects.contains { if case .loadArticle(ids[1], _) = $0 { true } else { false } })
    #expect(model.focus == .article && model.list.selected?.id == ids[1])
  }

  /// Seconds that effects note, by article.
  private func noted(_ effects: [Effect]) -> [ArticleID: Int] {
    effects.reduce(into: [:]) { noted, effect in
      if case .noteReading(let id, let seconds) = effect { noted[id, default: 0] += seconds }
    }
  }

  @Test func `the time from key to key counts for the open article, pauses only so far`() {
    var model = Model.showing(["Bridge", "Tram"], columns: 100, rows: 30)
    let ids = model.list.rows.map(\.id)
    var now = Desk.now
    func press(_ key: Key, after seconds: Double) -> [Effect] {
      now += seconds
      let effects = model.update(.input(.key(key), now: now))
      model.answer(effects)
      return effects
    }
    #expect(noted(press(.enter, after: 0)).isEmpty)
    #expect(noted(press(.character("j"), after: 40)).isEmpty)
    #expect(noted(press(.character("j"), after: 3_600)).isEmpty)
    #expect(noted(press(.character("q"), after: 20)) == [ids[0]: 240])
    // The list is no reading, and what was only passed none either.
    #expect(noted(press(.character("j"), after: 90)).isEmpty)
    #expect(noted(press(.enter, after: 5)).isEmpty)
    #expect(noted(press(.character("q"), after: 1)).isEmpty)
    _ = press(.enter, after: 1)
    #expect(noted(press(.character("Q"), after: 30)) == [ids[1]: 30])
  }

  @Test func `parentheses go through the layouts and back`() {
    var model = Model.showing(["Bridge", "Tram"], columns: 160, rows: 40)
    model.answer(model.type("<Enter>"))
    let all = model.layout
    _ = model.type(")")
    #expect(model.hidesRelated)
    _ = model.type(")")
    #expect(model.layout.article == nil && model.focus == .headlines)
    _ = model.type(")")
    #expect(model.layout.list == nil && model.focus == .article)
    _ = model.type(")")
    #expect(model.layout == all && model.status.text == "All panes")
    _ = model.type("(((")
    #expect(model.hidesRelated && model.layout.list != nil && model.layout.article != nil)
  }

  @Test func `the help is narrowed by what is typed after a slash`() {
    var model = Model.showing(["Bridge"], columns: 100, rows: 30)
    _ = model.type("?/hyperlink<Esc>")
    #expect(model.frame.text.contains("Moves the cursor down"))
    _ = model.type("/statist")
    let text = model.frame.text
    #expect(text.contains("Keys /statist") && text.contains("gS"))
    #expect(!text.contains("Moves the cursor down"))
    _ = model.type("<Enter>q")
    #expect(model.mode == .reading)
  }

  @Test func `a step of a rule is turned by its number from the list of changes`() {
    var model = Model.showing(["Bridge"], columns: 100, rows: 30)
    let step = LoggedStep(
      number: 7,
      report: ChangeReport(
        change: .setMuted(true, reason: "Sport", []), direction: .done, affected: 3),
      isByRule: true)
    for case .loadSteps(_, let request) in model.type("U") {
      _ = model.update(.stepsLoaded([step], request))
    }
    guard case .turnStep(7, _)? = model.type("<Enter>").first else {
      Issue.record("nothing is turned")
      return
    }
  }

  @Test func `a feed that is back is fetched at once`() {
    var model = Model.showing(["Bridge"], columns: 100, rows: 30)
    guard case .undo(let request)? = model.type("u").first else {
      Issue.record("nothing is undone")
      return
    }
    var changes = FeedChanges()
    changes.removed = [.init(url: "https://a.example/feed", name: "Post")]
    let report = ChangeReport(change: .changeFeeds(changes), direction: .undone, affected: 1)
    let effects = model.update(.changed(report, request))
    #expect(model.status.text == "Undone: Feed removed: Post")
    #expect(
      effects.contains {
        if case .refresh(.feeds(["https://a.example/feed"]), _) = $0 { true } else { false }
      })
  }
}
