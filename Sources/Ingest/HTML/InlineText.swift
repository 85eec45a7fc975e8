import Articles

/// The running text of one block: characters with collapsed white space, and where styles change.
struct InlineText {
  private var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  /// Whether white space at this place would be a second one.
  private var endsInSpace = true

  private struct Piece {
    var start: Int
    var style: Span.Style
    var link: String?
  }

  /// Whether nothing but white space came so far.
  var isEmpty: Bool { bytes.isEmpty }

  /// Whether the text stands at the beginning of a line that a line break opened.
  var endsInLineBreak: Bool { bytes.last == UInt8(ascii: "\n") }

  /// Bytes so far.
  var count: Int { bytes.count }

  /// Appends text from a page: runs of white space become one space, over all style borders.
  mutating func append(
    _ source: ArraySlice<UInt8>, hasReferences: Bool, style: Span.Style, link: String?
  ) {
    begin(style, link)
    var index = source.startIndex
    while index < source.endIndex {
      let byte = source[index]
      if byte.isHTMLSpace {
        appendSpace()
        index += 1
      } else if hasReferences, byte == UInt8(ascii: "&") {
        index = appendReference(source, at: index)
      } else {
        let end = Self.endOfRun(in: source, from: index, hasReferences: hasReferences)
        appendRun(source[index..<end])
        index = end
      }
    }
  }

  /// Where the words end that begin at `start` and are parted by single spaces only.
  private static func endOfRun(
    in source: ArraySlice<UInt8>, from start: Int, hasReferences: Bool
  ) -> Int {
    source.withUnsafeBufferPointer { bytes in
      var index = start - source.startIndex + 1
      while index < bytes.count {
        if bytes[index].stopsRun(hasReferences) {
          guard bytes[index] == 0x20, index + 1 < bytes.count,
            !bytes[index + 1].stopsRun(hasReferences)
          else { break }
        }
        index += 1
      }
      return index + source.startIndex
    }
  }

  /// Ends the line; the text goes on below.
  mutating func appendLineBreak() {
    trimSpace()
    bytes.append(UInt8(ascii: "\n"))
    endsInSpace = true
  }

  /// The spans so far; the text is empty afterwards.
  mutating func take() -> [Span] {
    defer { clear() }
    let whole = trimmed
    guard !whole.isEmpty else { return [] }
    if pieces.count == 1 {
      let text = String(decoding: bytes[whole], as: UTF8.self)
      return [Span(text, style: pieces[0].style, link: pieces[0].link)]
    }
    var spans: [Span] = []
    for (index, piece) in pieces.enumerated() {
      let end = index + 1 < pieces.count ? pieces[index + 1].start : bytes.count
      let range = piece.start..<max(piece.start, end)
      let shown = range.clamped(to: whole)
      guard !shown.isEmpty else { continue }
      spans.append(
        Span(String(decoding: bytes[shown], as: UTF8.self), style: piece.style, link: piece.link))
    }
    return spans
  }

  private mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    endsInSpace = true
  }

  private mutating func begin(_ style: Span.Style, _ link: String?) {
    if let last = pieces.last {
      if last.style == style, last.link == link { return }
      if last.start == bytes.count { pieces.removeLast() }
    }
    if let last = pieces.last, last.style == style, last.link == link { return }
    pieces.append(Piece(start: bytes.count, style: style, link: link))
  }

  private mutating func appendSpace() {
    if endsInSpace { return }
    bytes.append(UInt8(ascii: " "))
    endsInSpace = true
  }

  /// Appends characters; control characters, also U+0080 to U+009F, are no text.
  private mutating func appendRun(_ run: ArraySlice<UInt8>) {
    guard let first = run.first else { return }
    if first < 0x20 || first == 0x7F { return appendRun(run.dropFirst()) }
    if first == 0xC2, run.count >= 2, run[run.startIndex + 1] < 0xA0 {
      return appendRun(run.dropFirst(2))
    }
    bytes.append(contentsOf: run)
    endsInSpace = false
  }

  private mutating func appendReference(_ source: ArraySlice<UInt8>, at index: Int) -> Int {
    var decoded: [UInt8] = []
    guard
      let next = HTMLReferences.append(to: &decoded, from: source, at: index, isAttribute: false)
    else {
      appendRun(source[index...index])
      return index + 1
    }
    if decoded.count == 1, decoded[0].isHTMLSpace {
      appendSpace()
    } else {
      appendRun(decoded[...])
    }
    return next
  }

  private mutating func trimSpace() {
    guard bytes.last == UInt8(ascii: " ") else { return }
    bytes.removeLast()
    var index = pieces.count - 1
    while index >= 0, pieces[index].start > bytes.count {
      pieces[index].start = bytes.count
      index -= 1
    }
  }

  /// The text without white space and hard blanks at its ends.
  private var trimmed: Range<Int> {
    var start = 0
    var end = bytes.count
    while start < end {
      if bytes[start].isHTMLSpace {
        start += 1
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if bytes[end - 1].isHTMLSpace {
        end -= 1
      } else if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }
}

extension UInt8 {
  /// Whether a run of plain characters ends before this byte.
  fileprivate func stopsRun(_ hasReferences: Bool) -> Bool {
    self <= 0x20 || self == 0x7F || self == 0xC2 || (hasReferences && self == UInt8(ascii: "&"))
  }
}
