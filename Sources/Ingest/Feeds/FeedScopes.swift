/// The elements that are open, with the namespaces, bases and languages that they set.
struct FeedScopes {
  /// An open element.
  struct Open {
    var name: Range<Int>
    var key: FeedName?
    var vocabulary: FeedVocabulary
    /// What the children of this element belong to.
    var place: FeedPlace
    /// Namespaces that were declared before it.
    var namespaces: Int
    var base: String?
    var language: String?
  }

  private(set) var open: [Open] = []
  private var namespaces: [(prefix: [UInt8], vocabulary: FeedVocabulary)] = []
  private let documentBase: String?

  init(base: String?) { documentBase = base }

  var place: FeedPlace { open.last?.place ?? .outside }
  var base: String? { open.last?.base ?? documentBase }
  var language: String? { open.last?.language }
  var depth: Int { open.count }

  /// Opens the element at the scanner; `false` when it lies too deep.
  mutating func push(_ scanner: inout XMLScanner) -> Bool {
    guard open.count < IngestLimits.xmlDepth else { return false }
    var base = open.last?.base ?? documentBase
    var language = open.last?.language
    let before = namespaces.count
    for attribute in scanner.attributes {
      let name = scanner.bytes[attribute.name]
      guard name.first.map({ $0 | 0x20 }) == UInt8(ascii: "x") else { continue }
      if name.hasLowercasedPrefix("xmlns") {
        declare(name, scanner.bytes[attribute.value])
      } else if name.equalsLowercased("xml:base") {
        let value = scanner.entities.decoded(scanner.bytes[attribute.value])
        base = Address.resolve(value, base: base) ?? base
      } else if name.equalsLowercased("xml:lang") {
        let value = scanner.entities.decoded(scanner.bytes[attribute.value].prefix(32))
        language = value
      }
    }
    let (vocabulary, key) = meaning(of: scanner.bytes[scanner.name])
    open.append(
      Open(
        name: scanner.name, key: key, vocabulary: vocabulary, place: place, namespaces: before,
        base: base, language: language))
    return true
  }

  mutating func setPlace(_ place: FeedPlace) {
    if !open.isEmpty { open[open.count - 1].place = place }
  }

  mutating func pop() -> Open? {
    guard let last = open.popLast() else { return nil }
    namespaces.removeSubrange(last.namespaces...)
    return last
  }

  /// How many elements an end tag closes; 0 when none of that name is open.
  func closing(_ name: Range<Int>, in bytes: [UInt8]) -> Int {
    let wanted = bytes[name]
    for index in open.indices.reversed() {
      let candidate = bytes[open[index].name]
      if candidate.count == wanted.count,
        candidate.elementsEqual(wanted, by: { $0.lowercasedASCII == $1.lowercasedASCII })
      {
        return open.count - index
      }
    }
    return 0
  }

  /// `xmlns` or `xmlns:prefix`.
  private mutating func declare(_ name: ArraySlice<UInt8>, _ address: ArraySlice<UInt8>) {
    guard namespaces.count < IngestLimits.xmlNamespaces else { return }
    let prefix = Array(name.dropFirst(6))
    let text = String(decoding: address.prefix(200), as: UTF8.self)
    namespaces.append((prefix, FeedVocabulary.named(text, isDefault: prefix.isEmpty)))
  }

  private func meaning(of name: ArraySlice<UInt8>) -> (FeedVocabulary, FeedName?) {
    let colon = name.firstIndex(of: UInt8(ascii: ":"))
    let prefix = name[name.startIndex..<(colon ?? name.startIndex)]
    let local = colon.map { name[($0 + 1)...] } ?? name
    let declared = namespaces.last { $0.prefix.elementsEqual(prefix) }?.vocabulary
    let vocabulary = declared ?? (colon == nil ? .core : FeedVocabulary.undeclared(prefix))
    return (vocabulary, FeedName(local))
  }
}

/// What an element's children belong to.
enum FeedPlace {
  case outside, feed, item
  /// The feed's picture.
  case image
  /// Someone who wrote something.
  case person
  /// Something about another feed, or nothing that is read.
  case ignored
}
