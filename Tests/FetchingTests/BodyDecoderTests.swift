import CCurl
import Testing

@testable import Fetching

@Suite(.enabled(if: cbrotli_is_there() != 0)) struct BrotliTests {
  /// One sentence 400 times.
  private let packed: [UInt8] = [
    0x1B, 0x1F, 0x67, 0x20, 0x05, 0xCA, 0x6D, 0xA9, 0x1E, 0x7D, 0x2C, 0xF4, 0xA5, 0xB8, 0xC7, 0x32,
    0x10, 0x05, 0x1D, 0x88, 0xB0, 0x01, 0x07, 0x8E, 0x41, 0x36, 0xE0, 0x60, 0xB8, 0x90, 0x0C, 0x1E,
    0xB2, 0x54, 0xFF, 0x2C, 0x31, 0x09, 0x86, 0x47, 0xFB, 0xF2, 0xF2, 0x74, 0x6A, 0xE9, 0xA3, 0xB3,
    0x7B, 0x96, 0x91, 0x6B, 0x20, 0x20, 0x46, 0xA9, 0x76, 0xA5, 0x63, 0x7A, 0x01, 0x54, 0x3B, 0x30,
  ]
  private let text = String(
    repeating: "A feed that was packed by brotli, and long enough to be worth it. ", count: 400)

  private func unpacked(_ bytes: [UInt8], limit: Int, by step: Int) throws -> [UInt8] {
    let decoder = BodyDecoder(.brotli, limit: limit)
    for start in stride(from: 0, to: bytes.count, by: step) {
      try bytes[start..<min(start + step, bytes.count)].withUnsafeBufferPointer(decoder.take)
    }
    try decoder.finish()
    return decoder.body
  }

  @Test(arguments: [1, 7, 1_000]) func `a body is unpacked as it comes`(step: Int) throws {
    #expect(try unpacked(packed, limit: 1 << 20, by: step) == Array(text.utf8))
  }

  @Test func `what is too long, cut or damaged is refused`() {
    #expect(throws: HTTPError.self) { try unpacked(packed, limit: 20_000, by: 9) }
    #expect(throws: HTTPError.self) {
      try unpacked(Array(packed.dropLast(4)), limit: 1 << 20, by: 9)
    }
    #expect(throws: HTTPError.self) {
      try unpacked(packed.map { $0 ^ 0x55 }, limit: 1 << 20, by: 9)
    }
  }
}
