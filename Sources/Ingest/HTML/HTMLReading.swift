import Articles

/// HTML as an article's text.
enum HTMLReading {
  /// The text of a piece of HTML, as blocks and spans.
  ///
  /// Scripts, styles, form controls, drawings, hidden elements and tracking pixels are left out.
  /// Takes time in proportion to the bytes, and memory in proportion to the text; what exceeds
  /// `IngestLimits` is cut, its text kept where there is room.
  /// `html` is valid UTF-8.
  static func body(_ html: [UInt8], base: String? = nil) -> Body {
    var tokenizer = HTMLTokenizer(html)
    var builder = BodyBuilder(base: base)
    return builder.body(&tokenizer)
  }

  /// The text of a piece of HTML; see `body(_:base:)` above.
  static func body(_ html: some StringProtocol, base: String? = nil) -> Body {
    body(Array(html.utf8), base: base)
  }

  /// The text without markup in one line: for titles and names that carry some.
  ///
  /// A text that has neither tags nor references only gets its white space collapsed.
  static func plainText(_ html: some StringProtocol) -> String {
    plainText(Array(html.utf8)[...])
  }

  /// The same for UTF-8.
  static func plainText(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.isPlainLine { return String(decoding: bytes, as: UTF8.self) }
    var text = InlineText()
    guard bytes.contains(UInt8(ascii: "<")) else {
      text.append(bytes, hasReferences: true, style: [], link: nil)
      return text.take().plainText
    }
    let bytes = Array(bytes)
    var tokenizer = HTMLTokenizer(bytes)
    var dropped: HTMLElement?
    while let token = tokenizer.next() {
      switch token {
      case .text where dropped == nil:
        let range = tokenizer.text
        text.append(
          bytes[range], hasReferences: tokenizer.hasReferences, style: [], link: nil)
      case .start where tokenizer.element.isBlock || tokenizer.element == .br:
        text.append([UInt8(ascii: " ")][...], hasReferences: false, style: [], link: nil)
      case .start where tokenizer.element == .script || tokenizer.element == .style:
        dropped = tokenizer.element
      case .end where tokenizer.element == dropped: dropped = nil
      case .end where tokenizer.element.isBlock:
        text.append([UInt8(ascii: " ")][...], hasReferences: false, style: [], link: nil)
      default: break
      }
    }
    return text.take().plainText
  }
}
