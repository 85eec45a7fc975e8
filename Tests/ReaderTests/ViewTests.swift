import Articles
import Screen
import Testing

@testable import Reader

/// Views of the reader and of the user.
@Suite struct ViewTests {
  private func reader() -> Model { Model.showing(ListTests.titles, columns: 100, rows: 30) }

  private func asked(_ effects: [Effect]) -> ArticleQuery? {
    effects.compactMap { effect in
      if case .loadHeadlines(let query, .start, _, _) = effect { query } else { nil }
    }.last
  }

  @Test(arguments: [
    ("ga", ArticleQuery.Condition.everything), ("gu", .state(.unread)),
    ("gt", .since(.midnight(daysAgo: 0, LocalZone()))), ("gb", .state(.bookmarked)),
    ("g&", .state(.followed)), ("gs", .has(.story)), ("gl", .minutes(.atLeast, 8)),
    ("g#", .not(.has(.topic))), ("gm", .state(.muted)),
  ]) func `g and a key show a view`(keys: String, condition: ArticleQuery.Condition) {
    var reader = reader()
    #expect(asked(reader.type(keys))?.condition == condition)
  }

  @Test func `the list as it is becomes a view with a key`() {
    var reader = reader()
    _ = reader.type("gu:topic<Space>-sport<Enter>/tram<Space>line<Enter>")
    let wanted = reader.query
    let effects = reader.type(":view<Space>save<Space>My<Space>trams<Space>w<Enter>")
    guard case .saveView(let view)? = effects.first else {
      Issue.record("nothing is saved: \(reader.status.text)")
      return
    }
    #expect(view.name == "My trams")
    #expect(view.key == "w")
    _ = reader.update(.viewsLoaded([view]))
    _ = reader.type("<Esc>ga")
    #expect(asked(reader.type("gw")) == wanted)
    #expect(reader.frame.rowText(0).contains("My trams"))
    #expect(Session(text: reader.session.text) == reader.session)
    _ = reader.type("ga")
    #expect(reader.scope.saved == nil)
    #expect(asked(reader.type(":view<Space>My<Space>trams<Enter>")) == wanted)
    #expect(
      reader.type(":view<Space>remove<Space>My<Space>trams<Enter>") == [.removeView("My trams")])
    _ = reader.type("g")
    _ = reader.update(.woke(Request(kind: .keys, number: 100)))
    reader.showsContinuations = true
    #expect(reader.frame.text.contains("w  My trams"))
  }

  @Test func `a key that is taken is refused, and so is a list that is not narrowed`() {
    var reader = reader()
    #expect(reader.type(":view<Space>save<Space>Everything<Enter>").isEmpty)
    #expect(reader.status.text.contains("narrow the list first"))
    _ = reader.type("gu")
    #expect(reader.type(":view<Space>save<Space>Mine<Space>a<Enter>").isEmpty)
    #expect(reader.status.text.contains("ga shows “all”"))
    #expect(reader.type(":view<Space>save<Space>unread<Enter>").isEmpty)
    _ = reader.update(.viewsLoaded([SavedView(name: "Other", query: "#a", key: "w")]))
    #expect(reader.type(":view<Space>save<Space>Mine<Space>w<Enter>").isEmpty)
    #expect(reader.status.text.contains("Other"))
    #expect(reader.type(":view<Space>Othre<Enter>").isEmpty)
    #expect(reader.status.text.contains("did you mean Other?"))
  }

  @Test func `the panel shows counts, goes to a view, removes one and brings it back`() {
    var reader = reader()
    let view = SavedView(name: "Trams", query: "#tram is:unread", key: "w")
    _ = reader.update(.viewsLoaded([view]))
    let effects = reader.type("gv")
    guard case .countViews(let queries, _, let request)? = effects.last else {
      Issue.record("nothing is counted")
      return
    }
    #expect(queries.last?.condition == .all([.topic("tram"), .state(.unread)]))
    let counts = queries.indices.map { ViewCount(articles: 20_000 * $0, unread: $0) }
    _ = reader.update(.viewsCounted(counts, request))
    let text = reader.frame.text
    #expect(text.contains("gw   Trams"))
    #expect(text.contains("8 unread of 10,000+"))
    _ = reader.type("G")
    #expect(reader.frame.text.contains("#tram is:unread"))
    #expect(reader.type("d") == [.removeView("Trams")])
    _ = reader.update(.viewsLoaded([]))
    #expect(!reader.frame.text.contains("gw   Trams"))
    #expect(reader.type("u") == [.saveView(view)])
    _ = reader.update(.viewsLoaded([view]))
    #expect(asked(reader.type("G<Enter>"))?.condition == queries.last?.condition)
    #expect(reader.mode == .reading)
  }
}
