import Articles
import FoundationEssentials
import Testing

@testable import Ingest

struct FeedTests {
  private let context = IngestContext(
    now: Date(timeIntervalSince1970: 1_768_573_800), base: "https://paper.example/feeds/all.xml")

  private func read(_ text: String) throws -> NewsDocument {
    try #require(try FeedReading.xml(Array(text.utf8), in: context))
  }

  private func rss(_ item: String) throws -> ArticleDraft {
    let feed = try read(
      "<rss version='2.0'><channel><title>P</title><item>\(item)</item></channel></rss>")
    return try #require(feed.articles.first)
  }

  @Test func `an item of RSS gives every fact of an article`() throws {
    let document = try read(
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:m="http://search.yahoo.com/mrss/">
      <channel><title>The &amp; Paper</title><link>/</link><description>All news</description>
      <language>en-gb</language><lastBuildDate>Fri, 16 Jan 2026 12:00:00 GMT</lastBuildDate>
      <image><url>/logo.png</url><title>other</title><link>http://x.example</link></image>
      <item><title>Tram &lt;b&gt;line&lt;/b&gt; reopens</title><link>../tram</link>
      <guid isPermaLink="false">t-1</guid><pubDate>Fri, 16 Jan 2026 10:00:00 +0100</pubDate>
      <dc:creator><![CDATA[Ann Lee]]></dc:creator><category>Local</category><category>Trams</category>
      <description>Short.</description><comments>/tram#comments</comments>
      <content:encoded><![CDATA[<p>Long <a href="/map">text</a>.</p>]]></content:encoded>
      <enclosure url="/a.mp3" type="audio/mpeg" length="12"/>
      <m:content url="/p.jpg" medium="image"><m:description>The tram</m:description>
      <m:credit>Bo</m:credit></m:content></item></channel></rss>
      """)
    #expect(document.format == .rss2)
    let feed = try #require(document.feed)
    #expect(feed.title == "The & Paper" && feed.link == "https://paper.example/")
    #expect(feed.icon == "https://paper.example/logo.png" && feed.description == "All news")
    var draft = ArticleDraft(title: "Tram line reopens", source: "The & Paper")
    draft.feed = context.base
    draft.guid = "t-1"
    draft.link = "https://paper.example/tram"
    draft.published = Date(timeIntervalSince1970: 1_768_554_000)
    draft.authors = ["Ann Lee"]
    draft.topics = ["Local", "Trams"]
    draft.language = "en-gb"
    draft.picture = Picture(
      url: "https://paper.example/p.jpg", caption: "The tram", credit: "Bo")
    draft.summary = Body(paragraphs: ["Short."])
    draft.body = Body([
      .paragraph([
        Span("Long "), Span("text", link: "https://paper.example/map"), Span("."),
      ])
    ])
    draft.enclosures = [
      Enclosure(url: "https://paper.example/a.mp3", type: "audio/mpeg", length: 12)
    ]
    draft.comments = "https://paper.example/tram#comments"
    #expect(document.articles == [draft])
  }

  @Test func `an entry of Atom is read with its links, people and bases`() throws {
    let document = try read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/x/" xml:lang="de">
      <title type="text">Blatt</title><author><name>Redaktion</name></author>
      <entry xml:base="y/"><id>urn:1</id><title type="html">A &amp;amp; B</title>
      <link rel="self" href="s"/><link href="a.html"/><link rel="enclosure" href="f.ogg"/>
      <updated>2026-01-16T10:00:00Z</updated><published>2026-01-15T10:00:00Z</published>
      <category term="politik"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
      <h:p xmlns:h="http://www.w3.org/1999/xhtml">Eins &amp; <a xml:base="/z/" href="q">zwei</a><br/>
      drei</h:p></div></content></entry></feed>
      """)
    let entry = try #require(document.articles.first)
    #expect(document.format == .atom && entry.title == "A & B" && entry.language == "de")
    #expect(entry.guid == "urn:1" && entry.link == "https://b.example/x/y/a.html")
    #expect(entry.authors == ["Redaktion"] && entry.topics == ["politik"])
    #expect(entry.enclosures.map(\.url) == ["https://b.example/x/y/f.ogg"])
    #expect(entry.published == Date(timeIntervalSince1970: 1_768_471_200))
    #expect(entry.updated == Date(timeIntervalSince1970: 1_768_557_600))
    #expect(entry.body.plainText == "Eins & zwei\ndrei")
    #expect(entry.body.links == ["https://b.example/z/q"])
  }

