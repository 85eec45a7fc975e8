import Articles

/// Collects the page's own name and its headings while its tokens pass by.
struct HeadingReader {
  private var words = InlineText()
  /// The same with what stands above the headline in its element.
  private var whole = InlineText()
  /// The element that is being collected: `title`, `h1`, `h2`.
  private var open: HTMLElement?
  private var mark = PageTitles.Mark.none
  /// An element within it whose text is no part, and how often its name is open.
  private var skipped: (element: HTMLElement, depth: Int)?
  /// Whether the skipped text is the line above the headline.
  private var isKicker = false

  /// Takes a start tag.
  mutating func start(_ tag: HTMLTokenizer, into titles: inout PageTitles) {
    let element = tag.element
    if let skipped {
      if element == skipped.element, !element.isVoid { self.skipped?.depth += 1 }
      return
    }
    guard open != nil else { return begin(tag, titles) }
    switch element {
    case .style, .script, .noscript, .svg, .button, .rt, .rp: skipped = (element, 1)
    case .h1, .h2, .h3, .h4, .h5, .h6, .p, .ul, .ol, .table:
      // A heading that nobody ended.
      guard !whole.isEmpty else { return }
      finish(&titles)
      begin(tag, titles)
    case .br: appendSpace()
    case .a: if tag.value("rel", is: "home") { mark = .publication }
    default:
      guard !element.isVoid, Self.isNamed(tag, Self.kickers) else { return }
      skipped = (element, 1)
      isKicker = true
    }
  }

  /// Takes a text.
  mutating func text(_ bytes: ArraySlice<UInt8>, hasReferences: Bool) {
    guard open != nil else { return }
    if skipped != nil {
      guard isKicker else { return }
    } else {
      words.append(bytes, hasReferences: hasReferences, style: [], link: nil)
    }
    whole.append(bytes, hasReferences: hasReferences, style: [], link: nil)
  }

  /// Takes an end tag.
  mutating func end(_ element: HTMLElement, into titles: inout PageTitles) {
    if let skipped, skipped.element == element {
      self.skipped?.depth -= 1
      if skipped.depth <= 1 {
        self.skipped = nil
        if isKicker { appendSpace() }
        isKicker = false
      }
    } else if element == open {
      finish(&titles)
    }
  }

  private mutating func appendSpace() {
    words.append([0x20], hasReferences: false, style: [], link: nil)
    whole.append([0x20], hasReferences: false, style: [], link: nil)
  }

  private mutating func begin(_ tag: HTMLTokenizer, _ titles: PageTitles) {
    let isTitle = tag.element == .title && titles.head == nil
    guard isTitle || tag.element == .h1 || tag.element == .h2 else { return }
    open = tag.element
    mark = .none
    if isTitle { return }
    if Self.isNamed(tag, Self.publications) {
      mark = .publication
    } else if tag.raw("itemprop").map({ tag.bytes[$0].containsLowercased("headline") }) == true
      || (Self.isNamed(tag, Self.headlines) && !Self.isNamed(tag, ["nav", "menu"]))
    {
      mark = .headline
    }
  }

  private mutating func finish(_ titles: inout PageTitles) {
    let (own, all) = (words.take().plainText, whole.take().plainText)
    let text = own.isEmpty ? all : own
    if open == .title {
      titles.head = text.isEmpty ? nil : text
    } else {
      titles.add(heading: text, level: open == .h1 ? 1 : 2, mark: mark)
    }
    open = nil
    skipped = nil
    isKicker = false
  }

  private static func isNamed(_ tag: HTMLTokenizer, _ names: [StaticString]) -> Bool {
    for attribute in ["class", "id"] as [StaticString] {
      guard let range = tag.raw(attribute) else { continue }
      let name = tag.bytes[range].prefix(256)
      if names.contains(where: { name.containsLowercased($0) }) { return true }
    }
    return false
  }

  /// How pages call the line above a headline.
  private static let kickers: [StaticString] = [
    "kicker", "overline", "dachzeile", "topline", "roofline", "spitzmarke", "eyebrow", "pretitle",
    "pre-title", "supertitle", "surtitle", "overtitle", "antetitulo", "occhiello", "toptitle",
  ]
  private static let publications: [StaticString] = [
    "site-title", "sitetitle", "site-name", "sitename", "site-logo", "site-branding", "logo",
    "blog-title", "blogtitle", "masthead",
  ]
  private static let headlines: [StaticString] = [
    "entry-title", "post-title", "article-title", "articletitle", "article__title", "headline",
    "story-title", "page-title",
  ]
}
