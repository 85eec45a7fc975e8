import Articles
import Fetching
import FoundationEssentials
import KeyPresets
import Reader
import TOMLKit

/// What `keys.toml` says: `preset`, the tables `[all]`, `[headlines]`, `[article]`, `[related]`, and
/// those of the panels.
enum KeysFile {
  /// Bytes; a longer file is none of keys.
  private static let limit = 1 << 18
  /// Keys of one table, and actions of one key.
  static let bindingLimit = 1000
  private static let actionLimit = 16
  private static let everywhere = "all"
  /// Written instead of an action: the keys do nothing.
  static let nothing = "none"

  /// Reads the file; the usual keys when there is none.
  /// - Throws: `Complaint` with file, line and column of the first mistake.
  static func read(_ places: Places) throws -> Keymap {
    let file: SavedFile
    do throws(FileError) {
      file = try SavedFile(path: places.keysFile, limit: limit)
    } catch {
      if case .missing = error { return .standard }
      throw error
    }
    do throws(TOMLProblem) {
      return try keymap(String(decoding: file.bytes, as: UTF8.self))
    } catch {
      throw error.complaint(places.keysFile, advice: "the usual keys are used")
    }
  }

  private static func keymap(_ text: String) throws(TOMLProblem) -> Keymap {
    let table = try TOMLProblem.table(text)
    let panes = Pane.allCases.map(\.rawValue)
    try ConfigFile.check(table.keys, known: ["preset", everywhere] + panes + panelTables, in: text)
    var keymap = Keymap.standard
    if let name = try ConfigFile.string("preset", of: table, in: text) {
      keymap = try preset(name, over: keymap, in: text)
    }
    return try rebind(keymap, by: table, in: text)
  }

  private static func preset(
    _ name: String, over keymap: Keymap, in text: String
  ) throws(TOMLProblem) -> Keymap {
    let all = BuiltInKeyPresets.all
    guard let preset = all.first(where: { $0.name == name }) else {
      let nearest = NearestName.of(name, among: all.map(\.name)).map { "did you mean \($0)?" }
      let names = all.map(\.name).joined(separator: ", ")
      throw .mistake(
        "there is no preset \(name); \(nearest ?? "there are \(names)")", at: "preset", in: text)
    }
    let presetText = String(decoding: preset.toml, as: UTF8.self)
    return try rebind(keymap, by: TOMLProblem.table(presetText), in: presetText)
  }

  /// What is said of one pane outranks what is said of all.
  private static func rebind(
    _ keymap: Keymap, by table: TOMLTable, in text: String
  ) throws(TOMLProblem) -> Keymap {
    var own: [Keymap.Binding] = []
    for pane in Pane.allCases { own += try layer(pane.rawValue, of: table, in: text) }
    var keymap = keymap.rebound(by: try layer(everywhere, of: table, in: text)).rebound(by: own)
    try rebindPanels(&keymap.panels, by: table, in: text)
    return keymap
  }

  /// The bindings of one table.
  private static func layer(
    _ name: String, of table: TOMLTable, in text: String
  ) throws(TOMLProblem) -> [Keymap.Binding] {
    guard let entries = try ConfigFile.child(name, of: table, in: text) else { return [] }
    let notations = entries.keys
    guard notations.count <= bindingLimit else {
      throw .mistake("[\(name)] has more than \(bindingLimit) keys", at: "[\(name)", in: text)
    }
    let panes = Pane(rawValue: name).map { Set([$0]) } ?? Set(Pane.allCases)
    let lines = KeyLines(text: text)
    var layer: [Keymap.Binding] = []
    for notation in notations {
      do throws(BindingError) {
        let keys = try Keymap.keys(parsing: notation)
        layer.append(Keymap.Binding(keys: keys, actions: [], panes: panes))
      } catch {
        throw lines.problem(words(for: error), key: notation, table: name)
      }
      guard let written = actions(entries[notation]) else {
        let words = "\(notation) is \"action\" or [\"action\", \"action\"], at most \(actionLimit)"
        throw lines.problem(words, key: notation, table: name)
      }
      for line in written where written != [nothing] {
        do throws(BindingError) {
          layer[layer.count - 1].actions.append(try Keymap.Action(parsing: line))
        } catch {
          throw lines.problem(words(for: error), key: notation, table: name, action: line)
        }
      }
    }
    guard let (short, long) = Keymap.overlap(in: layer) else { return layer }
    let (first, second) = (notations[short], notations[long])
    let words =
      layer[short].keys == layer[long].keys
      ? "\(second) is bound already, as \(first)"
      : "\(second) can never be typed, because \(first) does something by itself"
    throw lines.problem(words, key: second, table: name)
  }

  private static func actions(_ value: (any TOMLValueConvertible)?) -> [String]? {
    if let line = value?.string { return [line] }
    guard let list = value?.array, !list.isEmpty, list.count <= actionLimit else { return nil }
    let lines = list.compactMap(\.string)
    return lines.count == list.count ? lines : nil
  }

  static func words(for error: BindingError) -> String {
    switch error {
    case .unknownAction(let name, let nearest):
      "there is no action \(name)" + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .needlessArgument(let name): "\(name) takes nothing behind it"
    case .unreadableKeys(let keys):
      "\(keys.isEmpty ? "nothing" : keys) is no key; write \"x\", \"^X\", \"<F1>\" or \"gx\""
    case .tooManyKeys(let limit): "a sequence has at most \(limit) keys"
    case .fixedKey(let key):
      key == "<Esc>"
        ? "<Esc> always gives up; take another key"
        : "\(key) begins a count; take another key"
    }
  }
}
