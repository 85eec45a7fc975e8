import Articles

/// What is typed into the search line, as a query.
enum QueryText {
  /// Reads a finished query.
  static func query(_ text: String, zone: LocalZone) throws(QueryError) -> ArticleQuery {
    try ArticleQuery(parsing: text, zone: zone)
  }

  /// Reads a query that is still being typed: its last word may go on.
  static func unfinished(_ text: String, zone: LocalZone) throws(QueryError) -> ArticleQuery {
    try query(open(text), zone: zone)
  }

  /// Reads what is typed into the search line, and gives back the form in which it is kept: a last
  /// word that may go on has a `*` then.
  static func live(_ text: String, zone: LocalZone) throws(QueryError) -> String {
    let text = open(text)
    _ = try query(text, zone: zone)
    return text
  }

  /// The text with its last word open; a space or a closing sign behind the word ends it.
  private static func open(_ text: String) -> String {
    let isWord = text.last.map { $0.isLetter || $0.isNumber } ?? false
    let last = text.split(separator: " ").last ?? ""
    let isPlain = isWord && !last.contains { ":#\"()".contains($0) }
    return isPlain ? text + "*" : text
  }
}
