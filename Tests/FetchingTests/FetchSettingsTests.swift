import Articles
import Testing

@testable import Fetching

@Suite struct FetchSettingsTests {
  @Test func `a feed's own settings count, then its tags', then those for all`() {
    var settings = FetchSettings()
    settings.all.interval = 1
    settings.all.limit = 2
    settings.all.keepDays = 3
    settings.byTag["news"] = FeedSettings()
    settings.byTag["news"]?.limit = 20
    settings.byTag["news"]?.keepDays = 30
    settings.byTag["daily"] = FeedSettings()
    settings.byTag["daily"]?.limit = 21
    settings.byTag["daily"]?.title = "Daily"
    settings.byFeed["https://a.example/feed"] = FeedSettings()
    settings.byFeed["https://a.example/feed"]?.keepDays = 300

    var feed = Subscription(url: "https://a.example/feed")
    #expect(settings.settings(for: feed).limit == 2)
    feed.tags = ["news", "daily", "other"]
    let own = settings.settings(for: feed)
    #expect(own.interval == 1 && own.limit == 20 && own.keepDays == 300 && own.title == "Daily")
    feed.url = "https://b.example/feed"
    #expect(settings.settings(for: feed).keepDays == 30)
  }
}
