import Glibc

/// The files and folders that a path can go on to while it is typed.
enum PathList {
  /// Entries that are listed at most; a folder with more is one to search, not to choose from.
  private static let limit = 1_000

  /// Paths that begin as typed, in the order of their names, folders with a slash at the end.
  ///
  /// Hidden entries only when the dot was typed. A name with a space cannot be typed in the line,
  /// where spaces part paths, and is left out. None when the folder cannot be read.
  static func paths(beginning typed: String) -> [String] {
    let slash = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let (head, start) = (typed[..<slash], typed[slash...])
    if head.isEmpty, start == "~" { return ["~/"] }
    let folder = head.isEmpty ? "." : withHome(String(head))
    guard let entries = opendir(folder) else { return [] }
    defer { closedir(entries) }
    var paths: [String] = []
    while paths.count < limit, let entry = readdir(entries) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(start), name != ".", name != "..", !name.contains(" "),
        start.hasPrefix(".") || !name.hasPrefix(".")
      else { continue }
      var status = stat()
      let isFolder = stat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      paths.append(head + name + (isFolder ? "/" : ""))
    }
    return paths.sorted()
  }

  /// A path as typed, with the user's folder for `~/`.
  static func withHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Environment()["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
