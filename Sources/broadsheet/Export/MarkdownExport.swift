import Articles
import FoundationEssentials

/// Articles as one Markdown document.
struct MarkdownExport: ArticleExport {
  let zone: LocalZone
  private var isFirst = true

  init(zone: LocalZone) { self.zone = zone }

  mutating func begin(_ sink: inout ExportSink) {}
  mutating func end(_ sink: inout ExportSink) {}

  mutating func add(_ exported: ExportedArticle, to sink: inout ExportSink) {
    if !isFirst { sink.add("\n---\n") }
    isFirst = false
    let head = exported.article.head
    sink.add("# " + Markdown.escaped(head.title))
    sink.add("")
    sink.add(facts(exported))
    let details = exported.details
    if !details.note.isEmpty { sink.add("\n**Note:** " + lines(of: details.note)) }
    if !exported.quotes.isEmpty { sink.add("\n## Quotes") }
    for quote in exported.quotes {
      sink.add("\n> " + Markdown.escaped(quote.passage.text))
    }
    if !exported.quotes.isEmpty { sink.add("\n## Article") }
    for highlight in exported.article.highlights {
      sink.add(
        (highlight == exported.article.highlights.first ? "\n" : "") + "- "
          + Markdown.escaped(highlight))
    }
    let text = exported.text.markdown
    if !text.isEmpty { sink.add("\n" + text) }
  }

  private func facts(_ exported: ExportedArticle) -> String {
    let head = exported.article.head
    var facts = ["*\(Markdown.escaped(head.source))*", DueDay.text(head.published, zone: zone)]
    if !head.authors.isEmpty {
      facts.append("by " + Markdown.escaped(head.authors.joined(separator: ", ")))
    }
    if let address = exported.address { facts.append("<\(address.filter { $0 != ">" })>") }
    var lines = [facts.joined(separator: " · ")]
    var marks: [String] = head.topics.map { "#" + $0.replacing(" ", with: "-") }
    let details = exported.details
    if !details.folder.isEmpty { marks.append("folder: " + Markdown.escaped(details.folder)) }
    if let due = details.due { marks.append("due: " + DueDay.text(due, zone: zone)) }
    if !marks.isEmpty { lines.append("\n" + marks.joined(separator: " · ")) }
    return lines.joined(separator: "\n")
  }

  private func lines(of note: String) -> String {
    note.split(separator: "\n").map { Markdown.escaped(String($0)) }.joined(separator: "\\\n")
  }
}
