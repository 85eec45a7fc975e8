public import Articles

extension Quote {
  /// The words with author, source, headline, day and address, as they are put into a text of one's
  /// own.
  /// - Parameter zone: Where the day begins.
  /// - Returns: Two lines, three with an address.
  public func citation(zone: LocalZone) -> String {
    let inner = passage.text.replacing("“", with: "‘").replacing("”", with: "’")
    var facts = authors.isEmpty ? [] : [authors.joined(separator: ", ")]
    facts += [source, "“\(title)”"]
    if let published {
      facts.append(Catalogue.english.text(ArticleDates.day(published, zone: zone)))
    }
    let line = facts.filter { !$0.isEmpty && $0 != "“”" }.joined(separator: ", ")
    return "“\(inner)”\n— \(line)" + (link.map { "\n\($0)" } ?? "")
  }
}
