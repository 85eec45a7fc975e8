import Articles
import Screen
import TextLayout

extension ArticleOutline {
  /// What stands above the body: topics, headline, byline, caption, highlights.
  mutating func addFront() {
    if !article.head.topics.isEmpty {
      let topics = article.head.topics.prefix(Self.topicLimit)
        .map { "#" + $0.replacing(" ", with: "\u{A0}") }
      addText([Span(topics.joined(separator: " "))], Look(.topic), breaking: .greedy)
      wantsGap = true
    }
    addText([Span(article.head.title)], Look(.articleTitle, .bold), breaking: .balanced)
    wantsGap = true
    add(Passage(content: .byline, breaking: .greedy))
    wantsGap = true
    if let picture = article.picture {
      addPicture(picture.url) { $0.addPhrases(Self.captionPhrases(picture)) }
    }
    wantsGap = true
    for highlight in article.highlights {
      indented(by: Indents.bullet("•", Look(.highlight))) {
        $0.addText([Span(highlight)], Look(.highlight))
      }
    }
    wantsGap = true
  }

  /// Topics that are shown above the headline.
  private static var topicLimit: Int { 24 }

  /// A caption with the credit set apart: "Ships in the harbour (Meier/File)".
  static func captionPhrases(_ picture: Picture) -> [Passage.Phrase] {
    var phrases: [Passage.Phrase] = []
    if let caption = picture.caption, !caption.isEmpty {
      phrases.append(.init(span: Span(caption), look: Look(.caption, .italic)))
    }
    if let credit = picture.credit, !credit.isEmpty {
      let gap = phrases.isEmpty ? "" : " "
      phrases.append(.init(span: Span("\(gap)(\(credit))"), look: Look(.dim)))
    }
    return phrases
  }
}

/// The marks that stand before lines.
enum Indents {
  /// The bar of a quotation.
  static let bar = Passage.Indent(
    first: CleanText("│ "), rest: CleanText("│ "), look: Look(.quote))

  /// Empty columns.
  static func space(_ columns: Int) -> Passage.Indent {
    let text = CleanText(String(repeating: " ", count: columns))
    return Passage.Indent(first: text, rest: text, look: Look(.text))
  }

  /// A bullet, or a number, with the space behind it.
  static func bullet(_ mark: String, _ look: Look, columns: Int = 0) -> Passage.Indent {
    let mark = CleanText(mark)
    let missing = CleanText(String(repeating: " ", count: max(0, columns - mark.columns)))
    let first = missing + mark + CleanText(" ")
    let rest = CleanText(String(repeating: " ", count: first.columns))
    return Passage.Indent(first: first, rest: rest, look: look)
  }
}

extension Passage.Indent {
  /// The same without drawing: "Quote: " for a bar, a hyphen for a bullet.
  func inWords(_ catalogue: Catalogue) -> Passage.Indent {
    if look.role == .quote {
      var indent = self
      indent.first = CleanText(catalogue.text("Quote: "))
      indent.rest = CleanText(String(repeating: " ", count: indent.first.columns))
      return indent
    }
    guard first.string.contains(where: { "•◦▪".contains($0) }) else { return self }
    var indent = self
    indent.first = CleanText(String(first.string.map { "•◦▪".contains($0) ? "-" : $0 }))
    return indent
  }
}
