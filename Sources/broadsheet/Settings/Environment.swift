import Glibc

/// The environment of this process, asked of the C library one variable at a time.
struct Environment: Sendable {
  /// The value of a variable; `nil` when it is not set.
  subscript(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
