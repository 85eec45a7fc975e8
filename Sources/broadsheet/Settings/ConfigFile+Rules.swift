import Articles
import TOMLKit

/// What `config.toml` says of new articles: `[[rule]]`.
extension ConfigFile {
  /// Rules that there may be.
  private static let ruleLimit = 1000

  static func rules(_ table: TOMLTable, in text: String) throws(TOMLProblem) -> [ArticleRule] {
    guard let value = table["rule"] else { return [] }
    guard let entries = value.array, entries.count <= ruleLimit else {
      throw .mistake("rules are written [[rule]], at most \(ruleLimit)", at: "[rule", in: text)
    }
    var rules: [ArticleRule] = []
    for (index, entry) in entries.enumerated() {
      guard let entry = entry.table else {
        throw .mistake("a rule is written [[rule]]", at: "rule", in: text)
      }
      rules.append(
        try rule(entry, number: index + 1, in: text.section("rule", number: index)))
    }
    return rules
  }

  private static func rule(
    _ table: TOMLTable, number: Int, in text: String
  ) throws(TOMLProblem) -> ArticleRule {
    try check(table.keys, known: SettingsList.keys(of: "rule"), in: text)
    guard let typed = try string("query", of: table, in: text) else {
      throw TOMLProblem(text: "rule \(number) has no query")
    }
    let query: ArticleQuery
    do throws(QueryError) {
      query = try ArticleQuery(parsing: typed, zone: SystemZone.current())
    } catch {
      throw .mistake("rule \(number): \(error)", at: "query = \"\(typed)\"", in: text)
    }
    var actions = try topics(of: table, in: text).map { ArticleRule.Action.tag($0) }
    for (key, action) in [
      ("mute", ArticleRule.Action.mute), ("read", .read), ("bookmark", .bookmark),
      ("highlight", .highlight), ("follow", .follow),
    ] where try flag(key, of: table, in: text) ?? false {
      actions.append(action)
    }
    guard !actions.isEmpty else {
      throw TOMLProblem(
        text: "rule \(number) does nothing; write tag, mute, read, bookmark, highlight or follow")
    }
    let name = try string("name", of: table, in: text) ?? typed
    return ArticleRule(name: name, query: query, actions: actions)
  }

  /// The topics of `tag`: one text, or a list of them.
  private static func topics(
    of table: TOMLTable, in text: String
  ) throws(TOMLProblem) -> [String] {
    guard let value = table["tag"] else { return [] }
    let names = value.string.map { [$0] } ?? value.array?.map { $0.string ?? "" } ?? [""]
    guard names.allSatisfy({ TopicName.normalised($0) != nil }) else {
      throw .mistake("tag is a topic, or a list of topics", at: "tag", in: text)
    }
    return names
  }
}
