import Foundation
import Workshop

exit(MediaWorker.run())
