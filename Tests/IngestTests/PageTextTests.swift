import Articles
import FoundationEssentials
import Testing

@testable import Ingest

/// Saved pages as plain text.
struct PageTextTests {
  private let now = CivilTime(year: 2026, month: 1, day: 20, hour: 12).date()

  private func articles(_ text: String) -> [ArticleDraft] {
    (try? NewsDocument.read(Array(text.utf8), in: IngestContext(now: now)).articles) ?? []
  }

  private func fixture(_ name: String, below file: String = #filePath) throws -> [ArticleDraft] {
    let path = file.prefix { _ in true }.dropLast("PageTextTests.swift".count) + "Fixtures/\(name)"
    let bytes = try Data(contentsOf: URL(filePath: String(path)))
    return try NewsDocument.read(Array(bytes), in: IngestContext(now: now)).articles
  }

  @Test func `two pages in one file are two articles, each with its parts`() throws {
    let articles = try fixture("two-pages.txt")
    #expect(articles.count == 2)
    let first = try #require(articles.first)
    let second = try #require(articles.last)
    #expect(first.title == "Harbour town opens a school for “quiet machines”")
    #expect(
      first.picture
        == Picture(
          caption: "Teachers and engineers stand in front of the new workshop in Port Ellery, "
            + "on October 7, 2025.", credit: "Ellery Press/File"))
    #expect(first.shortLink == "https://ell.example/k7")
    #expect(first.updated.map(CivilTime.rfc3339) == "2026-01-16T00:00:00Z")
    #expect(first.published == first.updated)
    #expect(first.dateline == "Port Ellery")
    #expect(
      first.highlights == [
        "Around 40 pupils have begun the course", "The town hopes that young people stay",
      ])
    #expect(
      first.body.plainParagraphs.map { $0.prefix(12) } == [
        "PORT ELLERY:", "“We share wh", "The council ",
      ])
    #expect(second.title == "Ferry line weighs a winter timetable")
    #expect(second.updated.map(CivilTime.rfc3339) == "2026-01-20T11:20:31Z")
    #expect(second.dateline == "Low Water")
    #expect(second.highlights == ["Boats may leave every two hours"])
    #expect(second.topics == ["ferries", "Port Ellery"])
    #expect(second.body.blocks.count == 4)
    #expect(second.body.plainParagraphs.count == 6)
  }

  @Test func `the seed pages give two articles with all their paragraphs`() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = "/\(root)/../shared/seeds"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var articles: [ArticleDraft] = []
    for name in names.sorted() where name.hasSuffix(".txt") {
      let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
      articles += try NewsDocument.read(Array(bytes), in: IngestContext(now: now)).articles
    }
    if names.isEmpty { articles = try fixture("two-pages.txt") }
    #expect(articles.count == 2)
    #expect(articles.map(\.highlights.count) == (names.isEmpty ? [2, 1] : [2, 2]))
    #expect(articles.map(\.body.plainParagraphs.count) == (names.isEmpty ? [3, 6] : [8, 18]))
  }

  @Test func `lines broken at a column join into paragraphs`() throws {
    let article = try #require(try fixture("wrapped.txt").first)
    #expect(article.title == "LONG BRIDGE CLOSED FOR A NIGHT")
    #expect(article.authors == ["Mara Lind", "Tom Okoro"])
    #expect(article.published.map(CivilTime.rfc3339) == "2026-01-16T00:00:00Z")
    #expect(article.dateline == "Northbank")
    #expect(
      article.body.plainParagraphs == [
        "NORTHBANK - The long bridge closes for a night so that its cables can be counted, the "
          + "bridge office said on Thursday. Drivers were asked to take the ferry or to stay at home "
          + "with a book.",
        "\"We count every cable twice,\" the bridge keeper said. \"It is dull work and somebody has "
          + "to do it.\"",
      ])
  }

  @Test(arguments: [
    ("ISLAMABAD: Text", "Islamabad"), ("LONDON (Reuters) - Text", "London"),
    ("PARIS — Text", "Paris"), ("NEW YORK (AP) — Text", "New York"),
    ("LAHORE, Pakistan (AP) — Text", "Lahore"), ("KARACHI, Jan 16: Text", "Karachi"),
    ("RIO DE JANEIRO, Jan. 16 — Text", nil), ("PORT-AU-PRINCE – Text", "Port-au-Prince"),
    ("Kyiv (AFP) – Text", "Kyiv"), ("UNITED NATIONS: Text", "United Nations"),
    ("BREAKING: Text", nil), ("Note: Text", nil), ("A: B: Text", nil), ("“PARIS: Text", nil),
    ("The ISLAMABAD: Text", nil), ("", nil), ("KYIV:Text", nil),
  ])
  func `a dateline gives its place in ordinary case`(_ paragraph: String, _ place: String?) {
    #expect(Dateline.place(opening: Array(paragraph.utf8)[...]) == place)
  }

  @Test(arguments: [
    ("Follow", true), ("Share  Tweet  Email", true), ("Read more", true), ("Short Url", true),
    ("We use cookies to make your visit better.", true), ("© 2026 Ellery Gazette", true),
    ("Subscribe to our newsletter and get the news in your inbox", true),
    ("The council accepts cookies and cake as payment.", false),
    ("By continuing to strike, the drivers lose their pay for the month.", false),
    ("Terms of the deal were not disclosed.", false),
    ("“We share what we know, and others follow,” he said.", false),
    ("A newsletter that every subscriber reads was stopped.", false),
  ])
  func `lines of the page are told from sentences that use their words`(
    _ line: String, _ isFurniture: Bool
  ) {
    #expect(PageWords.isFurniture(Array(line.utf8)[...]) == isFurniture)
  }

  @Test func `a headline alone is an article, a table of values is none`() {
    #expect(articles("Council approves budget").map(\.title) == ["Council approves budget"])
    #expect(articles("a,b\n1,2\n").isEmpty)
  }

  @Test func `the same story twice is two equal articles`() {
    let page =
      "Title of it\n\nUpdated 16 January 2026\nFollow\n\nTitle of it\n\nROME: It rained.\n\nStill.\n"
    let found = articles(page + "\n\n\n" + page)
    #expect(found.count == 2)
    #expect(found.first == found.last)
  }

  @Test func `line ends of every kind part lines`() {
    let lines = ["Title of it", "", "Updated 16 January 2026", "", "First one.", "", "Second one."]
    let drafts = ["\n", "\r\n", "\r"].map { articles(lines.joined(separator: $0)) }
    #expect(drafts.allSatisfy { $0 == drafts[0] })
    #expect(drafts[0].map(\.body.plainParagraphs) == [["First one.", "Second one."]])
  }
}
