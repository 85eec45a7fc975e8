import Fetching
import FoundationEssentials
import TOMLKit

/// `config.toml` and the files that it includes.
struct ConfigFiles {
  /// One file.
  struct Part {
    var path: String
    var text: String
    var table: TOMLTable
  }

  /// Files that may be included altogether, and how deep.
  private static let limit = 32
  private static let depthLimit = 8

  /// Those that count less first, `config.toml` last; empty when there is none.
  private(set) var parts: [Part] = []

  /// Reads them all.
  /// - Throws: `Complaint` that names the file, for what is no TOML, for too many, and for a file
  ///   that includes itself.
  init(_ path: String) throws {
    let file: SavedFile
    do throws(FileError) {
      file = try SavedFile(path: path, limit: ConfigFile.limit)
    } catch {
      if case .missing = error { return }
      throw error
    }
    try read(file, path, above: [])
  }

  private mutating func read(_ file: SavedFile, _ path: String, above: [String]) throws {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let table: TOMLTable
    var names: [String] = []
    do throws(TOMLProblem) {
      table = try TOMLProblem.table(text)
      names = try Self.included(table, in: text)
    } catch {
      throw error.complaint(path, advice: ConfigFile.advice)
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    for name in names {
      let included = name.hasPrefix("/") ? name : folder + name
      guard included != path, !above.contains(included) else {
        throw Complaint(path, "includes itself by \(name)", advice: "take one include out")
      }
      guard parts.count < Self.limit, above.count < Self.depthLimit else {
        throw Complaint(
          path, "more than \(Self.limit) files, or \(Self.depthLimit) within each other",
          advice: "include fewer")
      }
      try read(
        SavedFile(path: included, limit: ConfigFile.limit), included, above: above + [path])
    }
    parts.append(Part(path: path, text: text, table: table))
  }

  private static func included(
    _ table: TOMLTable, in text: String
  ) throws(TOMLProblem) -> [String] {
    guard let value = table[ConfigFile.includeKey] else { return [] }
    let names = value.string.map { [$0] } ?? value.array?.map { $0.string ?? "" } ?? [""]
    guard !names.contains("") else {
      throw .mistake(
        "include is \"file.toml\" or [\"file.toml\", …]", at: ConfigFile.includeKey, in: text)
    }
    return names
  }

  /// One table of all: what counts more takes the place of what counts less, rules follow each other.
  var merged: TOMLTable {
    let whole = TOMLTable()
    for part in parts { Self.merge(part.table, into: whole) }
    return whole
  }

  private static func merge(_ table: TOMLTable, into whole: TOMLTable) {
    for key in table.keys {
      guard let value = table[key] else { continue }
      if let child = value.table, let known = whole[key]?.table {
        merge(child, into: known)
        whole[key] = known
      } else if key == "rule", let rules = value.array, let known = whole[key]?.array {
        for rule in rules { if let table = rule.table { known.append(table) } }
        whole[key] = known
      } else {
        whole[key] = value.tomlValue
      }
    }
  }
}
