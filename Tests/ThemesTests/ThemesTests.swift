import Testing
import Themes

struct ThemesTests {
  private static func text(_ toml: [UInt8]) -> String { String(decoding: toml, as: UTF8.self) }

  @Test func `At least twelve themes are built in, each under a name of its own`() {
    let names = BuiltInThemes.all.map(\.name)
    #expect(names.count >= 12)
    #expect(Set(names).count == names.count)
    let promised: Set = [
      "broadsheet", "midnight", "solarized-light", "solarized-dark", "nord", "gruvbox-dark",
      "high-contrast", "mono",
    ]
    #expect(promised.isSubset(of: names))
    #expect(names.contains(BuiltInThemes.standard))
  }

  @Test func `Each theme says its own name, its appearance and its roles`() {
    for theme in BuiltInThemes.all {
      let lines = Self.text(theme.toml).split(separator: "\n")
      #expect(lines.contains("name = \"\(theme.name)\""))
      #expect(lines.filter { $0.hasPrefix("appearance = ") }.count == 1, "\(theme.name)")
      #expect(lines.filter { $0 == "[roles]" }.count == 1, "\(theme.name)")
      #expect(lines.contains { $0.hasPrefix("text = { ") }, "\(theme.name)")
    }
  }

  @Test func `The theme without colours names none`() {
    let mono = BuiltInThemes.all.first { $0.name == "mono" }
    #expect(mono.map { Self.text($0.toml).contains("\"#") } == false)
  }

  @Test func `Dark themes and light ones are both there`() {
    let texts = BuiltInThemes.all.map { Self.text($0.toml) }
    #expect(texts.filter { $0.contains("appearance = \"light\"") }.count >= 4)
    #expect(texts.filter { $0.contains("appearance = \"dark\"") }.count >= 6)
  }
}
