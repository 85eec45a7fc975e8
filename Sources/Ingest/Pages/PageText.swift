/// Where the text of the article stands in an HTML page.
///
/// This is the one place that decides it: `find` gives a range of bytes, and which elements in it
/// belong to the page. A better judgement only has to replace this file.
enum PageText {
  /// A container that may hold the article.
  private struct Candidate {
    var element: HTMLElement
    var start: Int
    /// Points of the paragraphs directly in it, and half of those one level deeper.
    var score = 0.0
    /// Bytes of text, and of text in links.
    var text = 0
    var linked = 0
  }

  /// Bytes of text that make a paragraph worth counting.
  private static let paragraph = 25

  /// The range of the container with the article; the whole page where none stands out.
  static func find(_ page: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var search = Search(page, range)
    return search.best() ?? range
  }

  /// Whether an element within the article belongs to the page: menus, buttons, other articles.
  static func isFurniture(_ tag: HTMLTokenizer) -> Bool {
    switch tag.element {
    case .nav, .aside, .footer, .dialog: return true
    case .div, .section, .ul, .p, .span, .form, .header, .ol, .li:
      return ["class", "id", "role", "data-component"].contains { (name: StaticString) in
        tag.raw(name).map { namesFurniture(tag.bytes[$0]) } ?? false
      }
    default: return false
    }
  }

  private static let words: [StaticString] = [
    "share", "social", "related", "newsletter", "subscribe", "comment", "advert", "breadcrumb",
    "cookie", "consent", "sidebar", "read-more", "readmore", "recommend", "promo", "outbrain",
    "taboola", "paywall", "most-read", "navigation", "toolbar", "sponsor", "follow-us",
    "author-bio",
    "signup", "print-only", "noprint",
  ]

  private static func namesFurniture(_ names: ArraySlice<UInt8>) -> Bool {
    // A page names its own body with such words too: "article-body has-comments".
    if names.isEmpty || names.count > 400 { return false }
    if names.containsLowercased("article-body") || names.containsLowercased("content-body") {
      return false
    }
    return words.contains { names.containsLowercased($0) }
  }

  /// One pass over the page that keeps the containers that are open, and the best that has ended.
  private struct Search {
    private var tokenizer: HTMLTokenizer
    private var open: [Candidate] = []
    private var found: (range: Range<Int>, score: Double)?
    private var article: (range: Range<Int>, text: Int)?
    private var text = 0
    private var commas = 0
    private var links = 0
    private var linked = 0
    private var skipped: HTMLElement?
    private var skippedDepth = 0
    private var total = 0

    init(_ page: [UInt8], _ range: Range<Int>) { tokenizer = HTMLTokenizer(page, range: range) }

    mutating func best() -> Range<Int>? {
      var dropsText = false
      while let token = tokenizer.next() {
        let drops = dropsText
        dropsText = false
        switch token {
        case .text: if !drops, skipped == nil { count(tokenizer.text) }
        case .start:
          dropsText = tokenizer.element.content != .markup
          start()
        case .end: end(tokenizer.element)
        }
      }
      endParagraph()
      while !open.isEmpty { closeLast(at: tokenizer.position) }
      if let article, article.text * 2 >= total { return article.range }
      return found?.range
    }

    private mutating func count(_ range: Range<Int>) {
      var isSpace = true
      var length = 0
      for byte in tokenizer.bytes[range] {
        if byte == UInt8(ascii: ",") { commas += 1 }
        if byte <= 0x20 {
          if !isSpace { length += 1 }
          isSpace = true
        } else {
          length += 1
          isSpace = false
        }
      }
      text += length
      if links > 0 { linked += length }
    }

    private mutating func start() {
      let element = tokenizer.element
      if let name = skipped {
        if element == name { skippedDepth += 1 }
        return
      }
      if element == .a { links += 1 }
      guard element.isBlock else { return }
      endParagraph()
      if element == .footer || element == .nav || element == .aside || tokenizer.isHidden {
        if !element.isVoid {
          skipped = element
          skippedDepth = 1
        }
        return
      }
      if element.isContainer, open.count < IngestLimits.htmlDepth {
        open.append(Candidate(element: element, start: tokenizer.tagStart))
      }
    }

    private mutating func end(_ element: HTMLElement) {
      if let name = skipped {
        guard element == name else { return }
        skippedDepth -= 1
        if skippedDepth == 0 { skipped = nil }
        return
      }
      if element == .a { links = max(0, links - 1) }
      guard element.isBlock else { return }
      endParagraph()
      guard element.isContainer else { return }
      // An end without a beginning closes nothing; the search stays short, for it is bounded by
      // what is closed.
      guard
        open.last?.element == element || open.suffix(16).contains(where: { $0.element == element })
      else { return }
      while let last = open.last {
        let isIt = last.element == element
        closeLast(at: tokenizer.position)
        if isIt { break }
      }
    }

    /// Counts the paragraph that ends here for the container around it, and half for the next.
    private mutating func endParagraph() {
      defer { (text, commas, linked, links) = (0, 0, 0, 0) }
      guard !open.isEmpty, text > 0 else { return }
      let last = open.count - 1
      open[last].text += text
      open[last].linked += linked
      guard text - linked >= PageText.paragraph else { return }
      let points = 1 + Double(min(commas, 8)) + Double(min(text / 100, 3))
      open[last].score += points
      if last > 0 { open[last - 1].score += points / 2 }
      total += text
    }

    private mutating func closeLast(at end: Int) {
      guard let block = open.popLast() else { return }
      if let parent = open.indices.last {
        open[parent].text += block.text
        open[parent].linked += block.linked
      }
      let range = block.start..<max(block.start, end)
      if block.element == .article || block.element == .main {
        let text = block.text - block.linked
        if text > (article?.text ?? 0) { article = (range, text) }
      }
      let density = block.text > 0 ? Double(block.linked) / Double(block.text) : 0
      let score = block.score * (1 - density)
      if score > (found?.score ?? 0) { found = (range, score) }
    }
  }
}

extension HTMLElement {
  /// Elements that hold the paragraphs of an article or of a column.
  fileprivate var isContainer: Bool {
    switch self {
    case .article, .body, .center, .div, .main, .section, .td: true
    default: false
    }
  }
}
