import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct LinkTests {
  /// A reader with an open article that has three links.
  private func reader() throws -> Model {
    var reader = Model.showing(["Bridge closed"], columns: 100, rows: 30)
    reader.answer(reader.type("<Enter>"))
    var article = try #require(reader.articlePane.article)
    article.body = Body([
      .paragraph([
        Span("See "), Span("the report", link: "https://gazette.example/report"), Span(", "),
        Span("bank.example", link: "https://evil.test/login"), Span(" and "),
        Span("the desk", link: "mailto:desk@gazette.example"), Span("."),
      ])
    ])
    reader.articlePane.update(article, now: Desk.now)
    return reader
  }

  @Test func `letters open, copy and fetch the link that they stand on`() throws {
    var reader = try reader()
    #expect(reader.type(";f") == [.open("https://gazette.example/report")])
    #expect(reader.type(";yf") == [.copy("https://gazette.example/report")])
    for (keys, isBookmarked) in [(";xf", false), (";sf", true)] {
      let effects = reader.type(keys)
      guard case .fetchPage(let address, let isKept, _)? = effects.first else {
        Issue.record("\(keys): \(effects)")
        continue
      }
      #expect(address == "https://gazette.example/report" && isKept == isBookmarked)
    }
    #expect(reader.type(";<Esc>") == [] && reader.mode == .reading)
  }

  @Test func `a link that pretends another host is asked about first`() throws {
    var reader = try reader()
    #expect(reader.type(";j") == [])
    #expect(reader.frame.text.contains("Open evil.test?"))
    #expect(reader.frame.text.contains("It leads to:    evil.test"))
    #expect(reader.type("n") == [])
    _ = reader.type("2o")
    #expect(reader.type("y") == [.open("https://evil.test/login")])
  }

  @Test func `the list of links shows where each leads`() throws {
    var reader = try reader()
    _ = reader.type(";l")
    #expect(reader.frame.text.contains("https://gazette.example/report"))
    #expect(reader.frame.text.contains("1  the report"))
    _ = reader.type("j")
    #expect(reader.frame.text.contains("(evil.test) https://evil.test/login"))
    #expect(reader.type("y") == [.copy("https://evil.test/login")])
    #expect(reader.mode == .reading)
    // Mail is no page.
    _ = reader.type(";l")
    #expect(reader.type("Gx") == [])
    #expect(reader.status.isError)
  }

  @Test func `a page that was fetched opens, and H leads back`() throws {
    var reader = try reader()
    let effects = reader.type(";xf")
    guard case .fetchPage(_, _, let request)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    let id = ArticleID(rawValue: 7)
    let loads = reader.update(.pageFetched(id, isBookmarked: false, request))
    guard case .loadArticle(id, let load)? = loads.first else {
      Issue.record("\(loads)")
      return
    }
    var article = try #require(reader.articlePane.article)
    article.head.id = id
    article.head.title = "The report"
    _ = reader.update(.articleLoaded(article, load))
    #expect(reader.articlePane.article?.id == id && reader.focus == .article)
    let back = reader.type("H")
    #expect(back.contains { if case .loadArticle(let old, _) = $0 { old != id } else { false } })
  }
}
