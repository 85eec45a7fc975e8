import Reader
import TOMLKit

extension CopyFolding {
  /// What `config.toml` says of articles with the same text: `[copies]`.
  init(_ table: TOMLTable, in text: String) throws(TOMLProblem) {
    self.init()
    try ConfigFile.check(table.keys, known: SettingsList.keys(of: "copies"), in: text)
    isOn = try ConfigFile.flag("fold", of: table, in: text) ?? true
    preferred = try Self.sources("prefer", of: table, in: text)
    apart = try Self.sources("apart", of: table, in: text)
  }

  private static func sources(
    _ key: String, of table: TOMLTable, in text: String
  ) throws(TOMLProblem) -> [String] {
    guard let value = table[key] else { return [] }
    let names = value.array?.map { $0.string } ?? [value.string]
    guard !names.contains(nil) else {
      throw .mistake("\(key) is \"source\" or [\"source\", \"source\"]", at: key, in: text)
    }
    return names.compactMap(\.self)
  }
}
