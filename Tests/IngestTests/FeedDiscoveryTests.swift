import Testing

@testable import Ingest

struct FeedDiscoveryTests {
  private func feeds(_ page: String) -> [FoundFeed] {
    FeedDiscovery.feeds(in: Array(page.utf8), base: "https://paper.example/news/", contentType: nil)
  }

  @Test func `named feeds come before linked ones, those of comments last in each`() {
    let found = feeds(
      """
      <head><link rel="alternate" type="application/rss+xml" title="Paper » Comments" href="/comments/feed">
      <link rel="ALTERNATE nofollow" type="application/atom+xml; charset=utf-8" title="The &amp; Paper" href="../atom">
      <link rel=stylesheet href=/rss.css><link rel=alternate hreflang=de href=/de/>
      <link rel=alternate type=application/json href=/wp-json/posts/1>
      <link rel=alternate type=application/feed+json href=feed.json></head>
      <body><a href="/sport/rss.xml">Sport <b>feed</b></a> <a href="/about">About</a>
      <a href="/atom#top">again</a> <a href="javascript:rss">x</a></body>
      """)
    #expect(
      found == [
        FoundFeed(url: "https://paper.example/atom", title: "The & Paper", format: .atom),
        FoundFeed(url: "https://paper.example/news/feed.json", format: .json),
        FoundFeed(url: "https://paper.example/comments/feed", title: "Paper » Comments"),
        FoundFeed(url: "https://paper.example/sport/rss.xml", title: "Sport feed"),
      ])
  }

  @Test func `a base element moves relative links, and only web addresses are given`() {
    let found = feeds(
      """
      <base href="http://cdn.example/x/"><link rel=alternate type="application/rss+xml" href="f">
      <link rel=alternate type="application/rss+xml" href="file:///etc/passwd">
      <link rel=alternate type="application/rss+xml" href="feed://other.example/all">
      """)
    #expect(found.map(\.url) == ["http://cdn.example/x/f", "http://other.example/all"])
  }

  @Test func `a page of a thousand feeds gives thirty-two`() {
    let links = (0..<1_000).map { "<a href=/\($0)/rss>\($0)</a>" }.joined()
    #expect(feeds(links).count == FeedDiscovery.limit)
    #expect(feeds("<a href=/rss>never closed").count == 0)
    #expect(FeedDiscovery.feeds(in: [0x89, 0x50, 0x4E, 0x47], base: "", contentType: nil) == [])
  }

  @Test(arguments: [
    (
      "https://www.youtube.com/channel/UCabc",
      "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc"
    ),
    ("youtube.com/playlist?list=PL1", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1"),
    ("https://www.reddit.com/r/news/top", "https://www.reddit.com/r/news/.rss"),
    ("github.com/a/b/commits/main", "https://github.com/a/b/commits.atom"),
    ("https://social.example/@ann", "https://social.example/@ann.rss"),
    ("http://blog.example/en", "http://blog.example/en/feed"),
    ("blog.example", "https://blog.example/feed"),
  ])
  func `the likeliest address of a site's feed comes first`(_ site: String, _ first: String) {
    #expect(FeedDiscovery.guesses(for: site).first == first)
  }

  @Test(arguments: ["", "two words", "localhost", "file:///etc/passwd", "javascript:x"])
  func `what is no web address has no feeds`(_ site: String) {
    #expect(FeedDiscovery.guesses(for: site) == [])
  }
}
