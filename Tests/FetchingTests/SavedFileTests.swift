import FoundationEssentials
import Glibc
import Testing

@testable import Fetching

@Suite struct SavedFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 4095, 65_536, 200_000])
  func `a file is read whole`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let file = try SavedFile(path: folder.write(bytes, to: "page"), limit: 1 << 20)
    #expect(file.bytes == bytes)
  }

  @Test func `a file over the limit is refused unread`() throws {
    let path = try folder.write("12345", to: "page")
    #expect(throws: FileError.tooLarge(path, limit: 4)) { try SavedFile(path: path, limit: 4) }
    #expect(try SavedFile(path: path, limit: 5).bytes.count == 5)
  }

  @Test func `what is no regular file is refused at once`() throws {
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(throws: FileError.notAFile(pipe)) { try SavedFile(path: pipe, limit: 10) }
    #expect(throws: FileError.notAFile("/dev/zero")) { try SavedFile(path: "/dev/zero", limit: 10) }
    #expect(throws: FileError.notAFile(folder.path)) {
      try SavedFile(path: folder.path, limit: 10)
    }
    #expect(throws: FileError.missing("/nowhere")) { try SavedFile(path: "/nowhere", limit: 10) }
  }

  @Test func `gzip is unpacked when asked for, and bounded`() throws {
    // "hello hello hello\n" packed with gzip -9n.
    let packed: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9,
      0x57, 0xC8, 0x40, 0x90, 0x5C, 0x00, 0x3B, 0x7C, 0x8A, 0xDF, 0x12, 0x00, 0x00, 0x00,
    ]
    let path = try folder.write(packed, to: "page.gz")
    let file = try SavedFile(path: path, limit: 100, unpacking: true)
    #expect(String(decoding: file.bytes, as: UTF8.self) == "hello hello hello\n")
    #expect(try SavedFile(path: path, limit: 100).bytes == packed)
    #expect(Unpacking.content(of: packed, limit: 17) == nil)
    for length in 0..<packed.count {
      #expect(Unpacking.content(of: Array(packed[..<length]), limit: 100) == nil)
    }
  }

  @Test func `a folder is walked by name, and a loop of links ends`() throws {
    try folder.write("b", to: "one/b.txt")
    try folder.write("a", to: "one/a.txt")
    try folder.write("c", to: "two/c.txt")
    try folder.write("hidden", to: "one/.hidden")
    #expect(symlink(folder.path, folder.path + "/one/loop") == 0)
    let walk = FolderWalk(path: folder.path)
    #expect(
      walk.files.map { $0.dropFirst(folder.path.count) } == [
        "/one/a.txt", "/one/b.txt", "/two/c.txt",
      ])
    #expect(walk.refused == [])
    #expect(FolderWalk(path: "/nowhere").refused == [.missing("/nowhere")])
  }
}
