import Articles
import FoundationEssentials
import Reader
import Screen
import TOMLKit

/// The tables of panels: `[panels]` for all of them, `[views]` for one.
extension KeysFile {
  static let everyPanel = "panels"

  /// Names of the tables.
  static let panelTables = [everyPanel] + Panel.allCases.map(\.rawValue)

  /// What is said of one panel outranks what is said of all.
  static func rebindPanels(
    _ keymap: inout PanelKeymap, by table: TOMLTable, in text: String
  ) throws(TOMLProblem) {
    for name in panelTables {
      guard let entries = try ConfigFile.child(name, of: table, in: text) else { continue }
      let lines = KeyLines(text: text)
      var seen: [Key: String] = [:]
      for notation in entries.keys.prefix(bindingLimit) {
        let key: Key
        do throws(PanelBindingError) {
          key = try Self.key(notation)
        } catch {
          throw lines.problem(error.words, key: notation, table: name)
        }
        if let other = seen.updateValue(notation, forKey: key) {
          throw lines.problem(
            "\(notation) is bound already, as \(other)", key: notation, table: name)
        }
        guard let written = entries[notation]?.string else {
          throw lines.problem("\(notation) is one \"action\"", key: notation, table: name)
        }
        guard bind(key, to: written, in: name, &keymap) else {
          throw lines.problem(
            unknown(written, in: name), key: notation, table: name, action: written)
        }
      }
    }
  }

  /// Binds a key in the panels of a table that have the action; `false` when none has.
  private static func bind(
    _ key: Key, to written: String, in table: String, _ keymap: inout PanelKeymap
  ) -> Bool {
    let action = PanelAction(rawValue: written)
    guard action != nil || written == nothing else { return false }
    var isBound = false
    for panel in panels(of: table) {
      if let action, !PanelKeymap.actions(in: panel).contains(action) { continue }
      keymap.bind(key, to: action, in: panel)
      isBound = true
    }
    return isBound
  }

  private static func panels(of table: String) -> [Panel] {
    Panel(rawValue: table).map { [$0] } ?? Panel.allCases.filter { !$0.takesLetters }
  }

  private static func unknown(_ written: String, in table: String) -> String {
    let panels = panels(of: table)
    let known = PanelAction.allCases.filter { action in
      panels.contains { PanelKeymap.actions(in: $0).contains(action) }
    }.map(\.rawValue)
    let advice =
      NearestName.of(written, among: known).map { "did you mean \($0)?" }
      ?? "there are \(known.joined(separator: ", "))"
    return "[\(table)] has no action \(written); \(advice)"
  }

  private struct PanelBindingError: Error {
    var words: String
  }

  private static func key(_ notation: String) throws(PanelBindingError) -> Key {
    guard let keys = Key.sequence(notation), let key = keys.first else {
      throw PanelBindingError(words: words(for: .unreadableKeys(notation)))
    }
    guard keys.count == 1 else {
      throw PanelBindingError(words: "\(notation): panels take one key at a time")
    }
    guard key != .escape, key != .control("c") else {
      throw PanelBindingError(words: "\(notation) always gives up; take another key")
    }
    return key
  }
}
