import Articles
import FoundationEssentials
import GRDB
import Testing

@testable import Storage

/// Undo of what is not about single articles: subscriptions, imports, mutings, what rules did.
@Suite struct TakingBackTests {
  let folder: TemporaryStore
  private let url = "https://harbour.example/feed.xml"

  init() throws { folder = try TemporaryStore() }

  private func subscription(_ url: String, title: String? = nil) -> Subscription {
    var subscription = Subscription(url: url)
    subscription.title = title
    subscription.tags = ["town"]
    subscription.folder = ["News"]
    subscription.attributes = ["type": "rss", "empty": ""]
    return subscription
  }

  private func fetch(into store: ArticleStore) async throws {
    var draft = folder.draft("Tram")
    draft.feed = url
    draft.guid = "1"
    var health = FeedHealth()
    health.title = "Harbour Post"
    try await store.store([FetchedFeed(url: url, health: health, drafts: [draft])], at: folder.now)
  }

  @Test func `a feed that was added goes with its articles, and comes back to its place`()
    async throws
  {
    let store = try folder.open()
    let other = "https://other.example/feed"
    try await store.subscribe([subscription(url)], now: folder.now)
    try await store.subscribe([subscription(other, title: "Other")], now: folder.now)
    try await fetch(into: store)
    let added = try #require(try await store.undo())
    #expect(added.affected == 1 && added.direction == .undone)
    guard case .changeFeeds(let changes) = added.change else {
      Issue.record("\(added)")
      return
    }
    #expect(changes.added == [.init(url: other, name: "Other")] && changes.count == 1)
    #expect(try await folder.titles("", in: store) == ["Tram"])
    _ = try await store.undo()
    #expect(try await store.subscriptions().isEmpty)
    #expect(try await folder.titles("", in: store) == [])
    #expect(try await store.undo() == nil)
    for _ in 0..<2 { _ = try await store.redo() }
    #expect(
      try await store.subscriptions() == [subscription(url), subscription(other, title: "Other")])
  }

  @Test func `a feed that was removed is back, named as it was called, in its place`() async throws
  {
    let store = try folder.open()
    let other = subscription("https://other.example/feed", title: "Other")
    try await store.subscribe([subscription(url), other], now: folder.now)
    try await fetch(into: store)
    #expect(try await store.unsubscribe(url) == 1)
    let step = try #require(try await store.steps(limit: 9).first)
    guard case .changeFeeds(let changes) = step.report.change else {
      Issue.record("\(step)")
      return
    }
    #expect(changes.removed == [.init(url: url, name: "Harbour Post")])
    _ = try await store.undo()
    #expect(try await store.subscriptions() == [subscription(url), other])
    try await fetch(into: store)
    #expect(try await folder.titles("#town", in: store) == ["Tram"])
    _ = try await store.redo()
    #expect(try await store.subscriptions() == [other])
    #expect(try await folder.titles("", in: store) == [])
  }

  @Test func `another name and other tags are taken back, from the articles too`() async throws {
    let store = try folder.open()
    try await store.subscribe([subscription(url)], now: folder.now)
    try await fetch(into: store)
    var edited = subscription(url, title: "The Post")
    edited.tags = ["sea"]
    try await store.edit(edited)
    #expect(try await folder.titles("#sea source:\"The Post\"", in: store) == ["Tram"])
    _ = try await store.undo()
    #expect(try await store.subscriptions() == [subscription(url)])
    #expect(try await folder.titles("#town", in: store) == ["Tram"])
    #expect(try await folder.titles("#sea", in: store) == [])
    // What changes nothing is no step.
    try await store.edit(subscription(url))
    try await store.subscribe([subscription(url)], now: folder.now)
    #expect(try await store.redo() != nil)
  }

  @Test func `an import is hidden by undo, and shown again by redo or by importing again`()
    async throws
  {
    let store = try folder.open()
    let drafts = [folder.draft("Tram"), folder.draft("Bridge", hour: 2)]
    let new = try await store.merge(drafts, fetched: folder.now).new
    try await store.noteImport(new: new, known: [])
    let undone = try await store.undo()
    #expect(undone?.change == .importArticles(new) && undone?.affected == 2)
    #expect(try await folder.titles("", in: store) == [])
    #expect(try await folder.titles("is:muted", in: store).count == 2)
    _ = try await store.redo()
    #expect(try await folder.titles("", in: store).count == 2)
    _ = try await store.undo()
    let again = try await store.merge(drafts, fetched: folder.now)
    try await store.noteImport(new: again.new, known: again.unchanged)
    #expect(try await folder.titles("", in: store).count == 2)
  }

  @Test func `a muting hides what it finds, but no bookmark, and undo takes it away whole`()
    async throws
  {
    let store = try folder.open()
    let ids = try await store.merge(
      [
        folder.draft("Tram stops"), folder.draft("Old tram", hour: 2), folder.draft("Cup", hour: 3),
      ],
      fetched: folder.now
    ).new
    try await store.perform(.setBookmark(true, [ids[1]]), now: folder.now)
    let muting = Muting(name: "word: tram", query: "title:tram")
    let report = try await store.perform(.setMuting(muting, true), now: folder.now)
    #expect(report.affected == 1)
    #expect(try await store.mutings() == [muting])
    #expect(try await folder.titles("", in: store) == ["Old tram", "Cup"])
    _ = try await store.undo()
    #expect(try await store.mutings().isEmpty)
    #expect(try await folder.titles("", in: store).count == 3)
    _ = try await store.redo()
    #expect(try await store.mutings() == [muting])
    #expect(try await store.perform(.setMuting(muting, false), now: folder.now).affected == 1)
    #expect(try await store.mutings().isEmpty)
    #expect(try await folder.titles("", in: store).count == 3)
    // A muting that finds nothing yet waits for what comes.
    let other = Muting(name: "word: dragon", query: "title:dragon")
    #expect(try await store.perform(.setMuting(other, true), now: folder.now).affected == 0)
    #expect(try await store.mutings() == [other])
  }

  @Test func `what a rule did is undone by its number, and done again`() async throws {
    let store = try folder.open()
    let ids = try await store.merge(
      [folder.draft("Tram"), folder.draft("Cup", hour: 2)], fetched: folder.now
    ).new
    try await store.writing { try $0.execute(sql: "DELETE FROM analysis_queue") }
    try await store.perform(.setRead(true, [ids[0]]), now: folder.now)
    let rule = ArticleRule(
      name: "No cups", query: try ArticleQuery(parsing: "cup"), actions: [.mute])
    try await store.apply([rule], now: folder.now)
    let step = try #require(try await store.steps(limit: 9).first)
    #expect(step.isByRule && step.report.direction == .done)
    let undone = try await store.turnStep(step.number)
    #expect(undone?.direction == .undone)
    #expect(try await folder.titles("", in: store).count == 2)
    #expect(try await store.steps(limit: 9).first?.report.direction == .undone)
    #expect(try await store.redo() == nil)
    _ = try await store.turnStep(step.number)
    #expect(try await folder.titles("", in: store) == ["Tram"])
    #expect(try await store.undo()?.change == .setRead(true, [ids[0]]))
    #expect(try await store.turnStep(9_999) == nil)
  }

  @Test func `the log of readings has each article once, the last one first`() async throws {
    let store = try folder.open()
    let ids = try await store.merge(
      [folder.draft("Tram"), folder.draft("Cup", hour: 2)], fetched: folder.now
    ).new
    try await store.noteReading(of: ids[0], seconds: 60, now: folder.now)
    try await store.noteReading(of: ids[1], seconds: 30, now: folder.now + 60)
    try await store.noteReading(of: ids[1], seconds: 30, now: folder.now + 120)
    try await store.noteReading(of: ids[0], seconds: 5, now: folder.now + 180)
    let readings = try await store.readings(limit: 10)
    #expect(readings.map(\.title) == ["Tram", "Cup"])
    #expect(readings.map(\.seconds) == [65, 60])
    #expect(readings[0].ended == folder.now + 180)
    let days = [folder.now - 86_400, folder.now - 1, folder.now + 86_400]
    #expect(try await store.statistics(of: days).days.map(\.seconds) == [125, 0])
  }
}
