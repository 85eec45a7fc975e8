import Articles
import Screen
import Testing

@testable import Reader

@Suite struct FocusTests {
  private func reader() -> Model { Model.showing(ListTests.titles, columns: 160, rows: 45) }

  @Test func `a zoomed pane gives its place to the one that gets the focus`() {
    var reader = reader()
    _ = reader.type("^Wo")
    reader.answer(reader.type("<Enter>"))
    #expect(reader.layout.article != nil)
    #expect(reader.frame.text.contains("SELIS"))
    _ = reader.type("q")
    #expect(reader.layout.list != nil)
  }

  @Test func `the focus never stays on a hidden pane`() {
    var reader = reader()
    reader.answer(reader.type("<Enter>"), related: [])
    _ = reader.type("Z<Tab>")
    #expect(reader.focus == .headlines)
    #expect(reader.layout.list != nil)
    _ = reader.type(":set<Space>zen<Enter>")
    #expect(reader.focus == .article)
    #expect(reader.layout.list == nil)
  }

  @Test func `a change of the store does not overtake the article that was asked for`() {
    var reader = reader()
    reader.answer(reader.type("<Enter>"))
    _ = reader.type("q")
    let opening = reader.type("j<Enter>")
    _ = reader.update(.storeChanged(now: Desk.now))
    reader.answer(opening)
    #expect(reader.articlePane.article?.id == reader.list.rows[1].id)
  }

  @Test func `articles that belong further down are put there, and nothing moves`() {
    var reader = reader()
    _ = reader.type("jj")
    let selected = reader.list.selected
    for case .loadHeadlines(_, _, _, let request) in reader.update(.storeChanged(now: Desk.now)) {
      var rows = reader.list.rows
      var late = rows[1]
      late.id = ArticleID(rawValue: 10)
      late.title = "An older report"
      rows.append(late)
      _ = reader.update(.headlinesLoaded(HeadlinePage(rows: rows), request))
    }
    #expect(reader.list.rows.map(\.title) == ListTests.titles + ["An older report"])
    #expect(reader.list.selected == selected)
  }

  @Test func `no number that is typed breaks the reader`() {
    for text in ["-9223372036854775808", "9223372036854775807", "0", "2"] {
      var reader = reader()
      _ = reader.type(":\(text)<Enter>")
      #expect(reader.list.rows.indices.contains(reader.list.selection))
    }
  }

  @Test func `a filter that cannot be read is refused`() {
    var reader = reader()
    #expect(reader.type(":filter<Space>(a<Enter>").isEmpty)
    #expect(reader.status.isError)
    #expect(reader.scope.filter.isEmpty)
  }

  @Test func `the place in an article is remembered however it is left`() {
    for keys in ["q", "ga", "<Tab>", ":2<Enter>"] {
      var reader = reader()
      reader.answer(reader.type("<Enter>"))
      _ = reader.type(keys)
      let id = reader.list.rows[0].id
      #expect(reader.positions.contains { $0.article == id } || reader.focus == .article, "\(keys)")
    }
  }

  @Test func `a failed older question neither complains nor stops the newer one`() {
    var reader = reader()
    let old = reader.type("<Enter>")
    _ = reader.type("q")
    let new = reader.type("j<Enter>")
    for case .loadArticle(_, let request) in old {
      _ = reader.update(.failed("store: gone", request))
    }
    #expect(!reader.status.isError)
    reader.answer(new)
    #expect(reader.articlePane.article?.id == reader.list.rows[1].id)
  }
}
