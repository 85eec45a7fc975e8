import Articles
import FoundationEssentials

/// Articles as one page of HTML that needs nothing beside it.
struct HTMLExport: ArticleExport {
  let zone: LocalZone

  mutating func begin(_ sink: inout ExportSink) {
    sink.add(
      """
      <!DOCTYPE html>
      <html>
      <head>
      <meta charset="utf-8">
      <title>Broadsheet</title>
      <style>
      body { max-width: 40em; margin: 2em auto; padding: 0 1em; line-height: 1.5; }
      .facts, .note { color: #555; } blockquote.kept { border-left: 3px solid; padding-left: 1em; }
      img { max-width: 100%; }
      </style>
      </head>
      <body>
      """)
  }

  mutating func add(_ exported: ExportedArticle, to sink: inout ExportSink) {
    let article = exported.article
    let title = Escaping.xml(article.head.title)
    let linked = Escaping.address(exported.address).map { "<a href=\"\($0)\">\(title)</a>" }
    let language = article.language.map { " lang=\"\(Escaping.xml($0))\"" } ?? ""
    sink.add("<article id=\"\(article.id)\"\(language)>\n<h1>\(linked ?? title)</h1>")
    sink.add("<p class=\"facts\">\(facts(exported))</p>")
    let note = exported.details.note
    if !note.isEmpty {
      let lines = note.split(separator: "\n").map { Escaping.xml(String($0)) }
      sink.add("<p class=\"note\">\(lines.joined(separator: "<br>"))</p>")
    }
    for quote in exported.quotes {
      sink.add("<blockquote class=\"kept\">\(Escaping.xml(quote.passage.text))</blockquote>")
    }
    if !article.highlights.isEmpty {
      let items = article.highlights.map { "<li>\(Escaping.xml($0))</li>" }
      sink.add("<ul>\(items.joined())</ul>")
    }
    sink.add(exported.text.html)
    sink.add("</article>")
  }

  mutating func end(_ sink: inout ExportSink) { sink.add("</body>\n</html>") }

  private func facts(_ exported: ExportedArticle) -> String {
    let head = exported.article.head
    var facts = [head.source, DueDay.text(head.published, zone: zone)]
    if !head.authors.isEmpty { facts.append(head.authors.joined(separator: ", ")) }
    facts += head.topics.map { "#\($0)" }
    if !exported.details.folder.isEmpty { facts.append(exported.details.folder) }
    if let due = exported.details.due { facts.append("due \(DueDay.text(due, zone: zone))") }
    return Escaping.xml(facts.filter { !$0.isEmpty }.joined(separator: " · "))
  }
}

/// Bookmarks as the file that every browser imports: folders within folders.
struct NetscapeExport: ArticleExport {
  private var folder: [String] = []

  init() {}

  mutating func begin(_ sink: inout ExportSink) {
    sink.add(
      """
      <!DOCTYPE NETSCAPE-Bookmark-file-1>
      <!-- This is an automatically generated file. -->
      <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
      <TITLE>Bookmarks</TITLE>
      <H1>Bookmarks</H1>
      <DL><p>
      """)
  }

  mutating func add(_ exported: ExportedArticle, to sink: inout ExportSink) {
    guard let address = Escaping.address(exported.address) else { return }
    enter(exported.details.folder.split(separator: "/").map(String.init), &sink)
    let head = exported.article.head
    let added = CivilTime.clampedSeconds(exported.added ?? head.published)
    let tags = head.topics.map { $0.replacing(",", with: " ") }.joined(separator: ",")
    let named = tags.isEmpty ? "" : " TAGS=\"\(Escaping.xml(tags))\""
    sink.add(
      "\(indent)<DT><A HREF=\"\(address)\" ADD_DATE=\"\(added)\"\(named)>"
        + "\(Escaping.xml(head.title))</A>")
    let note = exported.details.note
    guard !note.isEmpty else { return }
    sink.add(
      "\(indent)<DD>" + Escaping.xml(note).split(separator: "\n").joined(separator: "<br>"))
  }

  mutating func end(_ sink: inout ExportSink) {
    enter([], &sink)
    sink.add("</DL><p>")
  }

  private var indent: String { String(repeating: "    ", count: folder.count + 1) }

  /// Closes and opens folders until those of `path` are open.
  private mutating func enter(_ path: [String], _ sink: inout ExportSink) {
    let shared = zip(folder, path).prefix { $0 == $1 }.count
    while folder.count > shared {
      folder.removeLast()
      sink.add("\(indent)</DL><p>")
    }
    for name in path.dropFirst(shared) {
      sink.add("\(indent)<DT><H3>\(Escaping.xml(name))</H3>")
      sink.add("\(indent)<DL><p>")
      folder.append(name)
    }
  }
}
