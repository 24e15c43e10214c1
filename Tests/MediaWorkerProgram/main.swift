import CSandbox
import Foundation
import Workshop

// The worker that tests start, and, asked for it, a prisoner that tries to escape.
if CommandLine.arguments.dropFirst().first == "escape" {
  exit(Prisoner(cell: CommandLine.arguments[2], secret: CommandLine.arguments[3]).tryAll())
}
exit(MediaWorker.run())
