import Articles
import FoundationEssentials
import Testing

@testable import Storage

@Suite struct StepsTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  @Test func `the log has the newest step first, with the headline of its one article`()
    async throws
  {
    let store = try folder.open()
    try await store.merge([folder.draft("Bridge"), folder.draft("Tram")], fetched: folder.now)
    let ids = try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 10, now: folder.now
    ).rows
    #expect(try await store.steps(limit: 10).isEmpty)
    try await store.perform(.setRead(true, ids.map(\.id)), now: folder.now)
    try await store.perform(.setBookmark(true, [ids[0].id]), now: folder.now)
    _ = try await store.undo()
    let steps = try await store.steps(limit: 10)
    #expect(steps.map(\.report.direction) == [.undone, .done])
    #expect(steps.map(\.report.affected) == [1, 2])
    #expect(steps.map(\.title) == [ids[0].title, nil])
    #expect(try await store.steps(limit: 1).count == 1)
  }
}