  @Test func `RDF and old formats are told apart`() throws {
    let rdf =
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='%'><channel/>"
      + "<item rdf:about='https://a.example/1'><title>x</title></item></rdf:RDF>"
    let rss1 = try read(rdf.replacing("%", with: "http://purl.org/rss/1.0/"))
    #expect(rss1.format == .rss1 && rss1.articles.map(\.guid) == ["https://a.example/1"])
    #expect(
      try read(rdf.replacing("%", with: "http://my.netscape.com/rdf/simple/0.9/")).format == .rss09)
    #expect(try read("<rss version='0.91'><channel/></rss>").format == .rss09)
    #expect(try read("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>").format == .atom03)
    for other in ["<html><body>x", "<opml/>", "<note><to>x</to></note>", "plain", ""] {
      #expect(try FeedReading.xml(Array(other.utf8), in: context) == nil)
    }
  }

  @Test func `the guid is the address unless it says that it is none`() throws {
    #expect(try rss("<guid>https://a.example/1</guid>").link == "https://a.example/1")
    #expect(try rss("<guid isPermaLink='FALSE'>https://a.example/1</guid>").link == nil)
    #expect(try rss("<guid>tag:1</guid>").link == nil)
    #expect(
      try rss("<link>https://b.example</link><guid>https://a.example/1</guid>").link
        == "https://b.example")
  }

  @Test func `titles escaped once, twice or not at all read the same`() throws {
    for title in [
      "Q&A: 1 &lt; 2 <i>now</i>", "Q&amp;A: 1 &amp;lt; 2 now",
      "<![CDATA[Q&amp;A: 1 < 2 <b>now</b>]]>",
      "  Q&#38;A:\n 1 &amp;#60; 2&nbsp;now ",
    ] {
      #expect(
        try rss("<title>\(title)</title>").title.replacing("\u{A0}", with: " ") == "Q&A: 1 < 2 now")
    }
    #expect(try rss("<title>caf&eacute; &euro; &#146;</title>").title == "café € ’")
  }

  @Test func `a post without a title is called by its beginning`() throws {
    #expect(try rss("<description>Just a note.</description>").title == "Just a note.")
    let long = String(repeating: "word ", count: 60)
    let title = try rss("<description>\(long)</description>").title
    #expect(title.hasSuffix("word…") && title.count <= 121)
  }

  @Test func `what came whole of a broken feed is kept`() throws {
    let junk = try read(
      "\u{FEFF} \n junk <rss><channel><item><title>a</title></item></channel></rss>")
    #expect(junk.articles.map(\.title) == ["a"])
    let unclosed = try read("<rss><channel><item><title>a</title><item><title>b<item><title>c")
    #expect(unclosed.articles.map(\.title) == ["a", "b", "c"])
    let cut = try read("<rss><channel><item><title>a</title><description>&lt;p&gt;One &lt;a hre")
    #expect(cut.articles.map(\.summary.plainText) == ["One"])
    let wrong = try read(
      "<rss><channel><item></b><title>a & b</i></title><link>x?a=1&copy=2</link></item>")
    #expect(wrong.articles.map(\.title) == ["a & b"])
    #expect(wrong.articles.map(\.link) == ["https://paper.example/feeds/x?a=1&copy=2"])
  }

  @Test func `entities of the document are text, bounded, and never files`() throws {
    let bomb = (1...9).map {
      "<!ENTITY e\($0) \"" + String(repeating: "&e\($0 - 1);", count: 10) + "\">"
    }
    let item = "<rss><channel><item><title>&e9;!</title></item></channel></rss>"
    let text = "<!DOCTYPE rss [<!ENTITY e0 \"ha\">\(bomb.joined())]>" + item
    let refused = IngestError.damaged(.rss2, line: nil)
    #expect(throws: refused) { try read(text) }
    let loop = "<!DOCTYPE rss [<!ENTITY e9 \"&e8;\"><!ENTITY e8 \"&e9;\">]>" + item
    #expect(throws: refused) { try read(loop) }
    let long = String(repeating: "x", count: 100_000)
    #expect(throws: refused) { try read("<!DOCTYPE rss [<!ENTITY e9 \"\(long)\">]>" + item) }
    #expect(throws: refused) {
      let text = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY e9 \"\(long)\">]>" + item
      return try NewsDocument.read(Array(text.utf8), in: context)
    }
    let file = "<!DOCTYPE rss [<!ENTITY e9 SYSTEM \"file:///etc/passwd\">]>" + item
    #expect(try read(file).articles[0].title == "&e9;!")
    let own = "<!DOCTYPE rss [<!ENTITY e9 \"Oslo &#38; co\">]>" + item
    #expect(try read(own).articles[0].title == "Oslo & co!")
  }

  @Test func `limits hold for depth, numbers and lengths`() throws {
    let deep = "<rss><channel><item><title>a" + String(repeating: "<x y='1'>", count: 100_000)
    #expect(try read(deep).articles.count == 1)
    let many = "<rss><channel>" + String(repeating: "<item><title>a</title></item>", count: 5_010)
    let document = try read(many)
    #expect(document.articles.count == 5_000 && document.warnings.count == 1)
    let wide =
      "<rss><channel><item " + (0..<5_000).map { "a\($0)='x' " }.joined() + "><title>a</title>"
    #expect(try read(wide).articles.count == 1)
    let long = try rss("<title>" + String(repeating: "ü", count: 100_000) + "</title>")
    #expect(long.title.utf8.count <= IngestLimits.title)
    #expect(
      try rss("<enclosure url='x' length='99999999999999999999'/>").enclosures[0].length == nil)
  }

  @Test func `JSON Feed is read, also in part`() throws {
    let text = #"""
      {"version":"https://jsonfeed.org/version/1.1","title":"P","home_page_url":"/","language":"en",
      "items":[{"id":1,"url":"a","title":"One","content_html":"<p>Hi</p>","tags":["x"],
      "authors":[{"name":"Ann"}],"date_published":"2026-01-16T10:00:00Z","image":"i.png",
      "attachments":[{"url":"f.mp3","mime_type":"audio/mpeg","size_in_bytes":12}]},
      7, {"id":"2","content_text":"a < b\n\nsecond","title":null,"tags":"y"}, {"id":"3","title":"cut
      """#
    let document = try #require(try FeedReading.json(Array(text.utf8), in: context))
    #expect(document.format == .json && document.articles.map(\.guid) == ["1", "2"])
    let first = document.articles[0]
    #expect(first.link == "https://paper.example/feeds/a" && first.source == "P")
    #expect(first.authors == ["Ann"] && first.topics == ["x"] && first.language == "en")
    #expect(
      first.enclosures[0].length == 12 && first.picture?.url == "https://paper.example/feeds/i.png")
    #expect(document.articles[1].body == Body(paragraphs: ["a < b", "second"]))
    #expect(document.articles[1].title == "a < b" && document.articles[1].topics == ["y"])
  }

  @Test func `JSON that is no feed, or a bomb, does no harm`() throws {
    for text in [#"{"a":1}"#, "[]", "{", "nul", #"{"title":"x","error":404}"#] {
      #expect(try FeedReading.json(Array(text.utf8), in: context) == nil)
    }
    let bomb =
      #"{"version":"https://jsonfeed.org/version/1","items":"#
      + String(repeating: "[[", count: 200_000)
    for damaged in [
      bomb, #"{"version":"https://jsonfeed.org/version/1","title":NaN,"items":[Inf]}"#,
    ] {
      #expect(throws: IngestError.damaged(.json, line: 1)) {
        try FeedReading.json(Array(damaged.utf8), in: context)
      }
    }
    var reader = JSONReader(Array(#"["\ud83d\ude00 \ud83d \u00e9\"\/",-1.5e3,true]"#.utf8))
    #expect(
      reader.value() == .array([.string("😀 \u{FFFD} é\"/"), .number("-1.5e3"), .bool(true)]))
  }

  @Test func `a feed that ends before its title is damaged`() throws {
    for text in [
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>x</ti",
      #"{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[{"id":"1","title":"B"#,
    ] {
      #expect(throws: IngestError.self) { try NewsDocument.read(Array(text.utf8), in: context) }
    }
    #expect(try read("<rss><channel><title>A</title></channel></rss>").articles.isEmpty)
  }

  @Test func `every cut of a feed and every single damaged byte is survived`() throws {
    let text = """
      <!DOCTYPE a [<!ENTITY b "c">]><rss xmlns:m="http://search.yahoo.com/mrss/"><channel><item>\
      <title><![CDATA[x]]>&b;<!-- y --></title><link href='a' rel=alternate /><author><name>n</name>\
      </author><m:group><m:content url="u"/></m:group><description><p>z</p></description></item>
      """
    let bytes = Array(text.utf8)
    for end in bytes.indices {
      _ = try? FeedReading.xml(Array(bytes[..<end]), in: context)
      for byte in [0x00, 0x22, 0x26, 0x3C, 0x3E, 0x5D, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[end] = byte
        _ = try? FeedReading.xml(TextDecoding.utf8(damaged), in: context)
      }
    }
  }

  @Test func `a summary that only begins another one gives way to it`() throws {
    let item = "<description>We talk...</description><itunes:summary>%</itunes:summary>"
    func summary(_ whole: String) throws -> String {
      try rss(item.split(separator: "%").joined(separator: whole)).summary.plainText
    }
    #expect(try summary("We talk to the mayor.") == "We talk to the mayor.")
    #expect(try summary("With the mayor of the town.") == "We talk...")
  }
}
