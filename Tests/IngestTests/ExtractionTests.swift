import Articles
import FoundationEssentials
import Testing

@testable import Ingest

/// The article of a page, without the page around it.
struct ExtractionTests {
  private let now = CivilTime(year: 2026, month: 1, day: 20, hour: 12).date()
  private let first =
    "The tram line along the harbour opened again on Friday, two years after the flood, and the "
    + "first cars were full before noon, the operator said."
  private let second =
    "Repairs took longer than planned, because the old bridge, built in 1911, had to be raised by "
    + "a metre; the town paid half, the province the rest."
  private let third =
    "Shopkeepers on the quay, who had lost a third of their trade, handed out coffee, cake and "
    + "paper flags to everyone who got off at the old market."

  private var paragraphs: String { "<p>\(first)</p><p>\(second)</p><p>\(third)</p>" }

  private func extract(_ html: String, base: String? = nil) throws -> ExtractedArticle {
    try ExtractedArticle(Array(html.utf8), in: IngestContext(now: now, base: base))
  }

  @Test func `menus, sidebars and footers are left out`() throws {
    let article = try extract(
      """
      <html><head><title>Tram opens - The Wire</title></head><body>
      <nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav>
      <div class="layout"><div class="story-content"><h1>Tram opens</h1>\(paragraphs)</div>
      <div class="sidebar"><p>Most read this week, as chosen by you, our readers, every day.</p>
      </div></div><footer><p>Copyright, imprint, and whatever else, stands here.</p></footer>
      """)
    #expect(article.title == "Tram opens")
    #expect(article.text == [first, second, third].joined(separator: "\n"))
  }

  @Test func `buttons, newsletters and other articles within the text are left out`() throws {
    let article = try extract(
      """
      <body><article><p>\(first)</p><div class="share-bar"><a href="x">Tell your friends</a></div>
      <p>\(second)</p><div class="newsletter-box"><p>Get the morning mail, free, every day.</p></div>
      <p>Advertisement</p><p>Related: <a href="/b">How bridges are raised</a></p>
      <ul><li><a href="/c">Ferry stops running</a><li><a href="/d">Quay floods again</a></ul>
      <p>\(third)</p><h3>More stories</h3><p><a href="/e">Market moves</a></p>
      <p><a href="/f">Mayor resigns</a></p></article>
      """)
    #expect(article.text == [first, second, third].joined(separator: "\n"))
  }

  @Test func `lists and quotes of the article stay`() throws {
    let article = try extract(
      """
      <body><article><p>\(first)</p><ul><li>Every ten minutes<li>Until midnight</ul><p>\(second)</p>
      <blockquote>We waited, and it came.</blockquote><p>\(third)</p></article>
      """)
    let lines = [
      first, "Every ten minutes", "Until midnight", second, "We waited, and it came.", third,
    ]
    #expect(article.text == lines.joined(separator: "\n"))
  }

  @Test func `words under pictures are captions, and no part of the plain text`() throws {
    let article = try extract(
      """
      <body><div id="story"><p>\(first)</p><figure><img src="/a.jpg"><div>A tram on the quay.</div>
      <span>Ellery Press</span></figure><p>\(second)</p><div class="photo-caption">The bridge</div>
      <p>\(third)</p></div>
      """, base: "https://wire.example/2026/01/16/tram")
    #expect(article.text == [first, second, third].joined(separator: "\n"))
    let pictures = article.body.blocks.compactMap { block -> Picture? in
      if case .figure(let picture) = block { picture } else { nil }
    }
    #expect(pictures.first?.url == "https://wire.example/a.jpg")
    #expect(pictures.first?.caption?.hasPrefix("A tram on the quay.") == true)
    #expect(pictures.last?.caption == "The bridge")
  }

  @Test func `lines parted by breaks are paragraphs`() throws {
    let article = try extract(
      "<body><table><tr><td>\(first)<br><br>\(second)<br><br>\(third)</td></tr></table>")
    #expect(article.text == [first, second, third].joined(separator: "\n"))
  }

  @Test func `the parts of an article in equal boxes belong together`() throws {
    let article = try extract(
      """
      <body><div><div class="part"><p>\(first)</p></div><div class="part"><p>\(second)</p></div>
      <div class="part"><p>\(third)</p></div></div>
      """)
    #expect(article.text == [first, second, third].joined(separator: "\n"))
  }

