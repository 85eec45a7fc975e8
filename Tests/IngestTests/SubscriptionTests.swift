import Articles
import FoundationEssentials
import Testing

@testable import Ingest

struct SubscriptionTests {
  private func opml(_ text: String) -> [Subscription]? {
    OPMLReading.document(Array(text.utf8))?.subscriptions
  }

  @Test func `folders of OPML become tags, the outer ones included`() throws {
    let list = try #require(
      opml(
        """
        <?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
        <outline text="World"><outline text="Asia">
          <outline text="Lee&apos;s &amp; Co" type="atom" XMLURL=" https://a.example/f "
            htmlUrl="https://a.example/" category="/news/asia, tech" frss:cssFullContent=".a"/>
        </outline></outline>
        <outline><outline url="https://b.example/rss"></outline></outline>
        <outline text="Empty folder"/>
        <outline text="cmd" xmlUrl="|curl x | sh"/>
        </body></opml>
        """))
    var first = Subscription(url: "https://a.example/f")
    first.title = "Lee's & Co"
    first.site = "https://a.example/"
    first.folder = ["World", "Asia"]
    first.tags = ["World", "World/Asia", "news/asia", "tech"]
    first.attributes = ["type": "atom", "frss:cssFullContent": ".a"]
    var command = Subscription(url: "|curl x | sh")
    command.title = "cmd"
    command.origin = .command("curl x | sh")
    #expect(list == [first, Subscription(url: "https://b.example/rss"), command])
    #expect(!command.isFetchable && first.isFetchable)
  }

  @Test func `what is written is read back the same`() throws {
    var one = Subscription(url: "https://a.example/f?x=1&y=\"2\"")
    one.title = "A <b> & \u{1B}c"
    one.folder = ["World", "Asia"]
    one.tags = ["World", "World/Asia", "extra"]
    one.attributes = ["type": "rss", "nnw:id": "7 \"x\""]
    var two = Subscription(url: "https://b.example/f")
    two.title = "B"
    two.folder = ["World"]
    two.tags = ["World"]
    two.attributes = ["type": "rss"]
    var query = Subscription(url: "query:x:y")
    query.origin = .query(name: "x", filter: "y")
    let list = try #require(opml(OPMLWriting.document(title: "T", [one, query, two])))
    one.title = "A <b> & c"
    #expect(list == [one, two])
  }

  @Test func `other documents are no OPML, and damaged ones give what came whole`() {
    #expect(opml("<rss><channel/></rss>") == nil)
    let cut = "<opml><body><outline text='a' xmlUrl='https://a.example/'/><outline text='b' xmlU"
    #expect(opml(cut)?.map(\.url) == ["https://a.example/"])
    let deep = "<opml>" + String(repeating: "<outline text='x'>", count: 5_000)
    #expect(opml(deep) == [])
  }

  @Test func `the urls file of newsboat is read with quotes, titles, tags and comments`() {
    let document = NewsboatURLs.document(
      #"""
      # comment
      https://a.example/f#part news "two words" "~My \"A\"" # tail
      http://b.example/f ! "~B" "~C"
      "query:Unread News:unread = \"yes\" and title =~ \"a::b\""
      exec:~/bin/make-feed local
      "filter:sed s/a/b/:https://c.example/f"
      https://a.example/f#part more
      gopher://d.example
      """#)
    let list = document.subscriptions
    #expect(
      list.map(\.url) == [
        "https://a.example/f#part", "http://b.example/f",
        #"query:Unread News:unread = "yes" and title =~ "a::b""#, "exec:~/bin/make-feed",
        "filter:sed s/a/b/:https://c.example/f",
      ])
    #expect(list.map(\.title) == [#"My "A""#, "B", "Unread News", nil, nil])
    #expect(list[0].tags == ["news", "two words", "more"])
    #expect(list.map(\.isHidden) == [false, true, false, false, false])
    #expect(
      list.map(\.origin) == [
        .feed, .feed,
        .query(name: "Unread News", filter: #"unread = "yes" and title =~ "a:b""#),
        .command("~/bin/make-feed"),
        .filter(command: "sed s/a/b/", url: "https://c.example/f"),
      ])
    #expect(document.warnings == ["line 8 names no source that is known"])
  }

  @Test func `of newsboat's settings the filters and what is ignored are read`() throws {
    let text = """
      # my settings
      auto-reload yes
      bind-key ^R reload-all
      define-filter "Long and new" "age < 2 and unread = \\"yes\\""
      ignore-article "*" "title =~ \\"sponsored\\""
      ignore-article "https://a.example/feed" "author = \\"Ad\\""
      ignore-article "regex:https://.*" "title = \\"x\\""
      ignore-article "*"
      """
    let document = try NewsDocument.read(
      Array(text.utf8), in: IngestContext(now: Date(timeIntervalSince1970: 1_790_000_000)))
    #expect(document.format == .newsboat && document.articles.isEmpty)
    #expect(
      document.subscriptions.map(\.origin) == [
        .query(name: "Long and new", filter: "age < 2 and unread = \"yes\"")
      ])
    #expect(
      document.ignored == [
        IgnoredArticles(feed: nil, filter: "title =~ \"sponsored\""),
        IgnoredArticles(feed: "https://a.example/feed", filter: "author = \"Ad\""),
      ])
    #expect(document.warnings == ["line 7 names feeds by a pattern"])
    // A text that only tells of them is none.
    let page = "Filters\n\nThe command is called define-filter, said the manual on Friday."
    #expect(
      (try? NewsDocument.read(
        Array(page.utf8), in: IngestContext(now: Date(timeIntervalSince1970: 1_790_000_000))))?
        .format
        != .newsboat)
  }

  @Test func `every token that newsboat knows is cut as newsboat cuts it`() {
    #expect(
      NewsboatURLs.tokens(of: #"a "b\tc" "d\`e" "unclosed f"#) == [
        "a", "b\tc", "d\\`e", "unclosed f",
      ])
    #expect(NewsboatURLs.tokens(of: "  \t ") == [])
    #expect(NewsboatURLs.tokens(of: "# x") == [])
    #expect(NewsboatURLs.tokens(of: #""\"twice\"""#) == ["twice"])
  }

  @Test func `links and included lists are no feeds`() throws {
    let list = """
      <opml><body><outline text="a" url="http://a.example/f"/>
      <outline type="link" text="b" url="http://b.example/"/>
      <outline type="Include" text="c" url="http://c.example/x.opml"/></body></opml>
      """
    let document = try #require(OPMLReading.document(Array(list.utf8)))
    #expect(document.subscriptions.map(\.url) == ["http://a.example/f"])
  }
}
