import Articles

/// What is typed into the search line, as a query.
enum QueryText {
  /// Reads a finished query.
  static func query(_ text: String, zone: LocalZone) throws(QueryError) -> ArticleQuery {
    try ArticleQuery(parsing: text, zone: zone)
  }

  /// Reads a query that is still being typed: its last word may go on.
  static func unfinished(_ text: String, zone: LocalZone) throws(QueryError) -> ArticleQuery {
    let isWord = text.last.map { $0.isLetter || $0.isNumber } ?? false
    let last = text.split(separator: " ").last ?? ""
    let isPlain = isWord && !last.contains { ":#\"()".contains($0) }
    return try query(isPlain ? text + "*" : text, zone: zone)
  }
}
