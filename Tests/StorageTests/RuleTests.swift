import Articles
import FoundationEssentials
import GRDB
import Glibc
import Testing

@testable import Storage

/// What rules do with new articles, and what muting does to lists and counts.
@Suite struct RuleTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private func rule(_ query: String, _ actions: [ArticleRule.Action], name: String = "Rule") throws
    -> ArticleRule
  {
    ArticleRule(name: name, query: try ArticleQuery(parsing: query), actions: actions)
  }

  /// As an analysis that finds nothing.
  private func analyse(_ store: ArticleStore) async throws {
    try await store.writing { try $0.execute(sql: "DELETE FROM analysis_queue") }
  }

  @Test func `rules see new articles once, after they were analysed`() async throws {
    let store = try folder.open()
    let drafts = [
      folder.draft("Tram", topics: ["a"]), folder.draft("Bridge", hour: 2),
      folder.draft("Cup", hour: 3, topics: ["a"]),
    ]
    try await store.merge(drafts, fetched: folder.now)
    let rules = [
      try rule("#a -cup", [.mute, .read], name: "No trams"),
      try rule("cup OR bridge", [.tag("Kept"), .bookmark, .highlight]),
    ]
    #expect(try await store.apply(rules, now: folder.now).changes == 0)
    try await analyse(store)
    #expect(try await store.apply(rules, now: folder.now).changes == 8)
    #expect(try await store.apply(rules, now: folder.now).changes == 0)
    #expect(try await folder.titles("", in: store) == ["Bridge", "Cup"])
    #expect(try await folder.titles("is:muted", in: store) == ["Tram"])
    #expect(
      try await folder.titles("is:highlighted is:bookmarked label:kept", in: store).count == 2)
    #expect(try await folder.titles("tram", in: store) == [])
    #expect(try await store.counts() == StoreCounts(articles: 2, unread: 2, bookmarks: 2))
    let all = try await store.topics(matching: ArticleQuery(), now: folder.now, limit: 9)
    #expect(
      all == [
        TopicCount(topic: "kept", articles: 2, unread: 2),
        TopicCount(topic: "a", articles: 1, unread: 1),
      ])
    let muted = try await store.headlines(
      matching: ArticleQuery(.state(.muted)), at: .start, limit: 9, now: folder.now)
    #expect(muted.rows.map(\.muted) == ["No trams"])
    // An article that comes again is not new.
    var edited = drafts[1]
    edited.title = "Bridge and tram"
    edited.topics = ["a"]
    try await store.merge([edited] + drafts.dropFirst(2), fetched: folder.now)
    try await analyse(store)
    #expect(try await store.apply([try rule("cup", [.mute])], now: folder.now).changes == 0)
  }

  @Test func `what is bookmarked is never hidden by a rule, and found when it was by hand`()
    async throws
  {
    let store = try folder.open()
    let ids = try await store.merge(
      [folder.draft("Tram"), folder.draft("Trams", hour: 2)], fetched: folder.now
    ).new
    _ = try await store.perform(.setBookmark(true, [ids[0]]), now: folder.now)
    try await analyse(store)
    let outcome = try await store.apply([try rule("tram*", [.mute])], now: folder.now)
    #expect(outcome.changes == 1)
    #expect(try await folder.titles("", in: store) == ["Tram"])
    _ = try await store.perform(.setMuted(true, reason: "by hand", [ids[0]]), now: folder.now)
    #expect(try await folder.titles("", in: store) == [])
    for sort in ["newest", "added"] {
      #expect(try await folder.titles("is:bookmarked sort:\(sort)", in: store) == ["Tram"])
    }
  }

  @Test func `articles that came without rules are left alone by later ones`() async throws {
    let store = try folder.open()
    try await store.merge([folder.draft("Tram")], fetched: folder.now)
    #expect(try await store.apply([], now: folder.now).changes == 0)
    try await analyse(store)
    #expect(try await store.apply([try rule("tram", [.mute])], now: folder.now).changes == 0)
    #expect(try await folder.titles("", in: store) == ["Tram"])
  }

  @Test func `undo passes rules over and takes back what was muted by hand`() async throws {
    let store = try folder.open()
    let ids = try await store.merge(
      [folder.draft("Tram"), folder.draft("Bridge", hour: 2), folder.draft("Cup", hour: 3)],
      fetched: folder.now
    ).new
    try await analyse(store)
    _ = try await store.perform(.setMuted(true, reason: "by hand", [ids[0]]), now: folder.now)
    try await store.apply([try rule("cup", [.mute])], now: folder.now)
    #expect(try await folder.titles("", in: store) == ["Bridge"])
    #expect(try await store.counts() == StoreCounts(articles: 1, unread: 1))
    _ = try await store.perform(.setRead(true, [ids[0], ids[2]]), now: folder.now)
    #expect(try await store.counts() == StoreCounts(articles: 1, unread: 1))
    _ = try await store.undo()
    #expect(try await store.undo()?.change == .setMuted(true, reason: "by hand", [ids[0]]))
    #expect(try await folder.titles("", in: store) == ["Tram", "Bridge"])
    #expect(try await store.undo() == nil)
    _ = try await store.redo()
    #expect(try await folder.titles("", in: store) == ["Bridge"])
    #expect(try await folder.titles("is:muted", in: store) == ["Tram", "Cup"])
  }

  @Test func `what is hidden stays hidden when the articles are lost and come again`() async throws
  {
    var store = try folder.open()
    let drafts = [folder.draft("Tram"), folder.draft("Bridge", hour: 2)]
    try await store.merge(drafts, fetched: folder.now)
    try await analyse(store)
    try await store.apply([try rule("tram", [.mute, .highlight], name: "No")], now: folder.now)
    try store.close()
    for suffix in ["", "-wal", "-shm"] { unlink(folder.articles + suffix) }
    store = try folder.open()
    try await store.merge(drafts, fetched: folder.now)
    #expect(try await folder.titles("", in: store) == ["Bridge"])
    #expect(try await folder.titles("is:muted is:highlighted", in: store) == ["Tram"])
    #expect(try await store.counts() == StoreCounts(articles: 1, unread: 1))
  }
}
