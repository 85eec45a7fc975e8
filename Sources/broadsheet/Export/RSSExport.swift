import Articles
import FoundationEssentials

/// Articles as an RSS 2.0 feed with their whole texts.
struct RSSExport: ArticleExport {
  let now: Date

  mutating func begin(_ sink: inout ExportSink) {
    sink.add(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel>
      <title>Broadsheet</title>
      <link>https://localhost/</link>
      <description>Articles of a Broadsheet store</description>
      <lastBuildDate>\(ExportDate.rfc822(now))</lastBuildDate>
      """)
  }

  mutating func add(_ exported: ExportedArticle, to sink: inout ExportSink) {
    let (article, head) = (exported.article, exported.article.head)
    var lines = ["<item>", "<title>\(Escaping.xml(head.title))</title>"]
    if let address = Escaping.address(exported.address) { lines.append("<link>\(address)</link>") }
    lines.append("<guid isPermaLink=\"false\">\(Escaping.xml(head.guid ?? "\(head.id)"))</guid>")
    lines.append("<pubDate>\(ExportDate.rfc822(head.published))</pubDate>")
    lines += head.authors.map { "<dc:creator>\(Escaping.xml($0))</dc:creator>" }
    lines += head.topics.map { "<category>\(Escaping.xml($0))</category>" }
    if !article.summary.isEmpty {
      lines.append("<description>\(Escaping.xml(article.summary.html))</description>")
    }
    if !article.body.isEmpty {
      lines.append("<content:encoded>\(Escaping.xml(article.body.html))</content:encoded>")
    }
    for file in article.enclosures {
      guard let url = Escaping.address(file.url) else { continue }
      let type = Escaping.xml(file.type ?? "application/octet-stream")
      lines.append("<enclosure url=\"\(url)\" type=\"\(type)\" length=\"\(file.length ?? 0)\"/>")
    }
    if let comments = Escaping.address(article.comments) {
      lines.append("<comments>\(comments)</comments>")
    }
    sink.add((lines + ["</item>"]).joined(separator: "\n"))
  }

  mutating func end(_ sink: inout ExportSink) { sink.add("</channel>\n</rss>") }
}
