import Articles
import FoundationEssentials
import Glibc
import Testing

@testable import Storage

@Suite struct ShelfTests {
  private func ids(_ query: String, in store: ArticleStore, _ now: Date) async throws -> [ArticleID]
  {
    try await store.headlines(
      matching: ArticleQuery(parsing: query), at: .start, limit: 100, now: now
    ).rows.map(\.id)
  }

  private func filled(_ place: TemporaryStore) async throws -> ArticleStore {
    let store = try place.open()
    let drafts = (1...6).map { place.draft("Report \($0)", hour: $0) }
    try await store.merge(drafts, fetched: place.now)
    return store
  }

  @Test func `what is written on a bookmark outlives the articles, and is found`() async throws {
    let place = try TemporaryStore()
    var store = try await filled(place)
    let id = try await ids("title:3", in: store, place.now)[0]
    let due = place.now.addingTimeInterval(-60)
    let edit = BookmarkEdit(folder: " Trams / Velmora ", note: "for the talk\n", due: .on(due))
    try await store.perform(.editBookmark(edit, [id]), now: place.now)
    try store.close()
    try FileManager.default.removeItem(atPath: place.articles)
    store = try place.open()
    for query in [
      "is:bookmarked", "folder:Trams", "folder:Trams/Velmora", "has:note", "is:due -has:quote",
    ] {
      #expect(try await place.titles(query, in: store) == ["Report 3"], "\(query)")
    }
    #expect(try await place.titles("folder:Tram OR folder:Velmora", in: store) == [])
    let details = try await store.bookmark(of: id)
    #expect(details == BookmarkDetails(folder: "Trams/Velmora", note: "for the talk", due: due))
    let mark = try #require(
      try await store.headlines(
        matching: ArticleQuery(.state(.bookmarked)), at: .start, limit: 1, now: place.now
      ).rows.first?.bookmark)
    #expect(mark.hasNote && mark.due == due && mark.folder == "Trams/Velmora" && mark.quotes == 0)
  }

  @Test func `writing on bookmarks is undone and done again as one step`() async throws {
    let place = try TemporaryStore()
    let store = try await filled(place)
    let all = try await ids("title:1 OR title:2", in: store, place.now)
    try await store.perform(.setBookmark(true, [all[0]]), now: place.now)
    try await store.perform(
      .editBookmark(BookmarkEdit(folder: "A", note: "first"), [all[0]]), now: place.now)
    let report = try await store.perform(
      .editBookmark(BookmarkEdit(folder: "B"), all), now: place.now)
    #expect(report.affected == 2)
    #expect(try await store.bookmark(of: all[0]) == BookmarkDetails(folder: "B", note: "first"))
    #expect(try await store.undo()?.affected == 2)
    #expect(try await store.bookmark(of: all[0]) == BookmarkDetails(folder: "A", note: "first"))
    #expect(try await store.bookmark(of: all[1]) == nil)
    #expect(try await place.titles("folder:B", in: store) == [])
    #expect(try await store.redo()?.affected == 2)
    #expect(try await store.bookmark(of: all[1]) == BookmarkDetails(folder: "B"))
    let again = try await store.perform(
      .editBookmark(BookmarkEdit(folder: "B"), all), now: place.now)
    #expect(again.affected == 0)
  }

  @Test func `a quote bookmarks its article, comes once, and can be undone`() async throws {
    let place = try TemporaryStore()
    let store = try await filled(place)
    let id = try await ids("title:4", in: store, place.now)[0]
    let passage = QuotedPassage(text: "Text of  Report 4", before: "", after: "today.")
    try await store.perform(.addQuote(passage, id), now: place.now)
    #expect(try await store.perform(.addQuote(passage, id), now: place.now).affected == 0)
    #expect(try await place.titles("has:quote", in: store) == ["Report 4"])
    let quote = try #require(try await store.quotes(limit: 10).first)
    #expect(quote.passage.text == "Text of Report 4" && quote.article == id)
    #expect(quote.title == "Report 4" && quote.source == "Post")
    try await store.perform(.removeQuote(quote.id), now: place.now)
    #expect(try await store.quotes(of: id).isEmpty)
    #expect(try await place.titles("is:bookmarked", in: store) == ["Report 4"])
    _ = try await store.undo()
    #expect(try await store.quotes(of: id).map(\.id) == [quote.id])
    _ = try await store.undo()
    #expect(try await store.quotes(limit: 10).isEmpty)
    #expect(try await place.titles("is:bookmarked OR has:quote", in: store) == [])
  }

  @Test(arguments: [
    ("sort:added", ["5", "2", "4", "1", "3", "6"]), ("sort:due", ["4", "1", "2", "3", "5", "6"]),
    ("sort:folder", ["3", "5", "6", "1", "2", "4"]),
  ])
  func `bookmarks come in their own orders, page by page from both ends`(
    query: String, wanted: [String]
  ) async throws {
    let place = try TemporaryStore()
    let store = try await filled(place)
    let folders = ["1": "A", "2": "A/b", "4": "C"]
    let days = ["4": 1.0, "1": 2.0, "2": 3.0]
    for (step, number) in ["6", "3", "1", "4", "2", "5"].enumerated() {
      let id = try await ids("title:\(number)", in: store, place.now)[0]
      let due = days[number].map { BookmarkEdit.Due.on(place.now.addingTimeInterval($0 * 86_400)) }
      try await store.perform(
        .editBookmark(BookmarkEdit(folder: folders[number], due: due), [id]),
        now: place.now.addingTimeInterval(Double(step)))
    }
    let asked = try ArticleQuery(parsing: query)
    func walk(_ first: PageAnchor, _ next: (HeadlinePage) -> PageAnchor?) async throws
      -> [HeadlinePage]
    {
      var (pages, anchor): ([HeadlinePage], PageAnchor?) = ([], first)
      while let here = anchor, pages.count < 10 {
        let page = try await store.headlines(matching: asked, at: here, limit: 2, now: place.now)
        pages.append(page)
        anchor = next(page)
      }
      return pages
    }
    let down = try await walk(.start) { page in
      page.hasAfter ? page.rows.last.map { .after($0.id) } : nil
    }
    let titles = wanted.map { "Report \($0)" }
    #expect(down.flatMap(\.rows).map(\.title) == titles)
    let up = try await walk(.end) { page in
      page.hasBefore ? page.rows.first.map { .before($0.id) } : nil
    }
    #expect(up.reversed().flatMap(\.rows).map(\.title) == titles)
    let third = down[1].rows[0].id
    let around = try await store.headlines(
      matching: asked, at: .around(third), limit: 4, now: place.now)
    #expect(around.rows.map(\.title) == Array(titles[0..<4]) && around.hasAfter)
  }

  @Test func `bookmarks of other programs keep known texts, come once, and are one step`()
    async throws
  {
    let place = try TemporaryStore()
    let store = try place.open()
    var known = place.draft("Known report")
    known.link = "https://post.example/known"
    try await store.merge([known], fetched: place.now)
    var (same, new) = (ArticleDraft(title: "Other name", source: "post.example"), known)
    same.link = "https://post.example/known?utm_source=x"
    new = ArticleDraft(title: "New page", source: "new.example")
    new.link = "https://new.example/page"
    let made = place.now.addingTimeInterval(-86_400)
    let drafts = [
      BookmarkDraft(article: same, details: BookmarkDetails(folder: "F"), added: made),
      BookmarkDraft(article: new, details: BookmarkDetails(note: "n")),
    ]
    let outcome = try await store.addBookmarks(drafts, now: place.now)
    #expect(outcome.articles.new.count == 1 && outcome.changed == 2)
    #expect(try await place.titles("folder:F", in: store) == ["Known report"])
    let id = try await ids("folder:F", in: store, place.now)[0]
    #expect(try await store.article(id)?.body.isEmpty == false)
    #expect(try await store.headlines([id]).first?.bookmark?.added == made)
    #expect(try await store.addBookmarks(drafts, now: place.now).changed == 0)
    #expect(try await store.undo()?.affected == 2)
    #expect(try await place.titles("is:bookmarked", in: store) == [])
  }

  @Test func `the place of reading is kept for bookmarks only`() async throws {
    let place = try TemporaryStore()
    let store = try await filled(place)
    let all = try await ids("title:1 OR title:2", in: store, place.now)
    try await store.perform(.setBookmark(true, [all[0]]), now: place.now)
    for id in all { try await store.setReadingPlace("3 40", of: id) }
    #expect(try await store.readingPlace(of: all[0]) == "3 40")
    #expect(try await store.readingPlace(of: all[1]) == nil)
  }

  @Test func `a store is looked at without being changed`() async throws {
    let place = try TemporaryStore()
    let none = StoreCheckup(folder: place.path)
    #expect(none.library.bytes == nil && none.library.problem == nil)
    let store = try await filled(place)
    try store.close()
    let before = try place.bytes(of: place.library)
    let fine = StoreCheckup(folder: place.path)
    #expect(fine.articles.problem == nil && fine.library.problem == nil)
    #expect((fine.articles.bytes ?? 0) > 1_000)
    #expect(try place.bytes(of: place.library) == before)
    for end in ["-wal", "-shm"] { unlink(place.articles + end) }
    let header = try place.bytes(of: place.articles).prefix(100)
    let bytes = header + [UInt8](repeating: 0xA5, count: 16_284)
    try Data(bytes).write(to: URL(filePath: place.articles))
    let bad = StoreCheckup(folder: place.path)
    #expect(bad.articles.problem != nil && bad.library.problem == nil)
  }
}
