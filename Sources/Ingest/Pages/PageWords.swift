/// The words of a page that belong to the page and not to its article.
enum PageWords {
  /// Bytes of the longest line that may be furniture.
  private static let limit = 240

  /// Whole lines, in lower case, without marks at their ends.
  private static let lines: Set<UInt64> = fingerprints(
    """
    follow|following|short url|short link|share|share this|share this article|share this story
    share on|share via|share on facebook|share on twitter|share on x|tweet|tweet this|print
    print this|print article|email|email this|e-mail|copy link|link copied|save|save article
    bookmark|comment|comments|view comments|leave a comment|like|listen|listen to this article
    menu|search|home|sections|sign in|log in|login|register|subscribe|subscribe now|sign up
    newsletter|newsletters|back to top|top|skip to content|skip to main content|next|previous
    next article|previous article|accept|accept all|accept all cookies|accept cookies|reject all
    manage cookies|manage preferences|cookie settings|cookie policy|privacy policy|terms of use
    terms of service|contact us|about us|advertise|advertise with us|close|loading|most read
    most popular|trending|trending now|editor's picks|follow us|follow us on|get the app
    download the app|report a typo|show more|load more|read more|read also|also read|read next
    continue reading|recommended|recommended for you|gift this article|text size|font size
    translate|topics|tags|related|related topics|more on this story|whatsapp|facebook|twitter
    linkedin|telegram|reddit|pinterest|instagram|youtube|x|play|play video|photos|all rights reserved
    media playback is unsupported on your device|this slideshow requires javascript|advert|anzeige
    werbung|publicidad|publicité|report error|hide caption|toggle caption|enlarge this image
    """)

  /// Lines that stand within a body and never belong to it.
  private static let interruptions: Set<UInt64> = fingerprints(
    """
    advertisement|advertising|sponsored|ad|story continues below advertisement
    article continues below|article continues below this ad|story continues below
    scroll to continue|scroll to continue reading|continue reading below|read more|short url
    """)

  /// Single words that together make a row of buttons.
  private static let buttons: Set<UInt64> = fingerprints(
    """
    share|tweet|email|e-mail|mail|print|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram
    copy|link|save|follow|comments|comment|x|messenger|flipboard|instagram|on|via|and|or|like|post
    this|article|pocket|bluesky|threads|mastodon|sms|url|by|more
    """)

  /// Beginnings of lines between head and body or after the body.
  private static let beginnings: [StaticString] = [
    "we use cookies", "this site uses cookies", "this website uses cookies",
    "our site uses cookies",
    "our website uses cookies", "by using this site", "by continuing to ", "sign up for our",
    "sign up for the", "sign up to our", "sign up to get", "sign up here", "subscribe to our",
    "subscribe to the", "subscribe here", "subscribe for", "get our newsletter",
    "join our newsletter",
    "get the latest news", "follow us on", "follow us:", "follow our", "click here to",
    "read more:",
    "read also:", "also read:", "read next:", "read more on", "more on this story", "share this",
    "download our app", "download the app", "all rights reserved", "copyright \u{A9}", "\u{A9} ",
    "copyright 20", "privacy policy", "cookie policy", "terms of use", "terms of service",
    "you have reached your",
    "already a subscriber", "support our journalism", "enter your email", "your email address",
    "listen to this", "this email address is being protected", "short url:",
  ]

  /// Lines with which a list of other articles begins.
  private static let otherArticles: Set<UInt64> = fingerprints(
    """
    related|related articles|related stories|related news|related topics|related content|read more
    read also|also read|more stories|more news|more on this|more on this story|most read
    most popular|you may also like|you might also like|recommended|recommended for you|trending
    trending now|latest news|top stories|more from|what to read next|editor's picks|up next
    """)

  /// Headings of the bullets above the body.
  private static let highlightHeadings: Set<UInt64> = fingerprints(
    """
    highlights|key points|key takeaways|takeaways|story highlights|in short|in brief|at a glance
    summary|quick read|the gist|what we know
    """)

