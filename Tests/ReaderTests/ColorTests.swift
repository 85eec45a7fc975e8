import Screen
import Testing

@Test func `the colour of a palette of 256 is the nearest of all`() {
  func distance(_ a: [Int], _ b: [Int]) -> Int {
    let mean = (a[0] + b[0]) / 2
    let (red, green, blue) = (a[0] - b[0], a[1] - b[1], a[2] - b[2])
    return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
  }
  let levels = [0, 95, 135, 175, 215, 255]
  let cube = levels.flatMap { red in
    levels.flatMap { green in levels.map { [red, green, $0] } }
  }
  let palette = cube + (0..<24).map { Array(repeating: 8 + 10 * $0, count: 3) }
  for red in stride(from: 0, through: 255, by: 15) {
    for green in stride(from: 3, through: 255, by: 12) {
      for blue in stride(from: 0, through: 255, by: 17) {
        let color = Color.rgb(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
        let index = Int(color.paletteIndex(of: 256) ?? 0) - 16
        let least = palette.map { distance([red, green, blue], $0) }.min()
        #expect(distance([red, green, blue], palette[index]) == least)
      }
    }
  }
}
