/// What the structured data of a page (JSON-LD, schema.org) says about its article.
struct PageData: Equatable {
  var headline: String?
  /// What an article with a headline is called besides.
  var name: String?
  var published: String?
  var updated: String?
  var authors: [String] = []
  var publisher: String?
  var keywords: [String] = []
  var section: String?
  var image: String?
  var language: String?

  /// Reads one script; `nil` when there is no article in it.
  ///
  /// Strict JSON is not asked for: line ends in strings and commas too many are passed over, and a
  /// text that breaks off is read as far as it goes.
  init?(_ script: ArraySlice<UInt8>) {
    var reader = LooseJSON(Self.withoutMarks(script))
    guard let root = reader.value() else { return nil }
    guard let article = Self.article(in: root, depth: 0) else {
      guard let page = Self.datedPage(in: root) else { return nil }
      published = page["datePublished"]?.text
      updated = page["dateModified"]?.text
      authors = Self.names(page["author"], in: root)
      return
    }
    headline = article["headline"]?.text
    if headline != nil { name = article["name"]?.text }
    published = article["datePublished"]?.text ?? article["dateCreated"]?.text
    updated = article["dateModified"]?.text
    authors = Self.names(article["author"] ?? article["creator"], in: root)
    publisher = Self.names(article["publisher"], in: root).first
    keywords = article["keywords"]?.elements.compactMap(\.text) ?? []
    section = article["articleSection"]?.elements.first?.text
    image = article["image"]?.elements.first.flatMap { $0.text ?? $0["url"]?.text }
    language = article["inLanguage"]?.text
  }

  private static let types = ["article", "posting", "report", "webpage"]

  /// A script without the mark of a CDATA section before its data, in a comment or not.
  private static func withoutMarks(_ script: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = "[CDATA[".utf8
    let beginning = script.drop(while: \.isHTMLSpace).prefix(16)
    let start = beginning.indices.first { beginning[$0...].starts(with: mark) }
    guard let start else { return script }
    return script[(start + mark.count)...].drop {
      $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "[")
    }
  }

  /// Whether an object tells about an article: it has a headline, or a name beside author or date.
  private static func describesArticle(_ value: LooseJSON.Value) -> Bool {
    let types = value["@type"]?.elements.compactMap { $0.text?.lowercased() } ?? []
    guard types.contains(where: { type in Self.types.contains { type.hasSuffix($0) } }) else {
      return false
    }
    if value["headline"] != nil { return true }
    return value["name"] != nil && (value["author"] != nil || value["datePublished"] != nil)
      && !types.contains { $0.hasSuffix("webpage") }
  }

  /// The object of a page without a headline that says when it was published.
  private static func datedPage(in root: LooseJSON.Value) -> LooseJSON.Value? {
    (root.elements + (root["@graph"]?.elements ?? [])).first { value in
      value["datePublished"] != nil
        && value["@type"]?.elements.contains { $0.text?.lowercased().hasSuffix("page") == true }
          == true
    }
  }

  /// The first object that describes an article, wherever it stands.
  private static func article(in value: LooseJSON.Value, depth: Int) -> LooseJSON.Value? {
    guard depth < 8 else { return nil }
    if case .object = value {
      if describesArticle(value) { return value }
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = value[key], let found = article(in: inner, depth: depth + 1) { return found }
      }
    } else if case .array(let elements) = value {
      for element in elements {
        if let found = article(in: element, depth: depth + 1) { return found }
      }
    }
    return nil
  }

  /// The names of persons or organisations; some stand elsewhere under the id that is given.
  private static func names(_ value: LooseJSON.Value?, in root: LooseJSON.Value) -> [String] {
    value?.elements.prefix(16).flatMap { element -> [String] in
      if let name = element.text { return [name] }
      if let names = element["name"]?.elements.compactMap(\.text) { return names }
      guard let id = element["@id"]?.text, let graph = root["@graph"]?.elements else { return [] }
      let named = graph.first { $0["@id"]?.text == id && $0["name"] != nil }
      return named?["name"]?.elements.compactMap(\.text) ?? []
    } ?? []
  }
}

/// JSON as pages carry it, read without a stack: at most 64 levels and 20,000 values.
struct LooseJSON {
  indirect enum Value: Equatable {
    case text(String)
    case array([Value])
    case object([(key: String, value: Value)])

    static func == (a: Value, b: Value) -> Bool {
      switch (a, b) {
      case (.text(let a), .text(let b)): a == b
      case (.array(let a), .array(let b)): a == b
      case (.object(let a), .object(let b)):
        a.elementsEqual(b) { $0.key == $1.key && $0.value == $1.value }
      default: false
      }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    /// The elements of an array, or the value itself.
    var elements: [Value] { if case .array(let elements) = self { elements } else { [self] } }

    subscript(key: String) -> Value? {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.key == key }?.value
    }
  }

  private static let depthLimit = 64
  private var bytes: ArraySlice<UInt8>
  private var left = 20_000

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// The value at the beginning; `nil` when there is none.
  mutating func value(depth: Int = 0) -> Value? {
    skip()
    guard depth < Self.depthLimit, left > 0, let first = bytes.first else { return nil }
    left -= 1
    switch first {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return .text(string())
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return nil
    default:
      let word = bytes.prefix { !$0.isHTMLSpace && !",]}".utf8.contains($0) }
      bytes = bytes.dropFirst(max(word.count, 1))
      return .text(String(decoding: word, as: UTF8.self))
    }
  }

  private mutating func object(depth: Int) -> Value {
    bytes.removeFirst()
    var members: [(key: String, value: Value)] = []
    while true {
      skip()
      guard bytes.first == UInt8(ascii: "\"") else { break }
      let key = string()
      skip()
      guard let value = value(depth: depth + 1) else { break }
      members.append((key, value))
    }
    if bytes.first == UInt8(ascii: "}") { bytes.removeFirst() }
    return .object(members)
  }

  private mutating func array(depth: Int) -> Value {
    bytes.removeFirst()
    var elements: [Value] = []
    while let value = value(depth: depth + 1) { elements.append(value) }
    if bytes.first == UInt8(ascii: "]") { bytes.removeFirst() }
    return .array(elements)
  }

  /// Passes blanks, commas, colons and what else stands between values.
  private mutating func skip() {
    bytes = bytes.drop {
      $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";")
    }
  }

  private mutating func string() -> String {
    bytes.removeFirst()
    var output: [UInt8] = []
    while let byte = bytes.first {
      bytes.removeFirst()
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") { escape(to: &output) } else { output.append(byte) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func escape(to output: inout [UInt8]) {
    guard let byte = bytes.popFirst() else { return }
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"): output.append(0x20)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): break
    case UInt8(ascii: "u"):
      var value = unit() ?? 0xFFFD
      if (0xD800..<0xDC00).contains(value), bytes.starts(with: "\\u".utf8) {
        bytes = bytes.dropFirst(2)
        let low = unit() ?? 0
        value =
          (0xDC00..<0xE000).contains(low)
          ? 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) : 0xFFFD
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: output.append(byte)
    }
  }

  private mutating func unit() -> UInt32? {
    let digits = bytes.prefix(4)
    guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    bytes = bytes.dropFirst(4)
    return value
  }
}
