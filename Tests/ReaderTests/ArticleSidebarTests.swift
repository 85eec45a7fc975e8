import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct ArticleSidebarTests {
  private static func related(
    _ number: Int64, _ title: String, _ relation: RelatedArticle.Relation, _ shared: [String]
  ) -> RelatedArticle {
    let published = ArticleSamples.now.addingTimeInterval(-7_200 * Double(number))
    let head = Headline(
      id: ArticleID(rawValue: number), title: title, source: "Daily Wire", published: published,
      fetched: ArticleSamples.now)
    return RelatedArticle(headline: head, score: 0.5, relation: relation, shared: shared)
  }

  private static var sidebar: Sidebar {
    var sidebar = Sidebar()
    sidebar.show([
      related(
        2, "Bridge engineers look back on two winters of work under the rails of the seven",
        .related, ["bridge", "rails"]),
      related(1, "First tram crosses the bridge", .sameStory, ["tram", "Prado", "bridge"]),
    ])
    return sidebar
  }

  private func picture(_ sidebar: Sidebar, columns: Int, rows: Int) -> String {
    var frame = Frame(size: Size(columns: columns, rows: rows))
    let area = Rect(column: 0, row: 0, columns: columns, rows: rows)
    sidebar.draw(in: area, on: &frame, now: ArticleSamples.now, isFocused: true)
    return frame.text
  }

  @Test func `the same story stands first, each article with the words that tie it`() {
    #expect(
      picture(Self.sidebar, columns: 34, rows: 10) == """
         THE SAME STORY
        ▎First tram crosses the bridge
        ▎  Daily Wire · 2 h
        ▎  tram · Prado · bridge

         RELATED
         Bridge engineers look back on two
         winters of work under the rails…
           Daily Wire · 4 h
           bridge · rails
        """)
  }

  @Test func `where there are few rows each article takes one`() {
    #expect(
      picture(Self.sidebar, columns: 80, rows: 3) == """
         THE SAME STORY  1/2
        ▎First tram crosses the bridge  Daily Wire · 2 h  tram · Prado · bridge
         Bridge engineers look back on two winters of w…  Daily Wire · 4 h  bridge · ra…
        """)
    var second = Self.sidebar
    second.move(by: 1)
    #expect(picture(second, columns: 40, rows: 2).hasPrefix(" RELATED  2/2\n▎Bridge"))
  }

  @Test func `the selection stays in view and at the ends, at any size`() {
    var sidebar = Self.sidebar
    sidebar.show((1...150).map { Self.related($0, "Report \($0)", .related, ["tram"]) })
    #expect(sidebar.related.count == Sidebar.limit)
    sidebar.move(by: .max)
    #expect(sidebar.selection == 99)
    for rows in 0...20 {
      for columns in 0...20 {
        let drawn = sidebar.rows(columns: columns, rows: rows, now: ArticleSamples.now)
        #expect(drawn.count <= rows)
        #expect(rows == 0 || columns == 0 || drawn.contains { $0.index == 99 })
        _ = picture(sidebar, columns: columns, rows: rows)
      }
    }
    sidebar.move(by: .min)
    #expect(sidebar.selected?.headline.title == "Report 1")
    #expect(sidebar.index(atRow: 1, columns: 30, rows: 12, now: ArticleSamples.now) == 0)
    sidebar.remove(ArticleID(rawValue: 1))
    #expect(sidebar.selected?.headline.title == "Report 2")
  }
}
