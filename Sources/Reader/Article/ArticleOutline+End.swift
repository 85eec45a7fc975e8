import Articles
import Screen
import TextLayout

extension ArticleOutline {
  /// What stands under the body: where it comes from, what belongs to it, the list of its links.
  mutating func addEnd() {
    let bodyLinks = links
    indents = []
    wantsGap = true
    add(Passage(content: .rule))
    wantsGap = true
    addAddress("Short link", article.shortLink)
    addAddress("Source", article.head.link)
    for enclosure in article.enclosures { addEnclosure(enclosure) }
    addAddress("Comments", article.comments)
    guard !bodyLinks.isEmpty else { return }
    wantsGap = true
    addText([Span(catalogue.text("Links"))], Look(.heading, .bold))
    // A list of thousands must not delay the first screen: entries are composed when they are set.
    for link in bodyLinks { add(Passage(content: .link(link.number))) }
  }

  private mutating func addAddress(_ label: Phrase, _ address: String?) {
    guard let address, !address.isEmpty else { return }
    addPhrases([
      .init(span: Span(catalogue.text("\(label): ")), look: Look(.dim)),
      .init(span: Span(address, link: address), look: Look(.text)),
    ])
  }

  private mutating func addEnclosure(_ enclosure: Enclosure) {
    let kind = enclosure.type.map { $0.prefix { $0 != "/" } } ?? ""
    let label: Phrase =
      switch kind {
      case "audio": "Sound"
      case "video": "Video"
      case "image": "Picture"
      default: "File"
      }
    let facts = [enclosure.type, enclosure.length.flatMap(Self.size)].compactMap(\.self)
    let note = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
    addPhrases([
      .init(span: Span(catalogue.text("\(label): ")), look: Look(.dim)),
      .init(span: Span(enclosure.url, link: enclosure.url), look: Look(.text)),
      .init(span: Span(note), look: Look(.dim)),
    ])
  }

  /// A length in the unit that gives one to three digits: "12 MB"; `nil` when it is not known.
  static func size(_ bytes: Int) -> String? {
    guard bytes > 0 else { return nil }
    var (value, unit) = (bytes, 0)
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    while value >= 1000, unit < units.count - 1 {
      value = value / 1000 + (value % 1000 >= 500 ? 1 : 0)
      unit += 1
    }
    return "\(value) \(units[unit])"
  }

  /// The number before an entry of the list of links, as wide as the greatest one.
  func linkMark(_ number: Int) -> Passage.Indent {
    let columns = String(links.count).utf8.count + 2
    return Indents.bullet("[\(number)]", Look(.linkMark), columns: columns)
  }

  /// An entry of the list of links: the words and the address, or the address alone.
  static func phrases(of link: ArticleLink) -> [Passage.Phrase] {
    let words = link.text.prefix(400).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").prefix(120)
    let address = Passage.Phrase(span: Span(link.address, link: link.address), look: Look(.text))
    if words.isEmpty || words == link.address { return [address] }
    return [.init(span: Span("\(words) — "), look: Look(.text)), address]
  }
}
