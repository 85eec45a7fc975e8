import Articles
import Fetching
import FoundationEssentials
import Glibc
import Screen
import Themes

/// The themes to choose from: those of the program and the user's own, which outrank them.
struct ThemeCatalogue {
  private let folder: String
  /// Names of the user's themes, in alphabetical order.
  private let own: [String]
  /// Names of base16 schemes that lie beside them.
  private let schemes: [String]

  /// - Parameter folder: Where the user's `*.toml` lie; need not exist.
  init(folder: String) {
    self.folder = folder
    // Most people have no folder of themes; to find that out must not cost a start.
    let files =
      access(folder, R_OK) == 0
      ? (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] : []
    let named = files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }.sorted()
    own = named
    schemes = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
      .filter { !named.contains($0) }.sorted()
  }

  /// Every name once, the program's own first.
  var names: [String] {
    let builtIn = BuiltInThemes.all.map(\.name)
    return builtIn + (own + schemes).filter { !builtIn.contains($0) }
  }

  /// The text of a theme file; `nil` when there is no such theme.
  func text(of name: String) throws -> String? {
    if own.contains(name) {
      let file = try SavedFile(path: path(of: name), limit: ThemeFile.limit)
      return String(decoding: file.bytes, as: UTF8.self)
    }
    if schemes.contains(name) {
      let path = "\(folder)/\(name).yaml"
      let file = try SavedFile(path: path, limit: ThemeFile.limit)
      do throws(TOMLProblem) {
        return try Base16.theme(String(decoding: file.bytes, as: UTF8.self), name: name)
      } catch {
        throw error.complaint(path, advice: "the default theme is used")
      }
    }
    let builtIn = BuiltInThemes.all.first { $0.name == name }
    return builtIn.map { String(decoding: $0.toml, as: UTF8.self) }
  }

  /// The theme of a name.
  /// - Throws: `Complaint` naming the file, line and column of a mistake, or a name that is near.
  func theme(named name: String) throws -> Theme {
    guard let text = try text(of: name) else { throw unknown(name) }
    do throws(ThemeFile.Problem) {
      return try ThemeFile.read(text, name: name)
    } catch {
      throw error.complaint(
        own.contains(name) ? path(of: name) : name, advice: "the default theme is used")
    }
  }

  /// The theme that is used when no other one can be.
  static var standard: Theme {
    let toml = BuiltInThemes.all.first { $0.name == BuiltInThemes.standard }?.toml ?? []
    let text = String(decoding: toml, as: UTF8.self)
    return (try? ThemeFile.read(text, name: BuiltInThemes.standard)) ?? .plain
  }

  private func path(of name: String) -> String { "\(folder)/\(name).toml" }

  private func unknown(_ name: String) -> Complaint {
    let nearest = NearestName.of(name, among: names).map { "did you mean \($0)? " } ?? ""
    return Complaint(
      "theme \(name)", "is not known", advice: nearest + "see broadsheet themes")
  }
}
