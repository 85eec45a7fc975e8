import Articles
import FoundationEssentials

/// What the lines between headline and text say: dates, names, short link, caption.
struct PageHead {
  let context: IngestContext
  var published: Date?
  var updated: Date?
  var authors: [String] = []
  var topics: [String] = []
  var shortLink: String?
  var link: String?
  var picture: Picture?
  private var expectsShortLink = false

  init(context: IngestContext) { self.context = context }

  /// Takes a line that belongs to the head by its form; `false` when it may be text.
  mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    if takeAddress(line) { return true }
    if let readings = PageDate.readings(in: line, now: context.now) {
      take(readings)
      return true
    }
    if let names = PageWords.topics(line) {
      topics += names
      return true
    }
    if let names = Byline.names(in: line) {
      authors += names.filter { !authors.contains($0) }
      return true
    }
    return PageWords.isFurniture(line)
  }

  /// Takes the words under the lead picture.
  mutating func takeCaption(_ line: ArraySlice<UInt8>) {
    let parts = CaptionCredit.parted(String(decoding: line, as: UTF8.self))
    picture = Picture(url: picture?.url, caption: parts.caption, credit: parts.credit)
  }

  /// Gives an article what the head said.
  ///
  /// A page that only says when it was updated takes its place
  /// in the list by that.
  func complete(_ draft: inout ArticleDraft) {
    draft.published = published ?? updated
    draft.updated = updated
    draft.authors = authors
    draft.topics = topics
    draft.shortLink = shortLink
    draft.link = link
    draft.picture = picture
  }

  private mutating func take(_ readings: [PageDate.Reading]) {
    for reading in readings {
      switch reading.role {
      case .updated: updated = updated ?? reading.date
      case .published, .plain: published = published ?? reading.date
      }
    }
  }

  /// Takes an address that stands alone, or behind the label of the short link.
  private mutating func takeAddress(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    if PageWords.isShortLinkLabel(line) {
      expectsShortLink = true
      rest = line.dropFirst("short link".utf8.count)
      while let first = rest.first, !first.isASCIILetter { rest = rest.dropFirst() }
      if rest.isEmpty { return true }
    }
    guard rest.hasLowercasedPrefix("http://") || rest.hasLowercasedPrefix("https://"),
      rest.count <= 2_048, !rest.contains(where: \.isHTMLSpace)
    else { return rest.count < line.count && rest.isEmpty }
    let address = String(decoding: rest, as: UTF8.self)
    guard let url = HTMLAddress.link(address, base: nil) else { return true }
    if expectsShortLink {
      shortLink = shortLink ?? url
    } else {
      link = link ?? url
    }
    expectsShortLink = false
    return true
  }
}
