/// Cuts HTML into text and tags, one after the other, without building a tree.
///
/// Follows the tokenization of the HTML standard as far as it matters to text. Every byte is looked
/// at a fixed number of times at most, whatever the document does; comments, doctypes and
/// processing instructions are passed over.
struct HTMLTokenizer {
  /// What `next` found; its parts stand in the properties until the next call.
  enum Token { case text, start, end }

  /// One attribute of the current start tag, as ranges of `bytes`.
  struct Attribute {
    var name: Range<Int>
    /// Without the quotes, with its character references.
    var value: Range<Int>
  }

  let bytes: [UInt8]
  /// Text of the current token.
  private(set) var text = 0..<0
  /// Whether `text` holds character references to decode.
  private(set) var hasReferences = false
  private(set) var element = HTMLElement.unknown
  private(set) var isSelfClosing = false
  private(set) var attributes: [Attribute] = []
  /// Where the current tag begins.
  private(set) var tagStart = 0
  /// Where the next token begins.
  private(set) var position: Int

  private let end: Int
  private var pendingContent = HTMLElement.Content.markup
  /// Searches that ran to the end in vain; they would do so again from any later place.
  private var missing: Set<HTMLElement> = []
  private var lacksCDATAEnd = false
  private var lacksCommentEnd = false

  /// Reads the part of `bytes` that `range` names, at most `IngestLimits.html` bytes of it.
  init(_ bytes: [UInt8], range: Range<Int>? = nil) {
    self.bytes = bytes
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    position = range.lowerBound
    end = min(range.upperBound, range.lowerBound + IngestLimits.html)
  }

  /// The next text or tag; `nil` at the end.
  mutating func next() -> Token? {
    if pendingContent != .markup, let token = nextInside() { return token }
    while position < end {
      guard bytes[position] == UInt8(ascii: "<") else { return nextText(from: position) }
      let following = position + 1 < end ? bytes[position + 1] : 0
      switch following {
      case UInt8(ascii: "/"):
        let letter = position + 2 < end ? bytes[position + 2] : 0
        if letter.isASCIILetter { return readTag(.end, nameAt: position + 2) }
        if position + 2 >= end { return nextText(from: position) }
        position = passed(UInt8(ascii: ">"), from: position + 2)
      case UInt8(ascii: "!"):
        if let token = passDeclaration() { return token }
      case UInt8(ascii: "?"): position = passed(UInt8(ascii: ">"), from: position + 1)
      case _ where following.isASCIILetter: return readTag(.start, nameAt: position + 1)
      default: return nextText(from: position)
      }
    }
    return nil
  }

  /// Text up to the next `<`; one that opens no tag is part of it.
  private mutating func nextText(from start: Int) -> Token {
    var index = start + 1
    var references = bytes[start] == UInt8(ascii: "&")
    while index < end, bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == UInt8(ascii: "&") { references = true }
      index += 1
    }
    text = start..<index
    hasReferences = references
    position = index
    return .text
  }

  /// Goes back to a place where a token began.
  mutating func rewind(to start: Int) {
    position = min(max(start, 0), end)
    pendingContent = .markup
  }

  /// The index after the next `byte`, or the end.
  private func passed(_ byte: UInt8, from start: Int) -> Int {
    var index = start
    while index < end, bytes[index] != byte { index += 1 }
    return min(index + 1, end)
  }
}

// MARK: - Declarations and content that is no markup

extension HTMLTokenizer {
  /// Passes a comment or doctype; a CDATA section is text.
  private mutating func passDeclaration() -> Token? {
    let start = position + 2
    if starts(with: "--", at: start) {
      position = commentEnd(from: start + 2)
      return nil
    }
    if starts(with: "[CDATA[", at: start), !lacksCDATAEnd {
      var index = start + 7
      while index < end, !starts(with: "]]>", at: index) { index += 1 }
      lacksCDATAEnd = index >= end
      if !lacksCDATAEnd {
        text = start + 7..<index
        hasReferences = false
        position = index + 3
        return .text
      }
    }
    position = passed(UInt8(ascii: ">"), from: start)
    return nil
  }

