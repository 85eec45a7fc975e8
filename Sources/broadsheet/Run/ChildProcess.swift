import Glibc

/// Starts other programs by an argument list, never by a shell.
enum ChildProcess {
  /// Starts a program that is found in `PATH`; `false` when it cannot be.
  /// - input: What its standard input is; `/dev/null` when left out.
  /// - waits: Whether it has the terminal, and this waits until it ends.
  static func start(_ arguments: [String], input: Int32? = nil, waits: Bool = false) -> Bool {
    guard let program = arguments.first, !program.isEmpty else { return false }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if !waits {
      for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      }
    }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    guard posix_spawnp(&process, program, &actions, nil, pointers, environ) == 0 else {
      return false
    }
    if waits {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }
    return true
  }
}
