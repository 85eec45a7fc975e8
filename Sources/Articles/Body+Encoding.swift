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
    var writer = ByteWriter()
    writer.write(byte: Self.format)
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
    var reader = ByteReader(bytes)
    do throws(MalformedRecord) {
      _ = try reader.byte()
      self.init(try reader.blocks(depth: 0))
    } catch {
      throw .malformed(offset: error.offset)
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ spans: [Span]) {
    write(spans.count)
    for span in spans {
      write(span.text)
      write(Int(span.style.rawValue))
      write(span.link)
    }
  }

  fileprivate mutating func write(_ blocks: [Body.Block], depth: Int) {
    guard depth < Body.depthLimit else { return write(0) }
    write(blocks.count)
    for block in blocks { write(block, depth: depth) }
  }

  fileprivate mutating func write(_ block: Body.Block, depth: Int) {
    switch block {
    case .paragraph(let spans):
      write(byte: 0)
      write(spans)
    case .heading(let level, let spans):
      write(byte: 1)
      write(level)
      write(spans)
    case .quote(let blocks):
      write(byte: 2)
      write(blocks, depth: depth + 1)
    case .list(let list):
      write(byte: 3)
      let start = list.start ?? 0
      write(list.start == nil ? 0 : Int(min(start.magnitude, UInt(Int.max - 1))) + 1)
      write(
        byte: (list.isReversed ? 1 : 0) | list.numbering.rawValue << 1 | (start < 0 ? 0x10 : 0))
      write(list.items.count)
      for item in list.items { write(item, depth: depth + 1) }
    case .definitions(let definitions):
      write(byte: 4)
      write(definitions.count)
      for definition in definitions {
        write(definition.term)
        write(definition.description, depth: depth + 1)
      }
    case .code(let text, let language):
      write(byte: 5)
      write(text)
      write(language)
    case .table(let table):
      write(byte: 6)
      write(table.caption)
      write(table.rows.count)
      for row in table.rows {
        write(byte: row.isHeader ? 1 : 0)
        write(row.cells.count)
        for cell in row.cells { write(cell) }
      }
    case .figure(let picture):
      let hasAlternative = picture.alternative != nil
      write(byte: hasAlternative ? 11 : picture.link == nil ? 7 : 10)
      write(picture.url)
      write(picture.caption)
      write(picture.credit)
      if hasAlternative {
        write(picture.link)
        write(picture.alternative)
      } else if let link = picture.link {
        write(link)
      }
    case .embed(let kind, let url, let title):
      write(byte: 8)
      write(kind)
      write(url)
      write(title)
    case .rule: write(byte: 9)
    }
  }
}

extension ByteReader {
  fileprivate mutating func spans() throws(MalformedRecord) -> [Span] {
    var spans: [Span] = []
    for _ in 0..<(try count()) {
      let text = try text()
      let style = Span.Style(rawValue: UInt16(truncatingIfNeeded: try number()))
      spans.append(Span(text, style: style, link: try optionalText()))
    }
    return spans
  }

  fileprivate mutating func blocks(depth: Int) throws(MalformedRecord) -> [Body.Block] {
    guard depth <= Body.depthLimit else { throw malformed }
    var blocks: [Body.Block] = []
    for _ in 0..<(try count()) { blocks.append(try block(depth: depth)) }
    return blocks
  }

  fileprivate mutating func block(depth: Int) throws(MalformedRecord) -> Body.Block {
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
    case 7: return .figure(try picture())
    case 10:
      var picture = try picture()
      picture.link = try text()
      return .figure(picture)
    case 11:
      var picture = try picture()
      picture.link = try optionalText()
      picture.alternative = try optionalText()
      return .figure(picture)
    case 8:
      let kind = try text()
      let url = try text()
      return .embed(kind: kind, url: url, title: try optionalText())
    case 9: return .rule
    default: throw malformed
    }
  }

  fileprivate mutating func picture() throws(MalformedRecord) -> Picture {
    let url = try optionalText()
    let caption = try optionalText()
    return Picture(url: url, caption: caption, credit: try optionalText())
  }

  fileprivate mutating func list(depth: Int) throws(MalformedRecord) -> Body.List {
    let start = try number()
    let form = try byte()
    let numbering = Body.List.Numbering(rawValue: form >> 1 & 7)
    guard form < 0x20, let numbering else { throw malformed }
    var items: [[Body.Block]] = []
    for _ in 0..<(try count()) { items.append(try blocks(depth: depth + 1)) }
    let first = form & 0x10 == 0 ? start - 1 : 1 - start
    return Body.List(
      start: start == 0 ? nil : first, isReversed: form & 1 == 1, numbering: numbering,
      items: items)
  }

  fileprivate mutating func definitions(depth: Int) throws(MalformedRecord) -> [Body.Definition] {
    var definitions: [Body.Definition] = []
    for _ in 0..<(try count()) {
      let term = try spans()
      definitions.append(
        Body.Definition(term: term, description: try blocks(depth: depth + 1)))
    }
    return definitions
  }

  fileprivate mutating func table() throws(MalformedRecord) -> Body.Table {
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
