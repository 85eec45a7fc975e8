import Glibc

/// Cuts XML into tags and text, one after the other, and never gives up.
///
/// Written for feeds as they are, most of which some strict parser refuses: undeclared prefixes and
/// entities, bare `&` and `<`, attributes without quotes, tags that do not match, documents that
/// end in the middle. Builds no tree, copies nothing, loads nothing; every byte is looked at a
/// fixed number of times at most. Entities that the document declares are kept in `entities`.
struct XMLScanner {
  /// What `next` found; its parts stand in the properties until the next call.
  enum Token: Equatable {
    /// `name`, `attributes`, `isSelfClosing`.
    case start
    /// `name`.
    case end
    /// `text` with references, in the source's spelling.
    case text
    /// `text` as it stands.
    case literal
  }

  /// One attribute of the current tag, as ranges of `bytes`.
  struct Attribute {
    var name: Range<Int>
    /// Without the quotes, with its references.
    var value: Range<Int>
  }

  let bytes: [UInt8]
  /// Name of the current tag with its prefix.
  private(set) var name = 0..<0
  private(set) var text = 0..<0
  private(set) var attributes: [Attribute] = []
  private(set) var isSelfClosing = false
  /// Where the current token begins.
  private(set) var tokenStart = 0
  var entities = XMLEntities()
  /// Where the next token begins.
  private var position = 0
  /// A search for the end of a comment that ran to the end in vain would do so again.
  private var lacksCommentEnd = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag or text; `nil` at the end.
  mutating func next() -> Token? {
    while position < bytes.count {
      tokenStart = position
      guard bytes[position] == UInt8(ascii: "<") else { return readText() }
      let following = position + 1 < bytes.count ? bytes[position + 1] : 0
      switch following {
      case UInt8(ascii: "/"):
        if readEndTag() { return .end }
      case UInt8(ascii: "!"):
        if let token = readDeclaration() { return token }
      case UInt8(ascii: "?"):
        position = find(UInt8(ascii: ">"), from: position + 2).map { $0 + 1 } ?? bytes.count
      case _ where Self.startsName(following):
        if readStartTag() { return .start }
      default: return readText()
      }
    }
    return nil
  }

  /// Index of `byte` at or behind `start`.
  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Text up to the next `<`; one that opens nothing is part of it.
  private mutating func readText() -> Token {
    let end = find(UInt8(ascii: "<"), from: position + 1) ?? bytes.count
    text = position..<end
    position = end
    return .text
  }

  private mutating func readEndTag() -> Bool {
    let start = position + 2
    let end = find(UInt8(ascii: ">"), from: start) ?? bytes.count
    position = min(end + 1, bytes.count)
    var nameEnd = start
    while nameEnd < end, Self.continuesName(bytes[nameEnd]) { nameEnd += 1 }
    name = start..<nameEnd
    return nameEnd > start
  }

  /// CDATA, comment or document type.
  private mutating func readDeclaration() -> Token? {
    if starts(with: "<![CDATA[", at: position) {
      let start = position + 9
      let end = endOfSection(from: start)
      // A section that is never closed was cut off with the document.
      text = start..<(end ?? bytes.count)
      position = min((end ?? bytes.count) + 3, bytes.count)
      return .literal
    }
    if starts(with: "<!--", at: position) {
      let end = lacksCommentEnd ? nil : endOfComment(from: position + 4)
      lacksCommentEnd = end == nil
      position = end ?? find(UInt8(ascii: ">"), from: position).map { $0 + 1 } ?? bytes.count
      return nil
    }
    if starts(with: "<!DOCTYPE", at: position) || starts(with: "<!doctype", at: position) {
      position = entities.readDocumentType(in: bytes, at: position)
    } else {
      position = find(UInt8(ascii: ">"), from: position).map { $0 + 1 } ?? bytes.count
    }
    return nil
  }

  private func endOfSection(from start: Int) -> Int? {
    var index = start
    while let found = find(UInt8(ascii: ">"), from: index) {
      if found >= start + 2, bytes[found - 1] == 0x5D, bytes[found - 2] == 0x5D { return found - 2 }
      index = found + 1
    }
    return nil
  }

  private func endOfComment(from start: Int) -> Int? {
    var index = start
    while let found = find(UInt8(ascii: ">"), from: index) {
      if found >= start + 2, bytes[found - 1] == 0x2D, bytes[found - 2] == 0x2D { return found + 1 }
      index = found + 1
    }
    return nil
  }

  func starts(with word: StaticString, at index: Int) -> Bool {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where bytes[index + offset] != word.utf8Start[offset] { return false }
    return true
  }
}

/// Tags.
extension XMLScanner {
  static func startsName(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func continuesName(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte >= 0x80
  }

  /// Reads the tag at `position`; `false`, behind its end, when the document ends within it.
  private mutating func readStartTag() -> Bool {
    attributes.removeAll(keepingCapacity: true)
    isSelfClosing = false
    var index = position + 1
    while index < bytes.count, Self.continuesName(bytes[index]) { index += 1 }
    name = (position + 1)..<index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        position = index + 1
        return true
      }
      if byte == UInt8(ascii: "<") {
        // The tag was never closed; another one begins here.
        position = index
        return true
      }
      if byte == UInt8(ascii: "/") {
        isSelfClosing = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">")
        index += 1
      } else if Self.continuesName(byte) {
        index = readAttribute(at: index)
      } else {
        index += 1
      }
    }
    position = bytes.count
    return false
  }

  /// Reads one attribute; gives the index behind it.
  private mutating func readAttribute(at start: Int) -> Int {
    var index = start
    while index < bytes.count, Self.continuesName(bytes[index]) { index += 1 }
    let name = start..<index
    while index < bytes.count, bytes[index].isHTMLSpace { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return index }
    index += 1
    while index < bytes.count, bytes[index].isHTMLSpace { index += 1 }
    guard index < bytes.count else { return index }
    var value = index..<index
    if bytes[index] == 0x22 || bytes[index] == 0x27 {
      let end = find(bytes[index], from: index + 1) ?? bytes.count
      value = (index + 1)..<max(index + 1, end)
      index = min(end + 1, bytes.count)
    } else {
      while index < bytes.count, !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: ">") {
        index += 1
      }
      value = value.lowerBound..<index
    }
    if attributes.count < IngestLimits.xmlAttributes {
      attributes.append(Attribute(name: name, value: value))
    }
    return index
  }
}
