import Articles
import Screen
import TextLayout

/// The text of a passage as it is shown: cleaned, with quotation marks, raised digits and the
/// numbers of links put in, parted where the source ends a line.
struct PassageText: Sendable, Hashable {
  /// The lines that the source asks for; one, as a rule.
  var segments: [[Run<ArticleStyle>]] = [[]]

  /// Composes spans in one look.
  init(_ spans: [Span], _ look: Look, outline: ArticleOutline) {
    var composer = SpanComposer(outline: outline, marksLinks: true)
    for (index, span) in spans.enumerated() {
      composer.add(
        span, look, after: index > 0 ? spans[index - 1] : nil,
        before: index + 1 < spans.count ? spans[index + 1] : nil)
    }
    segments = composer.segments
  }

  /// Composes spans in several looks.
  ///
  /// Links get their number behind them; the list of links has it before them.
  init(_ phrases: [Passage.Phrase], outline: ArticleOutline, marksLinks: Bool) {
    var composer = SpanComposer(outline: outline, marksLinks: marksLinks)
    for (index, phrase) in phrases.enumerated() {
      composer.add(
        phrase.span, phrase.look, after: index > 0 ? phrases[index - 1].span : nil,
        before: index + 1 < phrases.count ? phrases[index + 1].span : nil)
    }
    segments = composer.segments
  }

  /// All runs in one line, for cells of tables.
  var joined: [Run<ArticleStyle>] {
    guard segments.count > 1 else { return segments.first ?? [] }
    let space = Run(CleanText(" "), ArticleStyle(Look(.text)))
    return Array(segments.joined(separator: [space]))
  }
}

/// Turns spans into runs, one after the other.
private struct SpanComposer {
  let outline: ArticleOutline
  let marksLinks: Bool
  var segments: [[Run<ArticleStyle>]] = [[]]

  mutating func add(_ span: Span, _ look: Look, after previous: Span?, before next: Span?) {
    let link = span.link.flatMap(outline.number(of:)) ?? 0
    let style = ArticleStyle(Self.look(of: span, in: look), link: link)
    func begins(_ part: Span.Style) -> Bool {
      span.style.contains(part) && previous?.style.contains(part) != true
    }
    func ends(_ part: Span.Style) -> Bool {
      span.style.contains(part) && next?.style.contains(part) != true
    }
    if begins(.quotation) { append(Quotation.marks(outline.article.language).open, style) }
    if begins(.annotation) { append("(", style) }
    appendLines(Self.text(of: span), style)
    if ends(.annotation) { append(")", style) }
    if ends(.quotation) { append(Quotation.marks(outline.article.language).close, style) }
    if link > 0, marksLinks, next?.link != span.link {
      append("[\(link)]", ArticleStyle(Look(.linkMark), link: link, isAdded: true))
    }
  }

  private mutating func append(_ text: some StringProtocol, _ style: ArticleStyle) {
    let text = CleanText(text)
    guard !text.isEmpty else { return }
    segments[segments.count - 1].append(Run(text, style))
  }

  private mutating func appendLines(_ text: String, _ style: ArticleStyle) {
    guard text.utf8.contains(0x0A) else { return append(text, style) }
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { segments.append([]) }
      append(Substring(line), style)
    }
  }

  private static func text(of span: Span) -> String {
    if span.style.contains(.superscript) {
      return RaisedText.superscript(span.text, isLink: span.link != nil)
    }
    if span.style.contains(.subscript) { return RaisedText.subscript(span.text) }
    return Binding.bound(span.text)
  }

  private static func look(of span: Span, in look: Look) -> Look {
    if span.style.isEmpty && span.link == nil { return look }
    var look = look
    if span.style.contains(.code) { look.role = .code }
    if span.style.contains(.mark) { look.attributes.insert(.reverse) }
    if span.style.contains(.bold) { look.attributes.insert(.bold) }
    if span.style.contains(.italic) {
      // Emphasis within italics stands out by being upright.
      look.attributes.formSymmetricDifference(.italic)
    }
    if span.style.contains(.underline) { look.attributes.insert(.underline) }
    if span.style.contains(.strike) { look.attributes.insert(.strike) }
    if span.link != nil {
      look.role = .link
      look.attributes.insert(.underline)
    }
    return look
  }
}

/// Raised and lowered text in the characters that Unicode has for it.
enum RaisedText {
  private static let plain = Array("0123456789+-=()ni")
  private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
  private static let lowered = Array("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
  /// Characters; what is longer is no exponent and stays as it is.
  private static let limit = 16

  /// "²" for "2", "^(ab)" where there are no such characters; ordinals and notes stay as they are.
  static func superscript(_ text: String, isLink: Bool) -> String {
    if let mapped = mapped(text, to: raised) { return mapped }
    // The mark of a note stands in brackets where notes have links; the raised digits are enough.
    if text.first == "[", text.last == "]", text.utf8.count <= limit {
      return mapped(String(text.dropFirst().dropLast()), to: raised) ?? text
    }
    let isOrdinal = ["st", "nd", "rd", "th", "er", "re", "e", "o", "a", "º", "ª", "™", "®"]
      .contains(text.lowercased())
    guard !isOrdinal, !isLink, text.utf8.count <= limit,
      text.contains(where: { $0.isLetter || $0.isNumber })
    else { return text }
    return "^(\(text))"
  }

  /// "₂" for "2", "_(ab)" where there are no such characters.
  static func `subscript`(_ text: String) -> String {
    if let mapped = mapped(text, to: lowered) { return mapped }
    guard text.utf8.count <= limit, text.contains(where: { $0.isLetter || $0.isNumber }) else {
      return text
    }
    return "_(\(text))"
  }

  private static func mapped(_ text: String, to characters: [Character]) -> String? {
    guard text.utf8.count <= limit else { return nil }
    var mapped = ""
    for character in text {
      let character = character == "−" ? "-" : character
      guard let index = plain.firstIndex(of: character), index < characters.count else {
        return nil
      }
      mapped.append(characters[index])
    }
    return mapped
  }
}

/// Quotation marks by language.
enum Quotation {
  /// The marks of a language, English ones where it is not known.
  static func marks(_ language: String?) -> (open: String, close: String) {
    switch language?.prefix(2).lowercased() {
    case "de", "cs", "sk", "sl", "is", "lt": ("„", "“")
    case "pl", "hu", "ro": ("„", "”")
    case "fr": ("«\u{A0}", "\u{A0}»")
    case "it", "es", "pt", "ru", "uk", "el", "no", "nb", "fa", "ar": ("«", "»")
    case "sv", "fi": ("”", "”")
    case "ja", "zh": ("「", "」")
    default: ("“", "”")
    }
  }
}
