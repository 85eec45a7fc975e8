import Testing

@testable import Ingest

/// Sizes of pictures from the first bytes of each format.
struct PictureHeaderTests {
  private static func png(_ width: Int, _ height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + big(width, 4) + big(height, 4) + [8, 2, 0, 0, 0]
  }

  private static func gif(_ width: Int, _ height: Int) -> [UInt8] {
    Array("GIF89a".utf8) + little(width, 2) + little(height, 2)
  }

  /// With a comment, a table and fill bytes before the frame.
  private static func jpeg(_ width: Int, _ height: Int, frame: UInt8 = 0xC2) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xFF, 0xFF, frame, 0, 17, 8]
      + big(height, 2) + big(width, 2)
  }

  private static func webP(_ kind: String, _ rest: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(kind)".utf8) + [0, 0, 0, 0] + rest
  }

  private static func big(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    big(number, count).reversed()
  }

  private static var all: [(PictureHeader.Format, [UInt8])] {
    [
      (.png, png(640, 480)), (.gif, gif(640, 480)), (.jpeg, jpeg(640, 480)),
      (.jpeg, jpeg(640, 480, frame: 0xC0)),
      (.webP, webP("VP8 ", [1, 2, 3, 0x9D, 1, 0x2A] + little(640, 2) + little(480, 2))),
      (.webP, webP("VP8L", [0x2F] + little(639 | 479 << 14, 4))),
      (.webP, webP("VP8X", [0, 0, 0, 0] + little(639, 3) + little(479, 3))),
    ]
  }

  private func problem(_ bytes: [UInt8]) -> PictureProblem? {
    do throws(PictureProblem) {
      _ = try PictureHeader(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func `the size of each format is read`() throws {
    for (format, bytes) in Self.all {
      let header = try PictureHeader(bytes)
      #expect(header.format == format && header.width == 640 && header.height == 480)
    }
  }

  @Test func `a file that ends in its header is refused, wherever it ends`() {
    for (_, bytes) in Self.all {
      let needed = bytes.starts(with: [0x89]) ? 24 : bytes.count
      for count in 0..<needed { #expect(problem(Array(bytes.prefix(count))) != nil) }
    }
  }

  @Test func `forty million pixels are taken, more are not`() {
    #expect(problem(Self.png(8_000, 5_000)) == nil)
    #expect(problem(Self.png(10_000, 5_000)) == .tooLarge(width: 10_000, height: 5_000))
    #expect(problem(Self.png(0xFFFF_FFFF, 0xFFFF_FFFF)) != nil)
    #expect(problem(Self.jpeg(65_535, 65_535)) == .tooLarge(width: 65_535, height: 65_535))
  }

  @Test func `pictures that only count readers are refused`() {
    #expect(problem(Self.gif(1, 1)) == .tooSmall(width: 1, height: 1))
    #expect(problem(Self.png(600, 7)) == .tooSmall(width: 600, height: 7))
    #expect(problem(Self.png(8, 8)) == nil)
  }

  @Test func `pictures without a pixel, and what is no picture, are refused`() {
    #expect(problem(Self.gif(0, 480)) == .damaged)
    #expect(problem(Self.jpeg(640, 0)) == .damaged)
    let others = ["", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<!DOCTYPE html>", "%PDF-1.7"]
    for text in others { #expect(problem(Array(text.utf8)) == .unknownFormat) }
    #expect(problem(Array("RIFF____WAVEfmt ".utf8)) == .unknownFormat)
  }

  @Test func `a JPEG file of nothing but comments ends the search`() {
    let comment: [UInt8] = [0xFF, 0xFE, 0, 2]
    let bytes = [0xFF, 0xD8] + Array(repeatElement(comment, count: 100_000).joined())
    #expect(problem(bytes) == .damaged)
  }
}
