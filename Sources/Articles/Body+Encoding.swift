/// Why stored bytes are no body.
public enum BodyEncodingError: Error, Hashable {
  /// The bytes end in the middle, or hold a number that no writer makes; at this byte.
  case malformed(offset: Int)
  /// Written by a newer version of the program.
  case newerFormat(UInt8)
}

extension Body {
  /// The first byte of the encoded form.
  private static let format: UInt8 = 1
  /// Levels of blocks within blocks; what lies deeper is left out when written.
  static let depthLimit = 64

  /// The body as compact bytes for the store.
  ///
  /// A format byte, then each block as tag, lengths and UTF-8. Lengths are LEB128. The form is stable: what one version wrote, later ones read.
  public var encoded: [UInt8] {
    var writer = BodyWriter()
    writer.bytes.append(Self.format)
    writer.write(blocks, depth: 0)
    return writer.bytes
  }

  /// Reads what `encoded` gave; no bytes at all are an empty body.
  ///
  /// - Throws: `BodyEncodingError`; input from a damaged file is safe.
  public init(encoded bytes: [UInt8]) throws(BodyEncodingError) {
    guard let format = bytes.first else {
      self.init()
      return
    }
    guard format == Self.format else { throw .newerFormat(format) }
    var reader = BodyReader(bytes: bytes)
    self.init(try reader.blocks(depth: 0))
  }
}

private struct BodyWriter {
  var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    var rest = UInt64(max(0, number))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// A missing text is told from an empty one by a length that starts at 1.
  mutating func write(_ text: String?) {
    guard let text else { return write(0) }
    write(text.utf8.count + 1)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ spans: [Span]) {
    write(spans.count)
    for span in spans {
      write(span.text)
      write(Int(span.style.rawValue))
      write(span.link)
    }
  }

  mutating func write(_ blocks: [Body.Block], depth: Int) {
    guard depth < Body.depthLimit else { return write(0) }
    write(blocks.count)
    for block in blocks { write(block, depth: depth) }
  }

  mutating func write(_ block: Body.Block, depth: Int) {
    switch block {
    case .paragraph(let spans):
      bytes.append(0)
      write(spans)
    case .heading(let level, let spans):
      bytes.append(1)
      write(level)
      write(spans)
    case .quote(let blocks):
      bytes.append(2)
      write(blocks, depth: depth + 1)
    case .list(let list):
      bytes.append(3)
      write(list.start.map { $0 < 0 ? 0 : $0 &+ 1 } ?? 0)
      bytes.append(list.isReversed ? 1 : 0)
      write(list.items.count)
      for item in list.items { write(item, depth: depth + 1) }
    case .definitions(let definitions):
      bytes.append(4)
      write(definitions.count)
      for definition in definitions {
        write(definition.term)
        write(definition.description, depth: depth + 1)
      }
    case .code(let text, let language):
      bytes.append(5)
      write(text)
      write(language)
    case .table(let table):
      bytes.append(6)
      write(table.caption)
      write(table.rows.count)
      for row in table.rows {
        bytes.append(row.isHeader ? 1 : 0)
        write(row.cells.count)
        for cell in row.cells { write(cell) }
      }
    case .figure(let picture):
      bytes.append(7)
      write(picture.url)
      write(picture.caption)
      write(picture.credit)
    case .embed(let kind, let url, let title):
      bytes.append(8)
      write(kind)
      write(url)
      write(title)
    case .rule: bytes.append(9)
    }
  }
}

private struct BodyReader {
  let bytes: [UInt8]
  private var next = 1

  init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func byte() throws(BodyEncodingError) -> UInt8 {
    guard next < bytes.count else { throw .malformed(offset: next) }
    defer { next += 1 }
    return bytes[next]
  }

  private mutating func number() throws(BodyEncodingError) -> Int {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 63, by: 7) {
      let part = try byte()
      value |= UInt64(part & 0x7F) << shift
      if part < 0x80 { return Int(truncatingIfNeeded: value & 0x7FFF_FFFF_FFFF_FFFF) }
    }
    throw .malformed(offset: next)
  }

  /// A count of things that take at least one byte each, so never more than bytes are left.
  private mutating func count() throws(BodyEncodingError) -> Int {
    let count = try number()
    guard count <= bytes.count - next else { throw .malformed(offset: next) }
    return count
  }

  private mutating func text(bytes length: Int) throws(BodyEncodingError) -> String {
    guard length <= bytes.count - next else { throw .malformed(offset: next) }
    defer { next += length }
    return String(decoding: bytes[next..<next + length], as: UTF8.self)
  }

  private mutating func text() throws(BodyEncodingError) -> String { try text(bytes: number()) }

  private mutating func optionalText() throws(BodyEncodingError) -> String? {
    let length = try number()
    return length == 0 ? nil : try text(bytes: length - 1)
  }

  private mutating func spans() throws(BodyEncodingError) -> [Span] {
    var spans: [Span] = []
    for _ in 0..<(try count()) {
      let text = try text()
      let style = Span.Style(rawValue: UInt16(truncatingIfNeeded: try number()))
      spans.append(Span(text, style: style, link: try optionalText()))
    }
    return spans
  }

  mutating func blocks(depth: Int) throws(BodyEncodingError) -> [Body.Block] {
    guard depth <= Body.depthLimit else { throw .malformed(offset: next) }
    var blocks: [Body.Block] = []
    for _ in 0..<(try count()) { blocks.append(try block(depth: depth)) }
    return blocks
  }

  private mutating func block(depth: Int) throws(BodyEncodingError) -> Body.Block {
    let tag = try byte()
    switch tag {
    case 0: return .paragraph(try spans())
    case 1:
      let level = try number()
      return .heading(level: min(max(level, 1), 6), try spans())
    case 2: return .quote(try blocks(depth: depth + 1))
    case 3: return .list(try list(depth: depth))
    case 4: return .definitions(try definitions(depth: depth))
    case 5:
      let text = try text()
      return .code(text, language: try optionalText())
    case 6: return .table(try table())
    case 7:
      let url = try optionalText()
      let caption = try optionalText()
      return .figure(Picture(url: url, caption: caption, credit: try optionalText()))
    case 8:
      let kind = try text()
      let url = try text()
      return .embed(kind: kind, url: url, title: try optionalText())
    case 9: return .rule
    default: throw .malformed(offset: next - 1)
    }
  }

  private mutating func list(depth: Int) throws(BodyEncodingError) -> Body.List {
    let start = try number()
    let isReversed = try byte() == 1
    var items: [[Body.Block]] = []
    for _ in 0..<(try count()) { items.append(try blocks(depth: depth + 1)) }
    return Body.List(start: start == 0 ? nil : start - 1, isReversed: isReversed, items: items)
  }

  private mutating func definitions(depth: Int) throws(BodyEncodingError) -> [Body.Definition] {
    var definitions: [Body.Definition] = []
    for _ in 0..<(try count()) {
      let term = try spans()
      definitions.append(
        Body.Definition(term: term, description: try blocks(depth: depth + 1)))
    }
    return definitions
  }

  private mutating func table() throws(BodyEncodingError) -> Body.Table {
    let caption = try spans()
    var rows: [Body.Table.Row] = []
    for _ in 0..<(try count()) {
      let isHeader = try byte() == 1
      var cells: [[Span]] = []
      for _ in 0..<(try count()) { cells.append(try spans()) }
      rows.append(Body.Table.Row(isHeader: isHeader, cells: cells))
    }
    return Body.Table(caption: caption, rows: rows)
  }
}
