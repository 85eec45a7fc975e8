import Articles
import TextLayout

/// Texts of an article to copy.
enum ArticleCopy: Sendable, Hashable, CaseIterable {
  case address, title, quotation, markdown
}

extension ArticlePane {
  /// A text of the open article to copy; nil when it has none: no address, no paragraph in view.
  func copy(_ what: ArticleCopy) -> String? {
    guard let article else { return nil }
    switch what {
    case .address: return article.address
    case .title: return article.head.title
    case .quotation: return quotedParagraph.map { article.citation(of: $0, zone: zone) }
    case .markdown: return article.markdownLink
    }
  }

  /// The plain text of the paragraph that is quoted: the one with the current hit, else the first
  /// of the body whose text is on the screen.
  var quotedParagraph: String? {
    guard let outline else { return nil }
    let hit = search.flatMap { search in search.current.map { search.hits[$0].passage } }
    let shown = visibleLines.lazy.filter { $0.line.start >= 0 }.map(\.place.passage)
    let isBody = { (passage: Int) in outline.passages[passage].paragraph > 0 }
    guard let passage = hit ?? shown.first(where: isBody) ?? shown.first else { return nil }
    let segments = currentTypesetter.segments(of: outline.passages[passage], in: outline)
    let text = segments.map { segment in
      segment.filter { !$0.style.isAdded }.map(\.text.string).joined()
    }
    let words = text.joined(separator: "\n").replacing("\u{A0}", with: " ")
    return words.isEmpty ? nil : words
  }
}

extension Article {
  /// Where the article is read: its link, else its short link.
  var address: String? { head.link ?? shortLink }

  /// A quotation with its source, as it is put into a text of one's own.
  func citation(of text: String, zone: LocalZone) -> String {
    let inner = text.replacing("“", with: "‘").replacing("”", with: "’")
    let day = Catalogue.english.text(
      ArticleDates.day(head.updated ?? head.published, zone: zone))
    let facts = [head.source, "“\(head.title)”", day].filter { !$0.isEmpty && $0 != "“”" }
    let address = address.map { "\n\($0)" } ?? ""
    return "“\(inner)”\n— \(facts.joined(separator: ", "))\(address)"
  }

  /// "[Headline](address)".
  var markdownLink: String? { address.map { head.markdownLink(to: $0) } }
}

extension Headline {
  /// "[Headline](address)".
  func markdownLink(to address: String) -> String {
    var title = ""
    for character in self.title {
      if "[]\\*_`<>".contains(character) { title.append("\\") }
      title.append(character)
    }
    let target = address.replacing("(", with: "%28").replacing(")", with: "%29")
      .replacing(" ", with: "%20")
    return "[\(title)](\(target))"
  }
}
