import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct ShelfTests {
  private func sentences(_ text: String) -> [String] {
    let characters = Array(text)
    return Sentences.ranges(in: characters).map { String(characters[$0]) }
  }

  @Test func `sentences end where readers end them`() {
    #expect(
      sentences("“I lost it,” said Mr. J. Weil. On Monday, at 3.5 km? No! He left … then came.")
        == [
          "“I lost it,” said Mr. J. Weil.", "On Monday, at 3.5 km?", "No!",
          "He left … then came.",
        ])
    #expect(sentences("「はい。」彼は言った。そして") == ["「はい。」", "彼は言った。", "そして"])
    #expect(sentences("  ").isEmpty && sentences("no stop ") == ["no stop"])
    #expect(sentences("“Done.” Next.") == ["“Done.”", "Next."])
  }

  private func reading(_ paragraphs: [String]) -> Model {
    var model = Model.showing(["Bridge", "Tram"], columns: 100, rows: 30)
    var draft = ArticleDraft(title: "Bridge", source: "Daily Wire")
    draft.body = Body(paragraphs: paragraphs)
    var head = Desk.headlines(["Bridge"])[0]
    head.link = "https://example.org/bridge"
    model.articlePane.show(
      Article(head: head, draft: draft), now: Desk.now, zone: LocalZone())
    model.focus = .article
    model.fitPanes()
    return model
  }

  @Test func `chosen sentences are kept with their neighbours and copied with their source`() {
    var model = reading([
      "One is here. Two follows it.", "Three is below. Four ends.",
    ])
    _ = model.type("v")
    #expect(model.articlePane.selectedPassage?.text == "One is here.")
    _ = model.type("j")
    _ = model.type("o")
    _ = model.type("j")
    #expect(model.articlePane.selectedPassage?.text == "Two follows it.")
    _ = model.type("o")
    _ = model.type("}")
    let passage = model.articlePane.selectedPassage
    #expect(passage?.text == "Two follows it. Three is below. Four ends.")
    #expect(passage?.before == "One is here." && passage?.after == "")
    var copying = model
    guard case .copy(let text)? = copying.type("y").first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.hasPrefix("“Two follows it. Three is below. Four ends.”\n— Daily Wire, “Bridge”"))
    #expect(text.hasSuffix("\nhttps://example.org/bridge"))
    let effects = model.type("h")
    #expect(model.mode == .reading && model.articlePane.selection == nil)
    guard case .perform(.addQuote(let kept, let id), _)? = effects.first else {
      Issue.record("nothing was kept")
      return
    }
    #expect(kept == passage && id == model.articlePane.article?.id)
  }

  @Test func `a kept quote is underlined where its words stand, at any width`() throws {
    for columns in [40, 100] {
      var model = reading(["Zero. The bridge is closed. Lorries must wait for a week or more."])
      model.articlePane.resize(columns: columns, rows: 20)
      let quote = Quote(
        id: .init(rawValue: 1),
        passage: QuotedPassage(text: "The bridge is closed. Lorries must wait for a week or more."),
        added: Desk.now, title: "Bridge", source: "Daily Wire")
      model.articlePane.show([quote])
      var frame = Frame(size: Size(columns: columns, rows: 20))
      model.articlePane.draw(in: Rect(frame.size), on: &frame)
      var marked = ""
      for row in 0..<20 {
        for run in frame.runs(row: row, from: 0, to: columns)
        where run.look.attributes.contains([.underline, .bold]) {
          marked += run.text + " "
        }
      }
      #expect(QuotedPassage.spaced(marked) == quote.passage.text, "\(columns)")
    }
  }

  @Test func `the form takes folder, note and day, and refuses what is no day`() {
    var model = Model.showing(["Bridge", "Tram"], columns: 100, rows: 30)
    let asked = model.type("S")
    guard case .loadBookmark(let id, let request)? = asked.first else {
      Issue.record("the bookmark was not asked for")
      return
    }
    let folders = [BookmarkFolder(name: "Research/Trams", bookmarks: 3)]
    _ = model.update(.bookmarkLoaded(nil, folders: folders, request))
    for key in "Res" { _ = model.press(.character(key)) }
    _ = model.press(.tab)
    _ = model.press(.tab)
    for key in "first / second" { _ = model.press(.character(key)) }
    _ = model.press(.tab)
    for key in "soon" { _ = model.press(.character(key)) }
    #expect(model.press(.enter).isEmpty)
    guard case .bookmark(let form) = model.mode else {
      Issue.record("the form is gone")
      return
    }
    #expect(form.problem.contains("is no day"))
    _ = model.press(.control("u"))
    for key in "3d" { _ = model.press(.character(key)) }
    let effects = model.press(.enter)
    let day = DueDay.date("3d", now: model.now, zone: LocalZone())
    let edit = BookmarkEdit(
      folder: "Research/Trams", note: "first\nsecond", due: day.map { .on($0) })
    guard case .perform(.editBookmark(edit, [id]), _)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(model.list.rows.first?.isBookmarked == true)
    let facts = BookmarkFacts.texts(
      model.list.rows.first?.bookmark, now: model.now, zone: LocalZone())
    #expect(
      facts.map { Catalogue.english.text($0) } == ["Research/Trams", "due in 3 days", "note"])
  }

  @Test func `bookmarks have an order and a filter of their own`() {
    var model = Model.showing(["Bridge", "Tram"], columns: 100, rows: 30)
    _ = model.perform(.viewBookmarks)
    #expect(model.scope.sort == .added && model.query.sort == .added)
    _ = model.perform(.sort)
    #expect(model.scope.sort == .due)
    _ = model.changeScope { $0.filter = "folder:A" }
    _ = model.perform(.viewAll)
    #expect(model.scope.sort == .newest && model.scope.filter.isEmpty)
    #expect(model.sort(by: .due).isEmpty && model.status.isError)
    _ = model.perform(.viewBookmarks)
    #expect(model.scope.sort == .due && model.scope.filter == "folder:A")
  }

  @Test func `a quote opens its article where it stands, and can be let go`() {
    var model = reading(["One."])
    let asked = model.perform(.quotes)
    guard case .loadQuotes(of: nil, let request)? = asked.first else {
      Issue.record("no quotes were asked for")
      return
    }
    let quotes = (1...3).map { number in
      Quote(
        id: .init(rawValue: Int64(number)), passage: QuotedPassage(text: "Words \(number)"),
        added: Desk.now, title: "T\(number)", source: "S",
        article: number == 2 ? ArticleID(rawValue: 77) : nil)
    }
    _ = model.update(.quotesLoaded(quotes, of: nil, request))
    #expect(model.frame.text.contains("“Words 1”"))
    #expect(model.press(.enter).isEmpty && model.status.isError)
    _ = model.type("j")
    guard case .perform(.removeQuote(quotes[1].id), _)? = model.type("d").first else {
      Issue.record("the quote stays")
      return
    }
    _ = model.update(.quotesLoaded(quotes, of: nil, model.request(.quotes)))
    guard case .loadArticle(ArticleID(rawValue: 77), _)? = model.press(.enter).first else {
      Issue.record("the article was not opened")
      return
    }
    #expect(model.mode == .reading && model.focus == .article)
  }
}
