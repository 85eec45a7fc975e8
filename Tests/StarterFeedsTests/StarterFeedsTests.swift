import StarterFeeds
import Testing

@Suite struct StarterFeedsTests {
  @Test func `every row is a feed of its own, with a topic, over https`() {
    let feeds = StarterList.all
    #expect(feeds.count >= 50)
    #expect(Set(feeds.map(\.url)).count == feeds.count)
    #expect(Set(feeds.map(\.title)).count == feeds.count)
    #expect(Set(feeds.map(\.topic)).count >= 10)
    for feed in feeds {
      #expect(feed.url.hasPrefix("https://") && !feed.url.contains(" "), "\(feed)")
      #expect(!feed.topic.isEmpty && !feed.title.isEmpty && feed.language.count == 2, "\(feed)")
    }
    let topics = feeds.map(\.topic)
    let runs = topics.indices.filter { $0 == 0 || topics[$0 - 1] != topics[$0] }
    #expect(runs.count == Set(topics).count, "those of a topic stand together")
  }
}
