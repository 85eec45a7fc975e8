import Articles
import FoundationEssentials
import GRDB
import Testing

@testable import Storage

/// Who follows an article follows its story, also the reports that come later.
@Suite struct FollowTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private func join(_ titles: [String], in store: ArticleStore) async throws {
    let rows = try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 9, now: folder.now
    ).rows.filter { titles.contains($0.title) }
    let ids = rows.map(\.id.rawValue)
    try await store.writing { db in
      for id in ids {
        try db.execute(sql: "UPDATE article SET story = ? WHERE id = ?", arguments: [ids[0], id])
      }
    }
  }

  @Test func `a followed story keeps its reports together, undo lets it go`() async throws {
    let store = try folder.open()
    let drafts = [
      folder.draft("Tram", topics: ["a"]), folder.draft("Bridge", hour: 2),
      folder.draft("Cup", hour: 3), folder.draft("Tram again", hour: 4),
    ]
    try await store.merge(drafts, fetched: folder.now)
    #expect(try await folder.titles("is:followed", in: store) == [])
    try await join(["Tram", "Tram again"], in: store)
    let all = try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 9, now: folder.now
    ).rows
    let tram = try #require(all.first { $0.title == "Tram" })
    let cup = try #require(all.first { $0.title == "Cup" })
    let report = try await store.perform(.setFollowed(true, [tram.id]), now: folder.now)
    #expect(report.affected == 1)
    #expect(try await folder.titles("is:followed", in: store) == ["Tram", "Tram again"])
    #expect(try await folder.titles("-is:followed", in: store) == ["Bridge", "Cup"])
    #expect(try await folder.titles("is:followed again", in: store) == ["Tram again"])
    let marked = try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 9, now: folder.now
    ).rows
    #expect(marked.filter(\.isFollowed).map(\.title) == ["Tram", "Tram again"])
    try await store.perform(.setFollowed(true, [cup.id]), now: folder.now)
    #expect(try await folder.titles("is:followed", in: store).count == 3)
    _ = try await store.undo()
    _ = try await store.undo()
    #expect(try await folder.titles("is:followed", in: store) == [])
    _ = try await store.redo()
    #expect(try await folder.titles("is:followed", in: store).count == 2)
  }
}
