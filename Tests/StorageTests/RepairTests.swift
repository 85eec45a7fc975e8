import Articles
import FoundationEssentials
import Glibc
import Testing

@testable import Storage

@Suite struct RepairTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private var snapshots: LibrarySnapshots {
    LibrarySnapshots(library: .library(in: folder.path, isReadOnly: false))
  }

  /// A store with a bookmark, of which there is a snapshot.
  private func fill() async throws {
    let store = try folder.open()
    let drafts = (1...30).map { folder.draft("Report \($0)", hour: $0) }
    let ids = try await store.merge(drafts, fetched: folder.now).new
    _ = try await store.perform(.setBookmark(true, [ids[0]]), now: folder.now)
    _ = try await store.perform(.setRead(true, [ids[1]]), now: folder.now)
    try store.close()
    try folder.open().close()
  }

  @Test func `a changed library gets a snapshot at the next start, and five stay`() async throws {
    for round in 1...8 {
      let store = try folder.open()
      let ids = try await store.merge([folder.draft("Day \(round)")], fetched: folder.now).new
      _ = try await store.perform(.setBookmark(true, ids), now: folder.now)
      try store.close()
    }
    try folder.open().close()
    let taken = snapshots.all.map(\.number)
    #expect(taken.count == 5)
    try folder.open().close()
    #expect(snapshots.all.map(\.number) == taken)
    var status = stat()
    #expect(stat(snapshots.all[0].path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `a store in order needs nothing, and neither does none`() async throws {
    try await fill()
    #expect(try StoreRepair.carryOut(folder: folder.path) == [])
    #expect(try await folder.titles("is:bookmarked", in: folder.open()) == ["Report 1"])
    #expect(try StoreRepair.carryOut(folder: folder.path + "/none") == [])
  }

  @Test func `a newer library is refused, not repaired`() async throws {
    try await fill()
    var bytes = try folder.bytes(of: folder.library)
    bytes[63] = 99
    try Data(bytes).write(to: URL(filePath: folder.library))
    #expect(
      throws: StoreError.newerVersion(folder.library, found: 99, known: LibrarySchema.version)
    ) {
      try StoreRepair.carryOut(folder: folder.path)
    }
    #expect(try folder.bytes(of: folder.library) == bytes)
  }

  @Test func `a library cut off is put aside whole and comes back with its bookmark`() async throws
  {
    try await fill()
    let newest = try #require(snapshots.all.first?.path)
    let damaged = Array(try folder.bytes(of: folder.library).prefix(5000))
    try Data(damaged).write(to: URL(filePath: folder.library))
    let deeds = try StoreRepair.carryOut(folder: folder.path)
    #expect(deeds.contains(.restored(folder.library, from: newest)))
    #expect(try folder.bytes(of: folder.library + ".damaged-1") == damaged)
    #expect(try await folder.titles("is:bookmarked", in: folder.open()) == ["Report 1"])
  }

  @Test func `an emptied library is restored, what is left of it stays`() async throws {
    try await fill()
    try Data().write(to: URL(filePath: folder.library))
    try Data([1, 2, 3]).write(to: URL(filePath: folder.library + "-wal"))
    _ = try StoreRepair.carryOut(folder: folder.path)
    #expect(try folder.bytes(of: folder.library + ".damaged-1-wal") == [1, 2, 3])
    #expect(try await folder.titles("is:bookmarked", in: folder.open()) == ["Report 1"])
  }

  @Test func `hundreds of damages trap nothing and lose no bookmark`() async throws {
    try await fill()
    let whole = [
      folder.articles: try folder.bytes(of: folder.articles),
      folder.library: try folder.bytes(of: folder.library),
    ]
    let snapshot = try folder.bytes(of: snapshots.all[0].path)
    for seed in 1...500 {
      try restore(whole, snapshot)
      var random = Steps(state: UInt64(seed))
      let path = seed.isMultiple(of: 2) ? folder.articles : folder.library
      try damage(path, try #require(whole[path]), &random)
      do {
        _ = try StoreRepair.carryOut(folder: folder.path)
      } catch StoreError.newerVersion, StoreError.anotherProgram {
        // The header says that the file is somebody else's: it is left alone.
        continue
      }
      let store = try #require(try? folder.open(), "seed \(seed) of \(path)")
      let kept = try await folder.titles("is:bookmarked", in: store)
      #expect(kept.count == 1, "seed \(seed) of \(path): \(kept)")
      try store.close()
    }
  }

  private func restore(_ whole: [String: [UInt8]], _ snapshot: [UInt8]) throws {
    try FileManager.default.removeItem(atPath: folder.path)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/snapshots", withIntermediateDirectories: true)
    for (path, bytes) in whole { try Data(bytes).write(to: URL(filePath: path)) }
    try Data(snapshot).write(to: URL(filePath: folder.path + "/snapshots/library-1.sqlite"))
  }

  private func damage(_ path: String, _ whole: [UInt8], _ random: inout Steps) throws {
    var bytes = whole
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
    case 1:
      for _ in 0..<Int.random(in: 1...64, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
      }
    case 2:
      let page = Int.random(in: 0..<bytes.count / 4096, using: &random) * 4096
      for index in page..<page + 4096 { bytes[index] = 0 }
    case 3:
      let log = (0..<9000).map { _ in UInt8.random(in: 0...255, using: &random) }
      try Data(log).write(to: URL(filePath: path + "-wal"))
    default: bytes[63] = UInt8.random(in: 0...9, using: &random)
    }
    try Data(bytes).write(to: URL(filePath: path))
  }
}

/// Numbers that a seed repeats (splitmix64).
private struct Steps: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
