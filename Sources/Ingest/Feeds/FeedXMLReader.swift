import Articles
import FoundationEssentials

/// Walks through the tags of a feed and gathers what they say.
struct FeedXMLReader {
  /// A text that is being taken, with the number of open elements around it, itself included.
  struct Capture {
    var field: FeedField
    var depth: Int
    var text: FeedText
  }

  var scanner: XMLScanner
  var scopes: FeedScopes
  let context: IngestContext
  var format = DocumentFormat.unknown
  var feed = FeedParts()
  /// The article within which the scanner is.
  var article: FeedParts?
  var capture: Capture?
  var person: FeedPerson?
  /// When and where the feed wants to be fetched.
  var hints = FeedHints()
  private var articles: [ArticleDraft] = []
  private var warnings: [String] = []

  init(_ bytes: [UInt8], context: IngestContext) {
    scanner = XMLScanner(bytes)
    scopes = FeedScopes(base: context.base)
    self.context = context
  }

  /// Reads it all; `nil` when it is no feed.
  ///
  /// - Throws: `IngestError.damaged` when the document attacks with its own entities, or ends before
  ///   its title and its first article.
  mutating func document() throws(IngestError) -> NewsDocument? {
    while !scanner.entities.areAbused, let token = scanner.next() {
      switch token {
      case .start:
        guard format != .unknown || mayBeFeed else { return nil }
        start()
      case .end: close(scopes.closing(scanner.name, in: scanner.bytes))
      case .text: take(scanner.text, isLiteral: false)
      case .literal: take(scanner.text, isLiteral: true)
      }
      if articles.count >= IngestLimits.articles {
        warnings.append("only the first \(IngestLimits.articles) articles were read")
        break
      }
    }
    guard !scanner.entities.areAbused else { throw .damaged(format, line: nil) }
    guard format != .unknown else { return nil }
    let hasTitle = feed.head.title != nil
    let isCut = scopes.depth > 0
    finishTruncated()
    // A feed may be empty, but one that ends before its own title is none.
    guard !isCut || hasTitle || !articles.isEmpty else { throw .damaged(format, line: nil) }
    var head = feed.head
    head.language = head.language ?? context.language
    hints.tell(&head)
    return NewsDocument(
      format: format, feed: head, articles: settled(articles, by: head), warnings: warnings)
  }

  /// Pages and other XML are told by their first elements.
  private var mayBeFeed: Bool {
    let name = scanner.bytes[scanner.name]
    return !name.equalsLowercased("html") && !name.equalsLowercased("opml")
      && scopes.depth < 4
  }

  /// The document ended: what was open is closed, an article only when something of it is there.
  private mutating func finishTruncated() {
    if article != nil, capture != nil, scopes.depth > 0 { capture?.text.bytes.removeCutTag() }
    close(scopes.depth)
  }

  /// What only the whole feed tells goes into each article.
  private func settled(_ articles: [ArticleDraft], by head: FeedHead) -> [ArticleDraft] {
    let isAtom = format == .atom || format == .atom03
    let bylines = head.authors.map { FeedPerson(text: $0).byline }
    return articles.map { draft in
      var draft = draft
      if draft.source.isEmpty { draft.source = head.title ?? Address.host(of: head.link) ?? "" }
      draft.language = draft.language ?? head.language
      // An empty `xml:lang` takes the language back.
      if draft.language?.isEmpty == true { draft.language = nil }
      // RFC 4287, 4.2.1: an entry without authors has those of the feed.
      if isAtom, draft.authors.isEmpty { draft.authors = bylines }
      return draft
    }
  }

  // MARK: Opening and closing

  private mutating func start() {
    if article != nil, beginsArticle { closeArticle() }
    if capture != nil { return startInsideText() }
    let outer = scopes.place
    guard scopes.push(&scanner) else { return }
    if let open = scopes.open.last, let key = open.key {
      begin(key, open, in: outer)
    } else if outer != .outside {
      scopes.setPlace(.ignored)
    }
    if scanner.isSelfClosing { close(1) }
  }

  /// Whether an article begins here although the last one is not closed.
  private var beginsArticle: Bool {
    let name = scanner.bytes[scanner.name]
    return (name.equalsLowercased("item") || name.equalsLowercased("entry"))
      && scopes.place != .ignored
  }

  private mutating func closeArticle() {
    let outside = scopes.open.firstIndex { $0.place == .item } ?? scopes.depth
    close(scopes.depth - outside)
  }

  /// Closes the innermost `count` elements.
  mutating func close(_ count: Int) {
    for _ in 0..<count {
      if let capture {
        if scopes.depth == capture.depth {
          self.capture = nil
          finish(capture)
        } else {
          writeEndTag()
        }
      }
      guard let open = scopes.pop() else { return }
      if open.place == .person, scopes.place != .person { finishPerson() }
      if open.place == .item, scopes.place != .item, let article {
        articles.append(article.draft(in: context))
        self.article = nil
      }
    }
  }

  /// Puts a part where it belongs.
  mutating func update(_ change: (inout FeedParts) -> Void) {
    if article == nil { change(&feed) } else { article?.change(change) }
  }

  /// The value of an attribute of the current tag, its references replaced.
  mutating func attribute(_ name: StaticString) -> String? {
    guard
      let found = scanner.attributes.first(where: {
        let spelled = scanner.bytes[$0.name]
        let local = spelled.lastIndex(of: UInt8(ascii: ":")).map { spelled[($0 + 1)...] } ?? spelled
        return local.equalsLowercased(name) && !spelled.hasLowercasedPrefix("xml")
      })
    else { return nil }
    let value = scanner.bytes[found.value].prefix(IngestLimits.feedLine)
    return FeedText.collapsed(scanner.entities.decoded(value))
  }
}
