/// Headlines as pages give them.
enum PageTitle {
  /// The title, cut between characters when it is longer than any headline.
  static func cut(_ title: String) -> String {
    guard title.utf8.count > IngestLimits.title else { return title }
    var index = title.utf8.index(title.startIndex, offsetBy: IngestLimits.title)
    while index > title.startIndex, title.utf8[index] & 0xC0 == 0x80 {
      index = title.utf8.index(before: index)
    }
    return title[..<index] + "…"
  }
}
