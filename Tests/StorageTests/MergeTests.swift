import Articles
import FoundationEssentials
import Storage
import Testing

@Suite struct MergeTests {
  private let now = Date(timeIntervalSince1970: 1_790_000_000)

  private func draft(_ title: String, link: String? = nil) -> ArticleDraft {
    var draft = ArticleDraft(
      title: title, source: "Harbour Post", body: Body(paragraphs: ["Text of \(title)."]))
    draft.link = link
    draft.published = now - 3600
    draft.topics = ["#Trams", "City Council"]
    return draft
  }

  @Test func `the same drafts again change nothing`() async throws {
    let store = try ArticleStore.inMemory()
    let drafts = [draft("Tram line reopens"), draft("Bridge closed", link: "https://a.example/b")]
    let first = try await store.merge(drafts, fetched: now)
    #expect(first.new.count == 2)
    let second = try await store.merge(drafts, fetched: now + 60)
    #expect(Set(second.unchanged) == Set(first.new))
    #expect(second.new.isEmpty && second.changed.isEmpty)
    #expect(try await store.counts() == StoreCounts(articles: 2, unread: 2))
    let page = try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 10, now: now)
    #expect(Set(page.rows.map(\.title)) == ["Tram line reopens", "Bridge closed"])
    #expect(page.rows.first?.topics == ["tram", "city council"])
    let article = try #require(try await store.article(first.new[0]))
    #expect(article.body.plainText == "Text of Tram line reopens.")
  }

  @Test func `an article that comes twice in one batch is one`() async throws {
    let store = try ArticleStore.inMemory()
    var drafts = (0..<70).map { draft("Report \($0)", link: "https://a.example/\($0)") }
    drafts.append(draft("Report 3", link: "https://a.example/3"))
    let outcome = try await store.merge(drafts, fetched: now)
    #expect(outcome.new.count == 70)
    #expect(try await store.counts() == StoreCounts(articles: 70, unread: 70))
    let page = try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 100, now: now)
    #expect(page.rows.count == 70)
    #expect(page.rows.allSatisfy { $0.topics == ["tram", "city council"] })
    let again = try await store.merge(drafts, fetched: now + 60)
    #expect(again.new.isEmpty && again.changed.isEmpty)
  }

  @Test func `a bookmark can be undone and done again`() async throws {
    let store = try ArticleStore.inMemory()
    let id = try await store.merge([draft("Tram line reopens")], fetched: now).new[0]
    let report = try await store.perform(.setBookmark(true, [id]), now: now)
    #expect(report.affected == 1)
    #expect(try await store.counts().bookmarks == 1)
    #expect(try await store.undo()?.direction == .undone)
    #expect(try await store.counts().bookmarks == 0)
    #expect(try await store.redo()?.change == .setBookmark(true, [id]))
    #expect(try await store.counts().bookmarks == 1)
  }
}