  /// A comment that never ends is taken to end with its tag: the text behind it is worth more than
  /// what the standard says.
  private mutating func commentEnd(from start: Int) -> Int {
    if lacksCommentEnd { return passed(UInt8(ascii: ">"), from: start) }
    if starts(with: ">", at: start) { return start + 1 }
    if starts(with: "->", at: start) { return start + 2 }
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "-"), starts(with: "--", at: index) {
        if starts(with: "-->", at: index) { return index + 3 }
        if starts(with: "--!>", at: index) { return index + 4 }
      }
      index += 1
    }
    lacksCommentEnd = true
    return passed(UInt8(ascii: ">"), from: start)
  }

  private func starts(with text: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { expected in
      for offset in 0..<expected.count where bytes[index + offset] != expected[offset] {
        return false
      }
      return true
    }
  }

  /// The text of an element whose content is no markup, up to its end tag.
  private mutating func nextInside() -> Token? {
    let content = pendingContent
    pendingContent = .markup
    guard position < end else { return nil }
    var stop = end
    if content != .rest {
      if missing.contains(element) { return nil }
      guard let found = endTag(of: element, from: position) else {
        missing.insert(element)
        // A title or text field that never ends is read as if it had ended at once; the end of a
        // script that never ends is the end of the page, as in browsers.
        if content == .escaped || isSelfClosing { return nil }
        position = end
        return nil
      }
      stop = found
    }
    guard stop > position else { return nil }
    text = position..<stop
    hasReferences = content == .escaped
    position = stop
    return .text
  }

  /// Whether the element that begins with the current tag ends somewhere.
  var isEnded: Bool { endTag(of: element, from: position) != nil }

  private func endTag(of element: HTMLElement, from start: Int) -> Int? {
    let name = Array(element.rawValue.utf8)
    var index = start
    while index + name.count + 2 <= end {
      guard bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/") else {
        index += 1
        continue
      }
      let after = index + 2 + name.count
      let isName = (0..<name.count).allSatisfy { bytes[index + 2 + $0] | 0x20 == name[$0] }
      if isName, after == end || !bytes[after].isASCIIAlphanumeric { return index }
      index += 2
    }
    return nil
  }
}

// MARK: - Tags

extension HTMLTokenizer {
  private mutating func readTag(_ kind: Token, nameAt nameStart: Int) -> Token? {
    tagStart = position
    var index = nameStart
    while index < end, !bytes[index].endsTagName { index += 1 }
    element = HTMLElement.named(bytes[nameStart..<index])
    attributes.removeAll(keepingCapacity: true)
    isSelfClosing = false
    let limit = min(end, tagStart + IngestLimits.htmlTag)
    while index < limit, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "/") {
        isSelfClosing = index + 1 < limit && bytes[index + 1] == UInt8(ascii: ">")
        index += 1
      } else if bytes[index].isHTMLSpace {
        index += 1
      } else {
        readAttribute(at: &index, limit: limit)
      }
    }
    if index >= limit { index = passed(UInt8(ascii: ">"), from: index) - 1 }
    position = min(index + 1, end)
    if kind == .start { pendingContent = element.content }
    return kind
  }

  private mutating func readAttribute(at index: inout Int, limit: Int) {
    let nameStart = index
    index += 1
    while index < limit, !bytes[index].endsAttributeName { index += 1 }
    let name = nameStart..<index
    while index < limit, bytes[index].isHTMLSpace { index += 1 }
    var value = index..<index
    if index < limit, bytes[index] == UInt8(ascii: "=") {
      index += 1
      while index < limit, bytes[index].isHTMLSpace { index += 1 }
      value = readValue(at: &index, limit: limit)
    }
    if attributes.count < IngestLimits.htmlAttributes {
      attributes.append(Attribute(name: name, value: value))
    }
  }

  private func readValue(at index: inout Int, limit: Int) -> Range<Int> {
    guard index < limit else { return index..<index }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      index = start
      while index < limit, bytes[index] != quote { index += 1 }
      let value = start..<index
      index = min(index + 1, limit)
      return value
    }
    let start = index
    while index < limit, !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: ">") { index += 1 }
    return start..<index
  }

  /// Whether the current tag has the attribute.
  func has(_ name: StaticString) -> Bool { raw(name) != nil }

  /// The value of an attribute, decoded and without blanks around it; the first of equal names.
  func value(_ name: StaticString) -> String? {
    raw(name).map { HTMLReferences.decoded(bytes[$0.trimmed(in: bytes)], isAttribute: true) }
  }

  /// Where the value of an attribute stands.
  func raw(_ name: StaticString) -> Range<Int>? {
    name.withUTF8Buffer { expected in
      attributes.first { attribute in
        guard attribute.name.count == expected.count else { return false }
        for offset in 0..<expected.count {
          let byte = bytes[attribute.name.lowerBound + offset]
          if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != expected[offset] { return false }
        }
        return true
      }?.value
    }
  }

  /// Whether an attribute's value is this word, in any case.
  func value(_ name: StaticString, is word: StaticString) -> Bool {
    raw(name).map { bytes[$0.trimmed(in: bytes)].equalsLowercased(word) } ?? false
  }
}
