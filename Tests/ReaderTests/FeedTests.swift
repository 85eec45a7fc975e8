import Articles
import FoundationEssentials
import Screen
import Testing

@testable import Reader

@Suite struct FeedTests {
  private static func feed(
    _ name: String, articles: Int = 3, unread: Int = 1, days: Double = 1, perWeek: Double = 3,
    problem: String? = nil
  ) -> Feed {
    var subscription = Subscription(url: "https://\(name.lowercased()).example/feed")
    subscription.title = name
    var health = FeedHealth()
    health.succeeded = problem == nil ? Desk.now.addingTimeInterval(-7200) : nil
    health.problem = problem
    health.failures = problem == nil ? 0 : 3
    return Feed(
      subscription: subscription, health: health, articles: articles, unread: unread,
      newest: articles > 0 ? Desk.now.addingTimeInterval(-86_400 * days) : nil, perWeek: perWeek)
  }

  private static var three: [Feed] {
    [
      feed("Velmora"), feed("Selis", articles: 12, unread: 0, days: 40, perWeek: 0),
      feed("Tarnov", articles: 0, unread: 0, perWeek: 0, problem: "there is no such page (404)"),
    ]
  }

  private func opened(columns: Int = 80, rows: Int = 24, _ feeds: [Feed] = three) -> Model {
    var reader = Model.showing(ListTests.titles, columns: columns, rows: rows)
    for case .loadFeeds(let request) in reader.type("gf") {
      _ = reader.update(.feedsLoaded(feeds, request))
    }
    return reader
  }

  // MARK: The view of sources

