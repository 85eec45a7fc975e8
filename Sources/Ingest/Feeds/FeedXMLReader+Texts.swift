import Articles
import FoundationEssentials

/// Texts: how they are taken from the document, and where they go.
extension FeedXMLReader {
  mutating func take(_ range: Range<Int>, isLiteral: Bool) {
    if capture == nil {
      guard person != nil, scopes.place == .person else { return }
      let text = scanner.bytes[range].prefix(IngestLimits.feedLine)
      person?.text +=
        isLiteral ? String(decoding: text, as: UTF8.self) : scanner.entities.decoded(text)
      return
    }
    let limit = capture?.field.holdsMarkup == true ? IngestLimits.feedText : IngestLimits.feedLine
    guard let count = capture?.text.bytes.count, count < limit else { return }
    let text = scanner.bytes[range].prefix(limit - count)
    switch (capture?.text.kind == .xhtml, isLiteral) {
    case (true, false), (false, true): capture?.text.bytes.append(contentsOf: text)
    case (false, false):
      if text.contains(UInt8(ascii: "&")) {
        var decoded: [UInt8] = []
        scanner.entities.append(text, to: &decoded)
        capture?.text.bytes.append(contentsOf: decoded)
      } else {
        capture?.text.bytes.append(contentsOf: text)
      }
    case (true, true): capture?.text.bytes.append(escaping: text)
    }
  }

  // MARK: Markup within texts

  /// An element within a text is written out again, its addresses made absolute.
  mutating func startInsideText() {
    let outerBase = scopes.base
    guard scopes.push(&scanner) else { return }
    if capture?.field.holdsMarkup == true {
      if capture?.text.kind == .plain { capture?.text.kind = .html }
      writeStartTag(isMoved: scopes.base != outerBase || scopes.base != capture?.text.base)
    }
    if scanner.isSelfClosing { close(1) }
  }

  private mutating func writeStartTag(isMoved: Bool) {
    guard let count = capture?.text.bytes.count, count < IngestLimits.feedText else { return }
    var tag: [UInt8] = [UInt8(ascii: "<")]
    tag.append(contentsOf: localName(scanner.name))
    for attribute in scanner.attributes {
      let name = scanner.bytes[attribute.name]
      if name.hasLowercasedPrefix("xml") { continue }
      tag.append(0x20)
      tag.append(contentsOf: name)
      tag.append(contentsOf: [UInt8(ascii: "="), 0x22])
      let value = scanner.bytes[attribute.value]
      if isMoved, name.equalsLowercased("href") || name.equalsLowercased("src") {
        let address = scanner.entities.decoded(value)
        tag.append(
          escaping: Array((Address.resolve(address, base: scopes.base) ?? "").utf8)[...])
      } else {
        for byte in value {
          if byte == 0x22 { tag.append(contentsOf: "&quot;".utf8) } else { tag.append(byte) }
        }
      }
      tag.append(0x22)
    }
    tag.append(UInt8(ascii: ">"))
    capture?.text.bytes.append(contentsOf: tag)
  }

  /// Closes the innermost element of the text in its written form.
  mutating func writeEndTag() {
    guard capture?.field.holdsMarkup == true, let name = scopes.open.last?.name else { return }
    let local = localName(name)
    if Self.emptyElements.contains(where: local.equalsLowercased) { return }
    capture?.text.bytes.append(contentsOf: [UInt8(ascii: "<"), UInt8(ascii: "/")])
    capture?.text.bytes.append(contentsOf: local)
    capture?.text.bytes.append(UInt8(ascii: ">"))
  }

  private static let emptyElements: [StaticString] = [
    "br", "img", "hr", "input", "meta", "link", "area", "base", "col", "embed", "source", "track",
    "wbr", "param",
  ]

  private func localName(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let name = scanner.bytes[range]
    return name.firstIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
  }

  // MARK: Where texts go

  mutating func finish(_ capture: Capture) {
    let text = capture.text
    switch capture.field {
    case .title: update { $0.title = $0.title?.isBlank == false ? $0.title : text }
    case .otherTitle: update { $0.otherTitle = $0.otherTitle ?? text }
    case .summary: update { $0.summary = $0.summary?.isBlank == false ? $0.summary : text }
    case .otherSummary: update { $0.otherSummary = $0.otherSummary ?? text }
    case .subtitle: update { $0.subtitle = $0.subtitle ?? text }
    case .content: update { $0.content = $0.content?.isBlank == false ? $0.content : text }
    case .mediaDescription: update { $0.mediaDescription = $0.mediaDescription ?? text }
    default:
      finishLine(capture.field, FeedText.collapsed(text.bytes[...]), text.base)
    }
  }

  private mutating func finishLine(_ field: FeedField, _ line: String, _ base: String?) {
    guard !line.isEmpty else { return }
    switch field {
    case .link: set(link: line, base)
    case .guid: update { $0.guid = $0.guid ?? line }
    case .id: update { $0.guid = $0.guid ?? line }
    case .comments:
      let address = Address.resolve(line, base: base)
      update { $0.comments = $0.comments ?? address }
    case .published, .otherDate, .created, .updated: set(field, NewsDate.parse(line))
    case .author:
      let person = FeedPerson(text: HTMLReading.plainText(line))
      let byline = article == nil ? person.whole : person.byline
      update { $0.add(author: byline) }
    case .category:
      let topic = HTMLReading.plainText(line)
      update { $0.add(topic: topic) }
    case .keywords:
      for word in line.split(separator: ",") { update { $0.add(topic: String(word)) } }
    case .language: update { $0.language = $0.language ?? line.cut(toBytes: 32) }
    case .icon:
      let address = Address.resolve(line, base: base)
      update { $0.pictureURL = $0.pictureURL ?? address }
    case .credit: update { $0.credit = $0.credit ?? HTMLReading.plainText(line) }
    case .name: person?.name = line
    case .email: person?.email = line
    case .minutesToLive, .skippedHour, .skippedDay, .updatePeriod, .updateFrequency, .newAddress:
      if article == nil { hints.take(field, line, base) }
    default: break
    }
  }

  private mutating func set(link: String, _ base: String?) {
    guard let address = Address.resolve(link, base: base) else { return }
    update {
      if $0.link == nil || !$0.hasPageLink { $0.link = address }
      $0.hasPageLink = true
    }
  }

  private mutating func set(_ field: FeedField, _ date: Date?) {
    guard let date else { return }
    update {
      switch field {
      case .published: $0.published = $0.published ?? date
      case .updated: $0.updated = $0.updated ?? date
      case .created: $0.created = $0.created ?? date
      default: $0.otherDate = $0.otherDate ?? date
      }
    }
  }

  mutating func finishPerson() {
    guard var person else { return }
    self.person = nil
    person.text = FeedText.collapsed(HTMLReading.plainText(person.text))
    person.name = HTMLReading.plainText(person.name)
    let byline = article == nil ? person.whole : person.byline
    update { $0.add(author: byline) }
  }
}

extension [UInt8] {
  /// Appends text as it is written in markup.
  mutating func append(escaping text: ArraySlice<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
      case 0x22: append(contentsOf: "&quot;".utf8)
      default: append(byte)
      }
    }
  }

  /// Takes away a tag that begins near the end and is not closed: the document was cut there.
  mutating func removeCutTag() {
    guard let start = suffix(512).lastIndex(of: UInt8(ascii: "<")),
      !self[start...].contains(UInt8(ascii: ">"))
    else { return }
    removeSubrange(start...)
  }
}
