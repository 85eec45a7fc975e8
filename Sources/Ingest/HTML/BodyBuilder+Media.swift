import Articles

/// Pictures, players and embedded pages.
extension BodyBuilder {
  /// Pixels up to which a picture is a sign within the text, and up to which it is a tracker.
  private static let signSize = 32
  private static let trackerSize = 3

  mutating func addPicture(_ tag: HTMLTokenizer) {
    let width = tag.value("width").flatMap { Int($0) }
    let height = tag.value("height").flatMap { Int($0) }
    let size = [width, height].compactMap(\.self).max()
    let smallest = [width, height].compactMap(\.self).min()
    if let smallest, smallest <= Self.trackerSize { return }
    if (size.map { $0 <= Self.signSize } ?? false) || tag.isEmoticon {
      let words = Array((tag.value("alt") ?? "").utf8)
      text.append(words[...], hasReferences: false, style: styles.style, link: styles.link)
      return
    }
    guard let url = pictureAddress(tag), url != lastPicture else { return }
    lastPicture = url
    let link = styles.link == url ? nil : styles.link
    if let last = open.last, case .figure = last.kind {
      var picture = last.picture ?? Picture()
      if picture.url == nil {
        picture.url = url
        picture.link = link
        picture.alternative = alternative(tag)
        open[open.count - 1].picture = picture
        return
      }
    }
    flush()
    add(.figure(Picture(url: url, link: link, alternative: alternative(tag))))
  }

  /// Bytes of the longest text in the place of a picture; longer ones are lists of keywords.
  private static let alternativeLimit = 400

  /// What is said in the place of a picture: a text of some words, no name of a file.
  private func alternative(_ tag: HTMLTokenizer) -> String? {
    guard let value = tag.value("alt"), value.utf8.count <= Self.alternativeLimit else {
      return nil
    }
    let words = value.split(whereSeparator: \.isWhitespace)
    return words.count > 1 ? words.joined(separator: " ") : nil
  }

  /// The address of a picture; those that load late keep it in other attributes.
  private func pictureAddress(_ tag: HTMLTokenizer) -> String? {
    let candidates: [StaticString] = ["data-src", "data-lazy-src", "data-original", "src"]
    for name in candidates {
      if let value = tag.value(name), let url = HTMLAddress.picture(value, base: base) {
        return url
      }
    }
    for name in ["srcset", "data-srcset"] as [StaticString] {
      if let first = tag.value(name)?.split(whereSeparator: { $0 == " " || $0 == "\n" }).first,
        let url = HTMLAddress.picture(String(first), base: base)
      {
        return url
      }
    }
    return nil
  }

  /// An embedded page, shown as a link.
  mutating func addFrame(_ tag: HTMLTokenizer) {
    let size = [tag.value("width"), tag.value("height")].compactMap { $0.flatMap { Int($0) } }.min()
    if let size, size <= Self.trackerSize { return }
    guard !tag.isHidden, let address = tag.value("src") ?? tag.value("data-src") else { return }
    addEmbed(address, kind: nil, title: tag.value("title"))
  }

  mutating func startPlayer(_ tag: HTMLTokenizer) {
    switch tag.element {
    case .source:
      guard let last = open.last, case .player = last.kind, last.address == nil else { return }
      open[open.count - 1].address = tag.value("src")
    case .embed: if let src = tag.value("src") { addEmbed(src, kind: nil, title: nil) }
    case .object: if let data = tag.value("data") { addEmbed(data, kind: nil, title: nil) }
    default:
      let kind = tag.element.rawValue
      if tag.isSelfClosing {
        if let src = tag.value("src") { addEmbed(src, kind: kind, title: tag.value("title")) }
        return
      }
      let count = open.count
      push(.player, tag.element)
      guard open.count > count else { return }
      open[count].address = tag.value("src") ?? tag.value("data-src")
      open[count].title = tag.value("title") ?? tag.value("aria-label")
    }
  }

  /// What stands inside a player is for programs that cannot play; it stays when nothing ends it.
  mutating func finishPlayer(_ block: OpenBlock, isEnded: Bool) {
    if let address = block.address {
      addEmbed(address, kind: block.element.rawValue, title: block.title)
    }
    if !isEnded { block.blocks.forEach { add($0, isNew: false) } }
  }

  private mutating func addEmbed(_ address: String, kind: String?, title: String?) {
    guard let url = HTMLAddress.picture(address, base: base) else { return }
    let title = title.map { HTMLReading.plainText($0) }.flatMap { $0.isEmpty ? nil : $0 }
    let block = Body.Block.embed(
      kind: kind ?? HTMLAddress.playerKind(of: url), url: url, title: title)
    if open.last?.blocks.last == block { return }
    flush()
    add(block)
  }
}

/// Addresses as they stand in attributes.
enum HTMLAddress {
  /// Bytes of an address that is kept; longer ones carry data.
  private static let limit = 8_192

  /// Where a link leads, absolute where the base is known, without tracking parameters; `nil` for
  /// what is no address of a page: scripts, inline data, local files.
  static func link(_ value: String, base: String?) -> String? {
    guard let address = checked(value, base: base, schemes: ["http", "https", "mailto"]) else {
      return nil
    }
    return Address.withoutTracking(address)
  }

  /// The address of a picture, sound or frame; its parameters often are its name and stay.
  static func picture(_ value: String, base: String?) -> String? {
    checked(value, base: base, schemes: ["http", "https"])
  }

  private static func checked(_ value: String, base: String?, schemes: [String]) -> String? {
    guard !value.isEmpty, value.utf8.count <= limit,
      let address = Address.resolve(value, base: base)
    else { return nil }
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return address.utf8.first == UInt8(ascii: "#") ? nil : address
    }
    let scheme = address[..<colon]
    let isScheme = scheme.utf8.allSatisfy {
      $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
    guard isScheme else { return address }
    guard schemes.contains(scheme.lowercased()) else { return nil }
    return AddressParts(address).hasPossibleHost ? address : nil
  }

  private static let videoHosts = [
    "youtube", "youtu.be", "vimeo", "dailymotion", "jwplayer", "video",
  ]
  private static let audioHosts = ["soundcloud", "spotify", "podcast", "audio", "megaphone.fm"]

  /// "video", "audio" or "frame", by the address of an embedded page.
  static func playerKind(of url: String) -> String {
    if videoHosts.contains(where: { url.contains($0) }) { return "video" }
    if audioHosts.contains(where: { url.contains($0) }) { return "audio" }
    return "frame"
  }
}

extension HTMLTokenizer {
  /// Whether the current picture stands for a character.
  fileprivate var isEmoticon: Bool {
    guard let names = raw("class").map({ bytes[$0] }) else { return false }
    return names.containsLowercased("emoji") || names.containsLowercased("smiley")
  }
}
