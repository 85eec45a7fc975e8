/// Why a typed query cannot be read, and where.
public struct QueryError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Problem: Sendable, Hashable {
    case tooLong(limit: Int)
    case tooDeep(limit: Int)
    case unclosedQuote
    case unclosedParenthesis
    case strayParenthesis
    case emptyParentheses
    /// `OR`, `NOT` or `-` with nothing after it, or `OR` with nothing before it.
    case missingTerm(after: String)
    case missingValue(field: String)
    case unknownField(String, nearest: String?)
    case unknownValue(field: String, value: String, known: [String])
    case badMoment(String)
    case badPattern(TitlePattern.Problem)
  }

  /// Characters from the start of the query, the first one being 1.
  public var column: Int
  /// What is wrong there.
  public var problem: Problem

  /// Takes each fact as it is.
  public init(column: Int, problem: Problem) {
    self.column = column
    self.problem = problem
  }
}

extension QueryError: CustomStringConvertible {
  /// The problem with its column and what to do, as one sentence for people.
  public var description: String { "\(sentence) (column \(column))" }

  private var sentence: String {
    switch problem {
    case .tooLong(let limit): "the query is longer than \(limit) characters; shorten it"
    case .tooDeep(let limit): "parentheses stand more than \(limit) deep; take some away"
    case .unclosedQuote: "a quotation mark is not closed; add \""
    case .unclosedParenthesis: "a parenthesis is not closed; add )"
    case .strayParenthesis: "nothing is open that ) could close; take it away"
    case .emptyParentheses: "nothing stands between the parentheses; fill or drop them"
    case .missingTerm(let word): "\(word) needs a term beside it; add one"
    case .missingValue(let field): "\(field): needs a value; write \(field):something"
    case .unknownField(let name, let nearest?):
      "\(name): is no field; did you mean \(nearest): or \"\(name):…\" in quotes"
    case .unknownField(let name, nil):
      "\(name): is no field; put quotes around it to search for the text"
    case .unknownValue(let field, let value, let known):
      "\(field):\(value) is not known; use \(known.joined(separator: ", "))"
    case .badMoment(let text):
      "\(text) is no time; write today, 12h, 2d, 3w, 6m, 1y, or a date like 2026-01-31"
    case .badPattern(let problem): Self.sentence(of: problem)
    }
  }

  private static func sentence(of problem: TitlePattern.Problem) -> String {
    switch problem {
    case .unclosedGroup: "a parenthesis of the pattern is not closed; add )"
    case .unclosedSet: "a set of the pattern is not closed; add ]"
    case .strayParenthesis: "the pattern closes what is not open; write \\) for the sign itself"
    case .nothingToRepeat: "nothing stands before the repetition; write \\* for the sign itself"
    case .badRepeat: "the pattern's {…} is no count; write {2}, {2,} or {2,5}, at most 100"
    case .endsInBackslash: "the pattern ends in a backslash; write \\\\ for the sign itself"
    case .tooLong: "the pattern is too long; shorten it"
    }
  }
}
