/// Entities that a document declares in its own document type, and what references stand for.
///
/// Only texts within the document are taken: nothing outside is ever read. What a reference may
/// grow to is bounded by a budget for the whole document, so that entities within entities cannot
/// blow up.
struct XMLEntities {
  private var texts: [String: [UInt8]] = [:]
  /// Bytes that declared entities may still add to the document.
  private var budget = IngestLimits.xmlEntityGrowth
  /// Whether entities are too long, too deep, in a circle, or add too much: only attacks do that.
  private(set) var areAbused = false

  /// Takes the declarations of a document type that begins at `start`; gives the index behind it.
  mutating func readDocumentType(in bytes: [UInt8], at start: Int) -> Int {
    var index = start
    var isInside = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): isInside = true
      case UInt8(ascii: "]"): isInside = false
      case UInt8(ascii: ">") where !isInside: return index + 1
      case UInt8(ascii: "<") where isInside:
        if bytes[index...].hasLowercasedPrefix("<!entity") {
          index = readEntity(in: bytes, at: index + 8)
          continue
        }
      case UInt8(ascii: "<") where index > start && !isInside: return index
      case 0x22, 0x27:
        let quote = bytes[index]
        let end = bytes[(index + 1)...].prefix(4096).firstIndex(of: quote)
        index = end ?? index
      default: break
      }
      index += 1
    }
    return index
  }

  /// One `name "text"`; external and parameter entities are passed over.
  private mutating func readEntity(in bytes: [UInt8], at start: Int) -> Int {
    let rest = bytes[start...].prefix(IngestLimits.xmlEntityText * 2).drop { $0.isHTMLSpace }
    let name = rest.prefix(65).prefix { !$0.isHTMLSpace && $0 != UInt8(ascii: ">") }
    let value = rest[name.endIndex...].drop { $0.isHTMLSpace }
    guard let quote = value.first, quote == 0x22 || quote == 0x27,
      let end = value.dropFirst().firstIndex(of: quote)
    else {
      if value.count > IngestLimits.xmlEntityText { areAbused = true }
      return name.endIndex
    }
    let text = value[(value.startIndex + 1)..<end]
    if texts.count < IngestLimits.xmlEntities, text.count <= IngestLimits.xmlEntityText,
      !name.isEmpty, name.count <= 64
    {
      let key = String(decoding: name, as: UTF8.self)
      if texts[key] == nil { texts[key] = Array(text) }
    }
    return end + 1
  }

  /// Appends `text` with its references replaced by what they stand for.
  mutating func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    append(text, to: &output, depth: 0)
  }

  private mutating func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8], depth: Int) {
    var rest = text
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      output.append(contentsOf: rest[..<mark])
      rest = rest[mark...]
      if let behind = HTMLReferences.append(to: &output, from: rest, at: mark, isAttribute: true) {
        rest = rest[behind...]
      } else if let behind = appendDeclared(rest, to: &output, depth: depth) {
        rest = rest[behind...]
      } else {
        output.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    output.append(contentsOf: rest)
  }

  /// Replaces a reference to a declared entity; the index behind it, or `nil` when it is none.
  private mutating func appendDeclared(
    _ rest: ArraySlice<UInt8>, to output: inout [UInt8], depth: Int
  ) -> Int? {
    guard !texts.isEmpty,
      let end = rest.prefix(66).firstIndex(of: UInt8(ascii: ";")),
      let text = texts[String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)]
    else { return nil }
    budget -= text.count + 1
    if budget <= 0 || depth >= IngestLimits.xmlEntityDepth { areAbused = true }
    if !areAbused { append(text[...], to: &output, depth: depth + 1) }
    return end + 1
  }

  /// The text with its references replaced.
  mutating func decoded(_ text: ArraySlice<UInt8>) -> String {
    guard text.contains(UInt8(ascii: "&")) else { return String(decoding: text, as: UTF8.self) }
    var output: [UInt8] = []
    append(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
