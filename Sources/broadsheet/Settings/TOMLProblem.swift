import TOMLKit

/// What is wrong with a file of settings, and where.
struct TOMLProblem: Error, Hashable {
  /// Both count from 1; `nil` when the place is not known.
  var line: Int?
  var column: Int?
  var text: String

  /// Reads a document.
  static func table(_ text: String) throws(TOMLProblem) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw TOMLProblem(
        line: error.source.begin.line, column: error.source.begin.column, text: error.description)
    } catch {
      throw TOMLProblem(text: "it is no TOML")
    }
  }

  /// A mistake in what a key says, placed where a line, or an entry of a line, begins with it.
  static func mistake(_ words: String, at key: String, in text: String) -> TOMLProblem {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var column = 1
      for part in line.split(
        omittingEmptySubsequences: false, whereSeparator: { "[{,".contains($0) })
      {
        let entry = part.drop { $0 == " " || $0 == "\"" }
        if entry.hasPrefix(key) {
          return TOMLProblem(
            line: number + 1, column: column + part.count - entry.count, text: words)
        }
        column += part.count + 1
      }
    }
    return TOMLProblem(text: words)
  }

  /// The complaint about a file.
  func complaint(_ file: String, advice: String) -> Complaint {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return Complaint(file + place, text, advice: advice)
  }
}
