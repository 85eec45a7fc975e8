import Glibc

/// Tells which files of some folders were written, moved there or removed, by inotify.
struct FolderWatch {
  /// Readable when something happened.
  let descriptor: Int32
  private var folders: [Int32: String] = [:]

  /// Whether a folder is watched.
  func watches(_ folder: String) -> Bool { folders.values.contains(folder) }

  /// `nil` where the system has no descriptor left for it.
  init?() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
  }

  /// Watches a folder from now on; one that is not there is passed over.
  mutating func watch(_ folder: String) {
    let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE)
    let number = inotify_add_watch(descriptor, folder, events)
    if number >= 0 { folders[number] = folder }
  }

  /// Paths of files to which something happened since the last call; never waits.
  func read() -> Set<String> {
    var paths: Set<String> = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return paths }
      var place = 0
      // An event: number of the watch, kind, cookie, length of the name (4 bytes each), the name.
      while place + 16 <= count {
        let number = Self.word(buffer, at: place)
        let length = Int(Self.word(buffer, at: place + 12))
        let name = buffer[min(count, place + 16)..<min(count, place + 16 + max(0, length))]
          .prefix { $0 != 0 }
        if let folder = folders[number], !name.isEmpty {
          paths.insert("\(folder)/\(String(decoding: name, as: UTF8.self))")
        }
        place += 16 + max(0, length)
      }
    }
  }

  private static func word(_ bytes: [UInt8], at place: Int) -> Int32 {
    let value = bytes[place..<place + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Int32(truncatingIfNeeded: value)
  }
}