  @Test func `the view of sources says how each feed is doing`() {
    let reader = opened()
    let rows = reader.frame.text.split(separator: "\n").map(String.init)
    #expect(rows[1].contains("Sources · 3 feeds · 2 in trouble · by name"))
    #expect(
      rows[3...5] == [
        "│ ! Selis                          0/12             2 h  silent for 40 days    │",
        "│ ! Tarnov                          0/0           never  there is no such pag… │",
        "│ Velmora                           1/3       3     2 h                        │",
      ])
    #expect(rows[20].contains("https://selis.example/feed"))
  }

  @Test func `the view of sources fits every screen`() {
    for columns in [20, 30, 45, 60, 80, 100, 160] {
      for rows in [5, 8, 12, 24, 45] {
        var reader = opened(columns: columns, rows: rows)
        #expect(reader.frame.text.contains("Selis"), "\(columns)x\(rows)")
        for keys in ["G", "gg", "s", "d", "n", "r", "<Esc>", "t", "<Esc>"] {
          _ = reader.type(keys)
          _ = reader.frame
        }
        #expect(reader.mode == .sources)
      }
    }
  }

  @Test func `s sorts by name, by unread articles, by trouble`() {
    var reader = opened()
    func names() -> [String] { reader.sources?.rows.map(\.feed.name) ?? [] }
    #expect(names() == ["Selis", "Tarnov", "Velmora"])
    _ = reader.type("s")
    #expect(names() == ["Velmora", "Selis", "Tarnov"])
    _ = reader.type("s")
    #expect(names() == ["Tarnov", "Selis", "Velmora"])
  }

  @Test func `Enter shows the articles of a feed, Esc on the list all of them again`() {
    var reader = opened()
    let effects = reader.type("G<Enter>")
    let asked = effects.compactMap { effect in
      if case .loadHeadlines(let query, .start, _, _) = effect { query.condition } else { nil }
    }
    #expect(asked == [.feed("https://velmora.example/feed")])
    #expect(reader.mode == .reading)
    #expect(reader.frame.rowText(0).contains("‹Velmora›"))
    #expect(Session(text: reader.session.text).feed == reader.scope.feed)
    _ = reader.type("<Esc>")
    #expect(reader.scope.feed == nil)
  }

  @Test func `without feeds the view says how to add one`() {
    var reader = opened([])
    #expect(reader.frame.text.contains("No feeds yet."))
    #expect(reader.frame.text.contains(":add ADDRESS"))
    _ = reader.type("a")
    #expect(reader.frame.rowText(23).hasPrefix(":add"))
    _ = reader.type("<Esc>")
    #expect(reader.mode == .sources)
  }

  @Test func `hidden feeds are shown only when asked for`() {
    var feeds = Self.three
    feeds[0].subscription.isHidden = true
    var reader = opened(feeds)
    #expect(!reader.frame.text.contains("Velmora"))
    _ = reader.type(".")
    #expect(reader.frame.text.contains("◌ Velmora"))
    let edits = reader.type("GH")
    #expect(
      edits == [
        .editFeed("https://velmora.example/feed", .hidden(false), Request(kind: .intake, number: 1))
      ])
  }

  @Test func `d asks before it removes, and only y does it`() {
    var reader = opened()
    #expect(reader.type("d").isEmpty)
    #expect(reader.frame.text.contains("Remove Selis?"))
    #expect(reader.frame.text.contains("Stays: every bookmarked article"))
    for key in ["n", "q", "<Esc>"] {
      #expect(reader.type(key).isEmpty)
      #expect(reader.mode == .sources)
      #expect(reader.type("d<Enter>x").isEmpty)
    }
    let effects = reader.type("y")
    #expect(
      effects == [.removeFeed("https://selis.example/feed", Request(kind: .intake, number: 1))])
    _ = reader.update(.feedRemoved(articles: 12, Request(kind: .intake, number: 1)))
    #expect(reader.status.text == "Removed with 12 articles; bookmarks stay")
  }

  @Test func `r renames a feed and t tags it`() {
    var reader = opened()
    let renamed = reader.type("r^USelis<Space>Post<Enter>")
    let url = "https://selis.example/feed"
    #expect(
      renamed == [.editFeed(url, .title("Selis Post"), Request(kind: .intake, number: 1))])
    let tagged = reader.type("t#Town<Space>world/asia<Enter>")
    #expect(
      tagged == [
        .editFeed(url, .tags(["town", "world/asia"]), Request(kind: .intake, number: 2))
      ])
    #expect(reader.type("t#!<Enter>").isEmpty)
    #expect(reader.status.isError)
    #expect(reader.type("y") == [.copy(url)])
  }

  @Test func `a feed counts as silent after four of its pauses and two weeks at least`() {
    func state(_ days: Double, _ perWeek: Double) -> FeedState {
      FeedState(Self.feed("Selis", days: days, perWeek: perWeek), now: Desk.now)
    }
    #expect(state(13, 7) == .fine)
    #expect(state(15, 7) == .silent(days: 15))
    #expect(state(20, 1) == .fine)
    #expect(state(27, 0.25) == .fine)
    #expect(state(40, 0) == .silent(days: 40))
    var gone = Self.feed("Selis", days: 99)
    gone.health.isGone = true
    #expect(FeedState(gone, now: Desk.now) == .gone)
  }

  // MARK: Adding

  @Test func `:add takes addresses and topics`() {
    var reader = Model.showing(ListTests.titles, columns: 80, rows: 24)
    let effects = reader.type(":add<Space>selis.example<Space>#Elections<Enter>")
    let addition = FeedAddition(addresses: ["selis.example"], tags: ["election"])
    #expect(effects == [.addFeeds(addition, Request(kind: .intake, number: 1))])
    _ = reader.update(
      .feedAdded(name: "Selis", new: 2, Request(kind: .intake, number: 1)))
    #expect(reader.status.text == "Added Selis · 2 new articles")
    #expect(reader.type(":add<Space>#town<Enter>").isEmpty)
    #expect(reader.status.isError)
  }

  @Test func `the feeds of a page are chosen from, but never while a line is typed`() {
    var reader = Model.showing(ListTests.titles, columns: 80, rows: 24)
    let found = ["one", "two", "three"].map {
      FeedSuggestion(url: "https://selis.example/\($0)", title: "Selis \($0)")
    }
    _ = reader.type("/tram")
    _ = reader.update(.feedsFound(found, tags: ["town"], Request(kind: .intake, number: 1)))
    #expect(!reader.frame.text.contains("3 feeds "))
    _ = reader.type("<Esc>")
    #expect(reader.frame.text.contains("┌─ 3 feeds ─"))
    let effects = reader.type("j<Space>j<Space><Enter>")
    let wanted = FeedAddition(
      addresses: ["https://selis.example/two", "https://selis.example/three"], tags: ["town"])
    #expect(effects == [.addFeeds(wanted, Request(kind: .intake, number: 1))])
    #expect(reader.mode == .reading)
  }

  @Test func `:remove finds a feed by a part of its name, once the feeds are known`() {
    var reader = Model.showing(ListTests.titles, columns: 80, rows: 24)
    let effects = reader.type(":remove<Space>tar<Enter>")
    #expect(effects.allSatisfy { if case .loadFeeds = $0 { true } else { false } })
    for case .loadFeeds(let request) in effects.suffix(1) {
      _ = reader.update(.feedsLoaded(Self.three, request))
    }
    #expect(reader.frame.text.contains("Remove Tarnov?"))
    _ = reader.type("n:remove<Space>example<Enter>")
    #expect(reader.status.text.contains("means 3 feeds"))
    _ = reader.type(":remove<Space>V<Tab>")
    #expect(reader.frame.rowText(23).hasPrefix(":remove Velmora"))
  }

  @Test func `the sample edition gives way to the user's own store`() {
    var reader = Model(
      size: Size(columns: 80, rows: 24), surroundings: Surroundings(isSample: true))
    _ = reader.update(.started(now: Desk.now))
    #expect(reader.frame.text.contains("Sample edition"))
    let effects = reader.update(.ownStoreFilled)
    #expect(effects.first == .useOwnStore)
    #expect(!reader.frame.text.contains("Sample edition"))
    #expect(reader.update(.ownStoreFilled).isEmpty)
  }
}
