/// What the doctor says of one thing.
struct Finding: Sendable, Hashable {
  /// How it is.
  enum State: String, Sendable {
    case fine = "ok"
    /// Works, but could be better.
    case remark = "note"
    /// Does not work.
    case problem

    /// What stands before the line, so that no colour is needed to tell.
    var mark: String {
      switch self {
      case .fine: "  ok"
      case .remark: "note"
      case .problem: " BAD"
      }
    }
  }

  /// What was looked at: "locale".
  var subject: String
  var state: State
  /// What was found.
  var text: String
  /// What to do about it; `nil` when nothing is to be done.
  var advice: String?

  static func fine(_ subject: String, _ text: String) -> Finding {
    Finding(subject: subject, state: .fine, text: text)
  }

  static func remark(_ subject: String, _ text: String, advice: String) -> Finding {
    Finding(subject: subject, state: .remark, text: text, advice: advice)
  }

  static func problem(_ subject: String, _ text: String, advice: String) -> Finding {
    Finding(subject: subject, state: .problem, text: text, advice: advice)
  }

  /// The finding that a complaint is.
  static func problem(_ subject: String, _ error: any Error) -> Finding {
    guard let complaint = Complaint(error) else {
      return problem(subject, "\(error)", advice: "try again")
    }
    return problem(
      subject, "\(complaint.subject): \(complaint.problem)", advice: complaint.advice)
  }

  /// The line for people; a second one holds the advice.
  var lines: [String] {
    let name = subject + String(repeating: " ", count: max(0, 14 - subject.count))
    let head = "\(state.mark)  \(name) \(text)"
    return [head] + (advice.map { [String(repeating: " ", count: 21) + "→ \($0)"] } ?? [])
  }
}

/// A finding as `doctor --json` prints it.
struct FindingJSON: Encodable {
  var check: String
  var status: String
  var text: String
  var advice: String?

  init(_ finding: Finding) {
    check = finding.subject
    status = finding.state.rawValue
    text = finding.text
    advice = finding.advice
  }
}
