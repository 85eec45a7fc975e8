import Articles
import FoundationEssentials
import GRDB
import Testing

@testable import Storage

/// What the user said is not related stays away, in both directions, until it is undone.
@Suite struct UnrelatedTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private func beside(_ id: ArticleID, in store: ArticleStore) async throws -> [String] {
    try await store.related(to: id, limit: 9).map(\.headline.title)
  }

  private func linked(_ store: ArticleStore) async throws -> [ArticleID] {
    try await store.merge(
      ["Tram", "Bridge", "Cup"].enumerated().map { folder.draft($1, hour: $0 + 1) },
      fetched: folder.now)
    let ids = try await store.headlines(
      matching: ArticleQuery(), at: .start, limit: 9, now: folder.now
    ).rows.map(\.id)
    let links = ids.dropFirst().map {
      ArticleAnalysis.Link(id: $0, score: 0.5, relation: .sameStory)
    }
    try await store.saveAnalysis(
      [ArticleAnalysis(id: ids[0], topics: [], vector: [], links: Array(links))], stories: [:])
    return ids
  }

  @Test func `a pair is parted in both directions and comes back by undo`() async throws {
    let store = try folder.open()
    let ids = try await linked(store)
    #expect(try await Set(beside(ids[0], in: store)) == ["Bridge", "Cup"])
    let report = try await store.perform(
      .setUnrelated(true, [ids[0], ids[1]]), now: folder.now)
    #expect(report.affected == 2)
    #expect(try await beside(ids[0], in: store) == ["Cup"])
    #expect(try await beside(ids[1], in: store) == [])
    #expect(try await store.links(of: ids[0], limit: 9).map(\.id) == [ids[2]])
    #expect(try await folder.titles("near:\(ids[0])", in: store) == ["Cup"])
    #expect(try await folder.titles("-near:\(ids[0]) bridge", in: store) == ["Bridge"])
    let again = try await store.perform(
      .setUnrelated(true, [ids[1], ids[0]]), now: folder.now)
    #expect(again.affected == 0)
    #expect(try await store.undo()?.change == .setUnrelated(true, [ids[0], ids[1]]))
    #expect(try await beside(ids[1], in: store) == ["Tram"])
    _ = try await store.redo()
    #expect(try await beside(ids[1], in: store) == [])
  }

  @Test func `the reports of a story are the newest, without muted and unrelated ones`()
    async throws
  {
    let store = try folder.open()
    let ids = try await linked(store)
    #expect(try await store.reports(of: ids[1], limit: 9).map(\.id) == [ids[1]])
    let story = StoryID(rawValue: 7)
    try await store.saveAnalysis(
      [], stories: [ids[0]: story, ids[1]: story, ids[2]: story])
    #expect(try await store.reports(of: ids[1], limit: 9).map(\.id) == ids.reversed())
    #expect(try await store.reports(of: ids[2], limit: 2).map(\.id) == [ids[2], ids[0]])
    try await store.perform(.setUnrelated(true, [ids[0], ids[1]]), now: folder.now)
    #expect(try await store.reports(of: ids[1], limit: 9).map(\.id) == [ids[2], ids[1]])
    try await store.perform(.setMuted(true, reason: "by hand", [ids[2]]), now: folder.now)
    #expect(try await store.reports(of: ids[1], limit: 9).map(\.id) == [ids[1]])
  }

  @Test func `it outlives the file of articles`() async throws {
    let store = try folder.open()
    let ids = try await linked(store)
    try await store.perform(.setUnrelated(true, [ids[0], ids[1]]), now: folder.now)
    try store.close()
    for file in [folder.articles, folder.articles + "-wal", folder.articles + "-shm"] {
      try? FileManager.default.removeItem(atPath: file)
    }
    let other = try folder.open()
    let new = try await linked(other)
    #expect(try await beside(new[0], in: other) == ["Cup"])
  }

  @Test func `an article and itself, or one that is gone, are no pair`() async throws {
    let store = try folder.open()
    let ids = try await linked(store)
    let gone = ArticleID(rawValue: 1)
    for pair in [[ids[0], ids[0]], [ids[0], gone], [gone, gone], [ids[0]], []] {
      let report = try await store.perform(.setUnrelated(true, pair), now: folder.now)
      #expect(report.affected == 0)
    }
    #expect(try await store.undo() == nil)
  }
}
