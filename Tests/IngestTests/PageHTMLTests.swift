import Articles
import FoundationEssentials
import Testing

@testable import Ingest

/// Saved pages as HTML.
struct PageHTMLTests {
  private let now = CivilTime(year: 2026, month: 1, day: 20, hour: 12).date()

  private func fixture(_ name: String, below file: String = #filePath) throws -> [UInt8] {
    let path = file.dropLast("PageHTMLTests.swift".count) + "Fixtures/\(name)"
    return Array(try Data(contentsOf: URL(filePath: String(path))))
  }

  private func articles(_ html: [UInt8], base: String? = nil) throws -> [ArticleDraft] {
    try NewsDocument.read(html, in: IngestContext(now: now, base: base)).articles
  }

  @Test func `a page gives the same text as its plain form, and what its data says`() throws {
    let bytes = try fixture("page.html")
    let page = try #require(try articles(bytes, base: "https://gazette.example/2026/school").first)
    let text = try #require(try articles(try fixture("two-pages.txt")).first)
    #expect(page.title == text.title)
    #expect(page.highlights == text.highlights)
    #expect(page.body.plainParagraphs == text.body.plainParagraphs)
    #expect(page.dateline == "Port Ellery")
    #expect(page.picture?.caption == text.picture?.caption)
    #expect(page.picture?.credit == "Ellery Press/File")
    #expect(page.picture?.url == "https://gazette.example/i/school.jpg")
    #expect(page.source == "Ellery Gazette")
    #expect(page.authors == ["Mara Lind", "Tom Okoro"])
    #expect(page.topics == ["Education", "machines", "Port Ellery"])
    #expect(page.published.map(CivilTime.rfc3339) == "2026-01-16T06:00:00Z")
    #expect(page.updated.map(CivilTime.rfc3339) == "2026-01-16T09:30:00Z")
    #expect(page.link == "https://gazette.example/2026/school")
    #expect(page.shortLink == "https://ell.example/k7")
    #expect(page.language == "en")
  }

  @Test func `pages one after the other are several articles`() throws {
    let page = try fixture("page.html")
    #expect(try articles(page + page).count == 2)
  }

  @Test func `the title of a window loses the name of the site`() throws {
    let html =
      "<html><head><title>Tram line opens again - The Wire</title><body><p>It did so on Friday."
    #expect(try articles(Array(html.utf8)).map(\.title) == ["Tram line opens again"])
  }

  @Test func `a page without text is refused`() {
    #expect(throws: IngestError.notNews(.page)) { try articles(Array("<".utf8)) }
    #expect(throws: IngestError.notNews(.page)) { try articles(Array("<html><body></body>".utf8)) }
  }

  @Test func `loose data of a page is read as far as it goes`() {
    let script = #"{"@type":["NewsArticle"],"headline":"A \u201cline\u201d","author":"Mara Lind","#
    let data = PageData(Array(script.utf8)[...])
    #expect(data?.headline == "A “line”")
    #expect(data?.authors == ["Mara Lind"])
    #expect(PageData(Array(String(repeating: "[", count: 100_000).utf8)[...]) == nil)
  }
}