  /// Whether a line beside the body belongs to the page: buttons, cookies, newsletters, credits.
  static func isFurniture(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= limit else { return false }
    if lines.contains(fingerprint(line)) || interruptions.contains(fingerprint(line)) {
      return true
    }
    if isRowOfButtons(line) { return true }
    if beginnings.contains(where: { line.hasLowercasedPrefix($0) }) { return !isReport(line) }
    return line.containsLowercased("cookies")
      && consents.contains(where: { line.containsLowercased($0) })
  }

  /// Words with which a page asks for consent.
  private static let consents: [StaticString] = [
    "we use cookies", "you accept", "you agree", "your consent", "accept all", "cookie policy",
    "uses cookies to",
  ]

  /// Words with which a page speaks to its reader.
  private static let addresses: [StaticString] = [" you", "you ", "your ", " our ", " us ", "we "]

  /// Whether a line is a whole sentence that does not speak to the reader.
  ///
  /// "By continuing to strike, the drivers lose their pay" is one.
  private static func isReport(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > 48, let last = line.last,
      last == UInt8(ascii: ".") || last == UInt8(ascii: "\"") || last == 0x9D
    else { return false }
    return !addresses.contains { line.containsLowercased($0) }
  }

  /// Whether a line within the body interrupts it.
  static func isInterruption(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= 64 && interruptions.contains(fingerprint(line))
  }

  /// Whether other articles are listed from here on.
  static func opensOtherArticles(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= 64 && otherArticles.contains(fingerprint(line))
  }

  static func isHighlightHeading(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= 64 && highlightHeadings.contains(fingerprint(line))
  }

  /// Whether it is the label in front of the short address.
  static func isShortLinkLabel(_ line: ArraySlice<UInt8>) -> Bool {
    line.hasLowercasedPrefix("short url") || line.hasLowercasedPrefix("short link")
  }

  /// The topics of a line like "Tags: gaza, peace".
  static func topics(_ line: ArraySlice<UInt8>) -> [String]? {
    guard line.count <= 400 else { return nil }
    for label in ["topics:", "tags:", "keywords:", "topic:", "tag:", "filed under:"]
      as [StaticString]
    where line.hasLowercasedPrefix(label) {
      let rest = line.dropFirst(label.utf8CodeUnitCount)
      let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")]
      let names = rest.split { separators.contains($0) }.map {
        String(decoding: $0, as: UTF8.self).trimmingSpaces
      }
      return names.filter { !$0.isEmpty && $0.utf8.count <= 64 }
    }
    return nil
  }

  private static func isRowOfButtons(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 120, line.last != UInt8(ascii: ".") else { return false }
    let words = line.split { $0.isHTMLSpace || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "/") }
    return words.count >= 2 && words.allSatisfy { buttons.contains(fingerprint($0)) }
  }

  /// The line in lower case, without the marks around its words.
  private static func fingerprint(_ line: ArraySlice<UInt8>) -> UInt64 {
    var line = line
    while let first = line.first, first < 0x80, !first.isASCIIAlphanumeric { line.removeFirst() }
    while let last = line.last, last < 0x80, !last.isASCIIAlphanumeric { line.removeLast() }
    for mark: [UInt8] in [
      [0xE2, 0x80, 0xA6], [0xC2, 0xBB], [0xE2, 0x80, 0xBA], [0xE2, 0x86, 0x92],
    ]
    where line.count > mark.count && line.suffix(mark.count).elementsEqual(mark) {
      line = line.dropLast(mark.count)
      while let last = line.last, last < 0x80, !last.isASCIIAlphanumeric { line.removeLast() }
    }
    return Fingerprint.ofLowercased(line)
  }

  private static func fingerprints(_ list: String) -> Set<UInt64> {
    Set(list.split { $0 == "|" || $0 == "\n" }.map { fingerprint(Array($0.utf8)[...]) })
  }
}

extension String {
  /// Without white space at both ends.
  var trimmingSpaces: String {
    let bytes = utf8
    guard let start = bytes.firstIndex(where: { !$0.isHTMLSpace }),
      let end = bytes.lastIndex(where: { !$0.isHTMLSpace })
    else { return "" }
    return String(self[start...end])
  }
}
