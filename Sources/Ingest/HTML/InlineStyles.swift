import Articles

/// The inline elements that are open, each with the style or link that it gives.
///
/// Elements may end in another order than they began; each end takes away what its own start gave.
struct InlineStyles {
  private struct Entry {
    var element: HTMLElement
    var style: Span.Style
    var link: String?
  }

  /// Open inline elements; real pages stay below ten, more have no effect.
  private static let limit = 64

  private var entries: [Entry] = []
  private(set) var style: Span.Style = []
  private(set) var link: String?

  /// Number of open elements, to go back to with `cut(to:)`.
  var count: Int { entries.count }

  /// Whether such an element is open.
  func isInside(_ element: HTMLElement) -> Bool { entries.contains { $0.element == element } }

  mutating func open(_ element: HTMLElement, style: Span.Style, link: String? = nil) {
    guard entries.count < Self.limit else { return }
    entries.append(Entry(element: element, style: style, link: link))
    self.style.formUnion(style)
    if let link { self.link = link }
  }

  mutating func close(_ element: HTMLElement) {
    guard let index = entries.lastIndex(where: { $0.element == element }) else { return }
    entries.remove(at: index)
    recompute()
  }

  /// Ends what was opened since there were `count` open elements.
  mutating func cut(to count: Int) {
    guard entries.count > count else { return }
    entries.removeLast(entries.count - count)
    recompute()
  }

  private mutating func recompute() {
    style = entries.reduce(into: []) { $0.formUnion($1.style) }
    link = entries.last { $0.link != nil }?.link
  }
}

extension HTMLElement {
  /// The style that an element gives by its name; `nil` for elements that are not inline.
  var inlineStyle: Span.Style? {
    switch self {
    case .b, .strong: .bold
    case .i, .em, .cite, .var, .dfn: .italic
    case .u, .ins: .underline
    case .s, .strike, .del: .strike
    case .code, .kbd, .samp, .tt: .code
    case .mark: .mark
    case .sup: .superscript
    case .sub: .subscript
    case .q: .quotation
    case .rt, .rtc: .annotation
    case .a, .span, .font, .small, .big, .abbr, .acronym, .bdi, .bdo, .time, .data, .nobr: []
    default: nil
    }
  }
}

extension HTMLTokenizer {
  /// The styles that the current tag asks for by its `style` and `class` attributes.
  var declaredStyle: Span.Style {
    var style: Span.Style = []
    if let declaration = raw("style").map({ bytes[$0] }) {
      if declaration.containsLowercased("bold") || declaration.containsLowercased("weight:700") {
        style.insert(.bold)
      }
      if declaration.containsLowercased("italic") { style.insert(.italic) }
      if declaration.containsLowercased("underline") { style.insert(.underline) }
      if declaration.containsLowercased("line-through") { style.insert(.strike) }
      if declaration.containsLowercased("small-caps") { style.insert(.smallCaps) }
    }
    if let names = raw("class").map({ bytes[$0] }),
      names.containsLowercased("small-caps") || names.containsLowercased("smallcaps")
    {
      style.insert(.smallCaps)
    }
    return style
  }

  /// Whether the current element repeats words of the text in large letters.
  var isPullQuote: Bool {
    guard let names = raw("class").map({ bytes[$0] }) else { return false }
    return names.isPullQuoteName
  }

  /// Whether the current element is not shown: `hidden`, `display:none`, for screen readers only.
  var isHidden: Bool {
    if attributes.isEmpty { return false }
    if has("hidden"), !value("hidden", is: "until-found") { return true }
    if let declaration = raw("style").map({ bytes[$0] }), declaration.count < 4096 {
      if declaration.containsLowercased("display:none") { return true }
      if declaration.containsLowercased("display: none") { return true }
      if declaration.containsLowercased("visibility:hidden") { return true }
      if declaration.containsLowercased("visibility: hidden") { return true }
      if declaration.containsLowercased("mso-hide:all") { return true }
    }
    guard let names = raw("class").map({ bytes[$0] }) else { return false }
    return names.containsLowercased("screen-reader-text")
      || names.containsLowercased("visually-hidden") || names.containsLowercased("sr-only")
  }
}

extension ArraySlice<UInt8> {
  /// Whether a class is that of a pull quote.
  var isPullQuoteName: Bool {
    containsLowercased("pullquote") || containsLowercased("pull-quote")
  }
}
