import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct CopyTests {
  private func reader() -> Model {
    var reader = Model.showing(["Tram", "Bridge", "Tram again"], columns: 100, rows: 30)
    var rows = reader.list.rows
    for number in [0, 2] { rows[number].original = rows[2].id }
    reader.list.replace(
      with: HeadlinePage(rows: rows, hasBefore: false, hasAfter: false), at: .start)
    return reader
  }

  private func asked(_ effects: [Effect], of id: ArticleID) -> Request? {
    for case .loadCopies(id, _, let request) in effects { return request }
    return nil
  }

  @Test func `reading one marks all, as one step`() {
    var reader = reader()
    let effects = reader.type("<Enter>")
    let id = reader.list.rows[0].id
    let marked = effects.contains {
      if case .perform(.readWithCopies([id], apart: []), _) = $0 { true } else { false }
    }
    #expect(marked)
    #expect(reader.list.rows.map(\.isUnread) == [false, true, false])
    #expect(reader.counts.unread == 1)
  }

  @Test func `sources apart are marked alone`() {
    var reader = reader()
    var folding = CopyFolding()
    folding.apart = ["Daily Wire"]
    _ = reader.update(.copiesChosen(folding))
    let effects = reader.type("<Enter>")
    let id = reader.list.rows[0].id
    #expect(
      effects.contains { if case .perform(.setRead(true, [id]), _) = $0 { true } else { false } })
    #expect(reader.list.rows.map(\.isUnread) == [false, true, true])
  }

  @Test func `zd goes from copy to copy and back to the text`() throws {
    var reader = reader()
    reader.answer(reader.type("<Enter>"))
    let article = try #require(reader.articlePane.article)
    var copies = [article, article]
    copies[0].head.source = "Gazette"
    copies[0].body = Body(
      article.body.blocks + [.paragraph([Span("Lorries go round by the ferry.")])])
    let request = try #require(asked(reader.type("zd"), of: article.id))
    _ = reader.update(.copiesLoaded(copies, of: article.id, request))
    #expect(reader.frame.text.contains("Copy 1 of 2: Gazette"))
    #expect(reader.frame.text.contains("{+Lorries go round by the ferry.+}"))
    #expect(asked(reader.type("zd"), of: article.id) == nil)
    #expect(reader.frame.text.contains("Copy 2 of 2"))
    #expect(reader.frame.text.contains("The words are the same."))
    #expect(asked(reader.type("zd"), of: article.id) == nil)
    #expect(reader.articlePane.article == article)
  }

  @Test func `an article without copies says so`() throws {
    var reader = reader()
    reader.answer(reader.type("<Enter>"))
    let id = try #require(reader.articlePane.article?.id)
    let request = try #require(asked(reader.type("zd"), of: id))
    _ = reader.update(.copiesLoaded([], of: id, request))
    #expect(reader.frame.text.contains("No other article has this text"))
  }
}