  @Test(arguments: [
    (#"<meta name="author" content="Mara Lind">"#, "", "Mara Lind"),
    ("", #"<p class="byline">By Mara Lind and Tom Okoro</p>"#, "Mara Lind, Tom Okoro"),
    ("", #"<a rel="author" href="/m">mlind</a>"#, "mlind"),
    ("", "<p>Von Mara Lind</p>", "Mara Lind"),
    (
      #"<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"Tram","#
        + #""author":{"@id":"m1"}},{"@type":"Person","@id":"m1","name":"Mara Lind"}]}</script>"#,
      "", "Mara Lind"
    ),
  ])
  func `the byline stands in data, marks or lines`(
    head: String, line: String, byline: String
  ) throws {
    let article = try extract(
      "<head>\(head)</head><body><article><h1>Tram</h1>\(line)\(paragraphs)</article>")
    #expect(article.byline == byline)
    #expect(article.text == [first, second, third].joined(separator: "\n"))
  }

  @Test(arguments: [
    (#"<p class="date">16.01.2026</p>"#, "https://wire.example/a"),
    ("<p>Published 16 January 2026</p>", "https://wire.example/a"),
    ("", "https://wire.example/2026/01/16/tram-opens"),
  ])
  func `the date stands in marks, lines or the address`(line: String, base: String) throws {
    let article = try extract(
      "<body><article><h1>Tram</h1>\(line)\(paragraphs)</article>", base: base)
    #expect(article.published.map(CivilTime.rfc3339) == "2026-01-16T00:00:00Z")
  }

  @Test(arguments: [
    ("The Wire » Archive » Tram opens again", ["The Wire"], ["Tram opens again"]),
    ("Tram opens again | The Wire", ["The Wire", "Tram opens again"], []),
    ("Tram opens again - The Wire", ["Menu", "Tram opens again"], []),
    ("\"Tram\" opens again", ["Tram opens again"], []),
    ("Tram opens again", [], ["Tram opens again", "More"]),
  ])
  func `the headline is the heading that says what the page is called`(
    head: String, first: [String], second: [String]
  ) {
    var titles = PageTitles()
    titles.head = head
    for heading in first { titles.add(heading: heading, level: 1) }
    for heading in second { titles.add(heading: heading, level: 2) }
    #expect(
      titles.headline(site: "The Wire", address: "https://wire.example/a") == "Tram opens again")
  }

  @Test(arguments: [
    // Styles, the line above, and what stands in a heading that nobody ended, are no headline.
    "<h1><style>.a{b:c}</style><span class=kicker>Harbour</span> Tram opens again</h1>",
    "<h1>Tram opens again<h4>Published by Ana</h4></h1>",
    "<h1><ruby>Tram<rt>to-ra-mu</rt></ruby> opens again</h1>",
    // The name of the publication is a heading, too.
    "<h1 id=site-title>Old Tram and Rail News</h1><h2 class=entry-title>Tram opens again</h2>",
    "<h1>Trains</h1><h2 itemprop=headline>Tram opens again</h2>",
  ])
  func `the headline is read as the page shows it`(html: String) throws {
    let head = "<head><title>Latest - Old Tram and Rail News</title></head>"
    let article = try extract("\(head)<body>\(html)<article>\(paragraphs)</article>")
    #expect(article.title == "Tram opens again")
  }

  @Test(arguments: [
    // What others are told names a section or the publication; the page names the writer.
    "<meta name=author content='The Wire'><body><div class=author>By Ana Reporter</div>",
    "<meta name='twitter:label1' content='Written by'>"
      + "<meta name='twitter:data1' content='Ana Reporter'><body>",
    "<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' content='Two'>"
      + "<body><div class=post-author>Ana Reporter</div>",
    "<body><div class=author>Posted on September 21, 2020 by Ana Reporter</div>",
    "<body><div class=author>Author: Ana Reporter at 21.09.2020, 13:36</div>",
    "<body><div class=dateline>Thursday</div><div class=author>Ana Reporter</div>",
    "<body><div class=author_header>Ana Reporter</div>",
  ])
  func `the byline is a name, not the publication's, if there is one`(head: String) throws {
    let site = "<meta property='og:site_name' content='The Wire'>"
    let article = try extract("\(site)\(head)<h1>Tram</h1><article>\(paragraphs)</article>")
    #expect(article.byline == "Ana Reporter")
  }

  @Test(arguments: [
    ("<div class=date>21 September 2020 (AP)</div>", nil),
    ("<div class=meta-line_meta>Ana Reporter / 21.09.2020 / 06:15</div>", nil),
    ("<span class=published title='2020-09-21T00:00:00Z'></span>", nil),
    ("<div class=date>9/21/2020</div>", nil), ("", "https://a.example/news/21-09-2020"),
    (
      "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\","
        + "\"datePublished\":\"2020-09-21T00:00:00Z\"}]}</script>", nil
    ),
  ])
  func `the date stands in many forms`(html: String, base: String?) throws {
    let article = try extract(
      "<html lang=de><body><h1>Tram</h1>\(html)<article>\(paragraphs)</article>", base: base)
    #expect(article.published.map { CivilTime.rfc3339($0).prefix(10) } == "2020-09-21")
  }

  @Test func `a page saved as UTF-8 is read so, whatever its head says`() throws {
    let words = "路面电车周五重新开通，首班车上午已经满员，运营方说，修复工程比计划更久。"
    let html =
      #"<head><meta charset="gb2312"><title>电车</title></head><body><article><p>"#
      + words + "</p><p>" + words + words + "</p></article>"
    #expect(try extract(html).text == words + "\n" + words + words)
  }

  @Test func `a short page without an article gives all that it shows`() throws {
    #expect(try extract("<body><div>One line.</div>").text == "One line.")
    #expect(try extract("<body><script>var a = 1;</script>").text.isEmpty)
  }

  @Test(arguments: [
    String(repeating: "<div>", count: 100_000),
    String(repeating: "<table><tr><td>", count: 30_000),
    String(repeating: "<ul><li><a href=x>a, b</a>", count: 30_000),
    String(repeating: "<b><i><a href=x>", count: 50_000),
    String(repeating: "</div></p></td>", count: 100_000),
    String(repeating: "<figure class=caption>", count: 50_000),
    "<div " + String(repeating: "class=a ", count: 200_000) + ">",
  ])
  func `no markup makes it fail`(markup: String) throws {
    let article = try extract("<html><body><p>\(first)</p>" + markup + "<p>\(second)")
    #expect(article.body.blocks.count < 200_000)
  }

  @Test(arguments: [
    ("<h5>Author:</h5>Ana Reporter/AP<br>", "Ana Reporter"),
    ("<p>04.02.2022 | 13:10 | Ana Reporter</p>", "Ana Reporter"),
    ("<span class=author>Posted on September 21, 2020 by Ana Reporter</span>", "Ana Reporter"),
    ("<span class=byline>byAna Reporter 22 Dec 2016</span>", "Ana Reporter"),
    ("<cite class=byline>By ANA REPORTER March 11, 2015 3:46 PM</cite>", "ANA REPORTER"),
    ("<p class=author>Ana Reporter im Gespräch mit Bo Writer</p>", "Ana Reporter, Bo Writer"),
    ("<p><span class=dateline>HARBOUR TOWN –</span> It opened.</p>", nil),
    ("<table><tr><th>By changesets</th></tr></table>", nil),
    ("<ul class=commentlist><li><span class=author>Any Reader</span></ul>", nil),
  ])
  func `the byline is told from places, dates and readers`(line: String, byline: String?) throws {
    let article = try extract("<body><h1>Tram opens</h1>\(line)\(paragraphs)</body>")
    #expect(article.byline == byline)
  }

  @Test func `structured data outranks the head, also in a CDATA section and by reference`() throws
  {
    let article = try extract(
      """
      <head><title>Tram opens - The Wire</title><meta name="author" content="Web Team">
      <meta property="article:published_time" content="2026-01-17T09:00:00Z">
      <script type="application/ld+json"><![CDATA[{"@graph":[
        {"@type":"Article","headline":"what the town waited for","name":"Tram opens",
         "datePublished":"2026-01-16T23:30:00-05:00","author":{"@id":"#ana"}},
        {"@type":["Person"],"@id":"#ana","name":"Ana Reporter"}]}]]></script></head>
      <body><h1>Tram opens</h1>\(paragraphs)</body>
      """)
    #expect(article.title == "Tram opens")
    #expect(article.byline == "Ana Reporter")
    let published = try #require(article.published)
    #expect(
      CivilTime.rfc3339(published, offset: article.publishedOffset) == "2026-01-16T23:30:00-05:00")
  }

  @Test(arguments: [
    // The line above the headline stands in its element; a menu has a heading too.
    ("<h1><span>Report of the town council:</span> Tram opens at last</h1>", "Tram opens at last"),
    (
      "<h1 id=navHeadline>Main menu of site</h1><h1>Second menu here</h1><p><b>Tram opens at last</b></p>",
      "Tram opens at last"
    ),
  ])
  func `the headline is told from lines above it and from menus`(html: String, title: String) throws
  {
    let article = try extract(
      "<head><meta property='og:title' content='Tram opens at last'></head><body>\(html)\(paragraphs)"
    )
    #expect(article.title == title)
  }

  @Test func `a date that calls itself nothing more gives way to the published one`() throws {
    let article = try extract(
      """
      <head><meta name="date" content="2026-01-19"></head><body><h1>Tram opens</h1>
      <time itemprop="datePublished" datetime="2026-01-16"></time>\(paragraphs)
      """)
    #expect(article.published.map(CivilTime.rfc3339) == "2026-01-16T00:00:00Z")
  }

  @Test func `what is no text is refused`() {
    #expect(throws: IngestError.empty) { try ExtractedArticle([], in: IngestContext(now: now)) }
  }
}
