import Articles
import FoundationEssentials
import Testing

@testable import Storage

/// Phrases of frequent words: what is found, and how far one page looks.
@Suite struct PhraseTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private func draft(_ number: Int, _ text: String) -> ArticleDraft {
    var draft = folder.draft("Report \(number)", hour: number)
    draft.body = Body(paragraphs: [text])
    return draft
  }

  @Test func `a page that looked through its share ends, and the rest follows without a gap`()
    async throws
  {
    let store = try folder.open()
    let drafts = (0..<60).map { number in
      draft(number, number % 7 == 3 ? "The prime minister spoke." : "The minister is in his prime.")
    }
    try await store.merge(drafts, fetched: folder.now)
    while try await store.indexText(limit: 100) > 0 {}
    for order in ["", " sort:oldest"] {
      let query = try ArticleQuery(parsing: "\"prime minister\"\(order)")
      let all = try await store.headlines(
        matching: query, at: .start, limit: 100, now: folder.now
      ).rows.map(\.title)
      #expect(all.count == 9)
      var anchor = PageAnchor.start
      var (titles, pages): ([String], Int) = ([], 0)
      while pages < 100 {
        let page = try await store.headlines(
          matching: query, at: anchor, limit: 100, now: folder.now,
          budget: ScanBudget(nil, texts: 10))
        titles += page.rows.map(\.title)
        pages += 1
        guard page.hasAfter else { break }
        anchor = .after(try #require(page.resume ?? page.rows.last?.id))
      }
      #expect(titles == all)
      #expect(pages == 6 || pages == 7)
    }
  }

  @Test func `a full page within the budget goes on behind its last row`() async throws {
    let store = try folder.open()
    try await store.merge((0..<9).map { draft($0, "A prime minister.") }, fetched: folder.now)
    while try await store.indexText(limit: 100) > 0 {}
    let page = try await store.headlines(
      matching: try ArticleQuery(parsing: "\"prime minister\""), at: .start, limit: 4,
      now: folder.now, budget: ScanBudget(.seconds(60)))
    #expect(page.rows.count == 4 && page.hasAfter && page.resume == nil)
  }

  @Test(arguments: [
    ("the prime minister", true), ("the Prime\u{A0}Minister’s", true), ("prime, minister", true),
    ("“prime” — minister", true), ("prime ministers", true), ("primeminister", false),
    ("minister prime at last", false), ("prime and minister", false), ("prime", true),
    ("le prîme minister", true), ("prime" + String(repeating: " .", count: 20) + "minister", true),
    ("a primed prime minister", true), ("PRIME\nMINISTER", true),
  ])
  func `words are passed over only when they stand apart for certain`(
    _ text: String, _ mayStand: Bool
  ) throws {
    let term = try #require(TextTerm("prime minister"))
    var draft = ArticleDraft(title: "", source: "")
    draft.body = Body(paragraphs: ["Nothing here.", text])
    let bytes = ArticleRecord.plain(ArticleRecord.encoded(draft))
    #expect(bytes.withUnsafeBufferPointer(term.mayStand) == mayStand, "\(text)")
  }

  @Test func `a phrase over the border of a link is found`() async throws {
    let store = try folder.open()
    var linked = folder.draft("Linked")
    let address = "https://example.org/" + String(repeating: "long/", count: 30)
    linked.body = Body([
      .paragraph([Span("The "), Span("prime", link: address), Span(" minister spoke.")])
    ])
    try await store.merge([linked], fetched: folder.now)
    while try await store.indexText(limit: 100) > 0 {}
    #expect(try await folder.titles("\"prime minister\"", in: store) == ["Linked"])
  }
}
