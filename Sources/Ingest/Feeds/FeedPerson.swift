/// Someone whom a feed names.
struct FeedPerson {
  var name = ""
  var email = ""
  /// Text that stands outside of name and address: all of it in RSS.
  var text = ""

  /// The name as a byline has it: without the mail address where there is a name.
  ///
  /// RSS writes "desk@paper.example (Ann Lee)", others "Ann Lee <desk@paper.example>".
  var byline: String {
    if !name.isEmpty { return Self.withoutAddress(name) }
    if !text.isEmpty { return Self.withoutAddress(text) }
    return email
  }

  /// Everything that is said, as a feed's own line has it: "Ann Lee (desk@paper.example)".
  var whole: String {
    let words = name.isEmpty ? text : name
    if words.isEmpty || email.isEmpty || words.contains(email) {
      return words.isEmpty ? email : words
    }
    return "\(words) (\(email))"
  }

  private static func withoutAddress(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
    let words = text.split(whereSeparator: { " <>()\t".contains($0) })
    let kept = words.filter { !$0.utf8.contains(UInt8(ascii: "@")) && $0.lowercased() != "mailto:" }
    return kept.isEmpty ? text : kept.joined(separator: " ")
  }
}
