import Glibc

/// The files below a path, in the order of their names: a folder is walked, a file is itself.
///
/// Hidden entries are left out. Links are followed, but no folder is entered twice, so that a loop
/// of links ends.
struct FolderWalk {
  /// A file or folder that could not be looked at.
  private(set) var refused: [FileError] = []
  private(set) var files: [String] = []
  private var entered: Set<Place> = []

  /// Folders within folders.
  static let depthLimit = 64

  /// What the system calls a folder, whatever its path.
  private struct Place: Hashable {
    var device: dev_t
    var node: ino_t
  }

  init(path: String) { visit(path, depth: 0) }

  private mutating func visit(_ path: String, depth: Int) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      refused.append(SavedFile.error(errno, path))
      return
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      // What is no regular file is refused when it is read; inside a folder it is passed over.
      if depth == 0 || status.st_mode & S_IFMT == S_IFREG { files.append(path) }
      return
    }
    guard depth < Self.depthLimit,
      entered.insert(Place(device: status.st_dev, node: status.st_ino)).inserted
    else { return }
    guard let folder = opendir(path) else {
      refused.append(SavedFile.error(errno, path))
      return
    }
    defer { closedir(folder) }
    for name in Self.names(in: folder).sorted() { visit("\(path)/\(name)", depth: depth + 1) }
  }

  private static func names(in folder: OpaquePointer) -> [String] {
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
