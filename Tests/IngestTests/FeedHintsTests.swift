import Articles
import FoundationEssentials
import Testing

@testable import Ingest

struct FeedHintsTests {
  private func read(_ channel: String) throws -> NewsDocument {
    let text = """
      <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
        xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>\(channel)</channel></rss>
      """
    let context = IngestContext(now: Date(timeIntervalSince1970: 0), base: "https://a.example/f")
    return try #require(try FeedReading.xml(Array(text.utf8), in: context))
  }

  private func head(_ channel: String) throws -> FeedHead { try #require(try read(channel).feed) }

  @Test func `a feed says when it wants to be fetched`() throws {
    let head = try head(
      """
      <ttl> 90 </ttl><skipHours><hour>0</hour><hour>24</hour><hour>23</hour><hour>77</hour></skipHours>
      <skipDays><day>Sunday</day><day>SAT</day><day>Someday</day></skipDays>
      <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
      """)
    #expect(head.minutesToLive == 90 && head.suggestedInterval == 5_400)
    #expect(head.skippedHours == [0, 23] && head.skippedDays == [0, 6])
  }

  @Test(arguments: [
    ("<ttl>0</ttl>", nil), ("<ttl>1</ttl>", 300), ("<ttl>-5</ttl>", nil), ("<ttl>soon</ttl>", nil),
    ("<ttl>99999999999999999999</ttl>", nil), ("<ttl>1000000</ttl>", 2_592_000),
    ("<sy:updatePeriod>daily</sy:updatePeriod>", 86_400),
    ("<sy:updatePeriod>yearly</sy:updatePeriod>", 2_592_000),
    ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 3_600),
    ("<sy:updateFrequency>4</sy:updateFrequency>", nil),
    ("<item><ttl>60</ttl></item>", nil),
  ])
  func `the interval is clamped, and nonsense is passed over`(_ text: String, _ seconds: Int?)
    throws
  {
    #expect(try head(text).suggestedInterval == seconds)
  }

  @Test func `a feed that skips every hour skips none`() throws {
    let hours = (0..<24).map { "<hour>\($0)</hour>" }.joined()
    #expect(try head("<skipHours>\(hours)</skipHours>").skippedHours == [])
  }

  @Test func `only a web address is taken for the new one`() throws {
    let element = "itunes:new-feed-url"
    #expect(try head("<\(element)>/b</\(element)>").newAddress == "https://a.example/b")
    #expect(try head("<\(element)>file:///etc/passwd</\(element)>").newAddress == nil)
    #expect(try head("<\(element)>ftp://a.example/b</\(element)>").newAddress == nil)
  }

  @Test func `RSS 1.1 and channel definitions are feeds`() throws {
    let context = IngestContext(now: Date(timeIntervalSince1970: 0))
    let rss = try NewsDocument.read(
      Array(
        """
        <Channel xmlns="http://purl.org/net/rss1.1#" xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <title>P</title><items r:parseType="Collection"><item r:about="x"><title>A</title></item>
        <item><title>B</title></item></items></Channel>
        """.utf8), in: context)
    #expect(rss.feed?.title == "P" && rss.articles.map(\.title) == ["A", "B"])
    let cdf = try NewsDocument.read(
      Array(
        """
        <CHANNEL LASTMOD="2004-04-07T04:05:43Z"><ITEM HREF="http://a.example/"><TITLE>A</TITLE></ITEM>
        </CHANNEL>
        """.utf8), in: context)
    #expect(cdf.articles.first?.link == "http://a.example/")
    #expect(cdf.feed?.updated == Date(timeIntervalSince1970: 1_081_310_743))
  }

  @Test func `an old image link, media keywords and the server's language count`() throws {
    var document = try read(
      """
      <itunes:link rel="image" href="/i.jpg"/><item><title>A</title>
      <m:keywords xmlns:m="http://search.yahoo.com/mrss/">x, y</m:keywords></item>
      """)
    #expect(document.feed?.icon == "https://a.example/i.jpg")
    #expect(document.articles.first?.topics == ["x", "y"])
    let context = IngestContext(now: Date(timeIntervalSince1970: 0), language: "de")
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><entry%><title>A</title></entry></feed>"
    func language(_ attribute: String) throws -> String? {
      let text = atom.split(separator: "%").joined(separator: attribute)
      document = try #require(try FeedReading.xml(Array(text.utf8), in: context))
      return document.articles.first?.language
    }
    #expect(try language("") == "de" && language(" xml:lang='fr'") == "fr")
    #expect(try language(" xml:lang=''") == nil)
  }
}
