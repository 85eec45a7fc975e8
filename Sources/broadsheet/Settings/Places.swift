import FoundationEssentials
import Glibc

/// Where configuration, data and state live.
struct Places: Sendable {
  var config: String
  var data: String
  var state: String

  /// Follows what was chosen, then `BROADSHEET_DATA`, then the XDG base directories.
  ///
  /// A relative XDG path is ignored, as its specification asks.
  init(_ choices: Choices, environment: Environment = Environment()) throws {
    func base(_ variable: String, _ fallback: String) throws -> String {
      if let path = environment[variable], path.hasPrefix("/") { return path + "/broadsheet" }
      guard let home = environment["HOME"], home.hasPrefix("/") else {
        throw Complaint(
          "HOME", "is not set to a folder", advice: "set it, or give --data and --config")
      }
      return "\(home)/\(fallback)/broadsheet"
    }
    let chosen = choices.data ?? environment["BROADSHEET_DATA"].flatMap { $0.isEmpty ? nil : $0 }
    config = try choices.config ?? base("XDG_CONFIG_HOME", ".config")
    data = try chosen ?? base("XDG_DATA_HOME", ".local/share")
    state = try chosen.map { $0 + "/state" } ?? base("XDG_STATE_HOME", ".local/state")
  }

  var sessionFile: String { state + "/session" }
  var logFile: String { state + "/broadsheet.log" }
  var configFile: String { config + "/config.toml" }
  var keysFile: String { config + "/keys.toml" }
  var themesFolder: String { config + "/themes" }

  /// Makes a folder with its parents, closed to other users.
  static func makeFolder(_ path: String) throws {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Complaint(path, "the folder cannot be made", advice: "check its parent's permissions")
    }
  }
}
