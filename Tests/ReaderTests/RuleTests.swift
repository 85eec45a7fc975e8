import Articles
import Screen
import Testing

@testable import Reader

/// Muting by hand, and trying rules.
@Suite struct RuleTests {
  private func reader() -> Model { Model.showing(ListTests.titles, columns: 100, rows: 30) }

  @Test func `M hides an article, and the list is loaded again around the next one`() {
    var reader = reader()
    let (first, second) = (reader.list.rows[0].id, reader.list.rows[1].id)
    let effects = reader.type("M")
    guard case .perform(let change, let request)? = effects.first else {
      Issue.record("nothing is done")
      return
    }
    #expect(change == .setMuted(true, reason: "by hand", [first]))
    #expect(reader.list.selected?.id == second)
    let report = ChangeReport(change: change, direction: .done, affected: 1)
    let answer = reader.update(.changed(report, request))
    #expect(
      answer.contains { effect in
        if case .loadHeadlines(_, .around(second), _, _) = effect { true } else { false }
      })
    #expect(reader.status.text.contains("gm lists"))
  }

  @Test func `a hidden article shows its reason and is shown again`() {
    var reader = reader()
    var head = reader.list.rows[0]
    head.muted = "Sport"
    let effects = reader.type("gm")
    for case .loadHeadlines(_, _, _, let request) in effects {
      _ = reader.update(.headlinesLoaded(HeadlinePage(rows: [head]), request))
    }
    #expect(reader.frame.text.contains("muted: Sport"))
    guard case .perform(let change, _)? = reader.type("M").first else {
      Issue.record("nothing is done")
      return
    }
    #expect(change == .setMuted(false, reason: "Sport", [head.id]))
  }

  @Test func `what a rule hides while it is shown goes, and nothing moves under the cursor`() {
    var reader = reader()
    _ = reader.type("j")
    let rows = reader.list.rows
    _ = reader.update(.articlesHidden([rows[0].id, rows[1].id]))
    #expect(reader.list.selected?.id == rows[1].id)
    #expect(!reader.list.rows.contains { $0.id == rows[0].id })
    #expect(reader.list.rows.count == rows.count - 1)
  }

  @Test func `a rule is tried over everything that there is`() {
    var reader = reader()
    _ = reader.type("gu")
    let effects = reader.type(":rule<Space>test<Space>#sport<Space>-cup<Enter>")
    #expect(reader.query.condition == .all([.topic("sport"), .not(.word("cup", isPrefix: false))]))
    guard case .countViews(let queries, _, let request)? = effects.last else {
      Issue.record("nothing is counted")
      return
    }
    #expect(queries == [ArticleQuery(), ArticleQuery(reader.query.condition)])
    let counts = [ViewCount(articles: 2000, unread: 5), ViewCount(articles: 37, unread: 4)]
    _ = reader.update(.viewsCounted(counts, request))
    #expect(reader.status.text.contains("37 of 2,000 articles, 4 unread"))
    #expect(reader.type(":rule<Space>test<Space>(<Enter>").isEmpty)
    #expect(reader.status.text.contains("column 1"))
  }
}
