import Articles

/// Text that keeps its spaces and line ends: what stands in `<pre>`.
struct CodeText {
  private var bytes: [UInt8] = []
  private var language: String?

  /// Begins at the current start tag.
  init(_ tag: HTMLTokenizer) { readLanguage(tag) }

  /// Whether a line end here would make an empty line.
  var endsLine: Bool { bytes.isEmpty || bytes.last == UInt8(ascii: "\n") }

  mutating func append(_ source: ArraySlice<UInt8>, hasReferences: Bool) {
    var index = source.startIndex
    if bytes.isEmpty, index < source.endIndex, source[index] == UInt8(ascii: "\n") { index += 1 }
    while index < source.endIndex {
      let byte = source[index]
      if hasReferences, byte == UInt8(ascii: "&"),
        let next = HTMLReferences.append(to: &bytes, from: source, at: index, isAttribute: false)
      {
        index = next
        continue
      }
      index += 1
      switch byte {
      case UInt8(ascii: "\r"):
        if index == source.endIndex || source[index] != UInt8(ascii: "\n") { endLine() }
      case 0x09, 0x0A, 0x20..<0x7F, 0x80...: bytes.append(byte)
      default: break
      }
    }
  }

  mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

  /// Takes the language that the current tag names: `language-swift`, `lang-c`, `brush: js`.
  mutating func readLanguage(_ tag: HTMLTokenizer) {
    guard language == nil, let names = tag.value("class") ?? tag.value("data-lang") else { return }
    for name in names.split(whereSeparator: { $0 == " " }) {
      for prefix in ["language-", "lang-", "highlight-source-"] where name.hasPrefix(prefix) {
        let rest = name.dropFirst(prefix.count)
        if !rest.isEmpty, rest.utf8.count <= 32 { language = String(rest) }
      }
    }
  }

  /// The block, without empty lines at its end.
  var block: Body.Block {
    var end = bytes.count
    while end > 0, bytes[end - 1].isHTMLSpace { end -= 1 }
    let text = String(
      decoding: bytes[..<end].filter { $0 >= 0x20 || $0 == 9 || $0 == 10 }, as: UTF8.self)
    return .code(text, language: language)
  }
}
