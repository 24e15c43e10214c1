extension Routes {
  /// Every route.
  var all: [Route] {
    accountRoutes + sessionRoutes + messageRoutes + exportRoutes + kitRoutes + serviceRoutes
      + uploadRoutes + resumableUploadRoutes + mediaRoutes + pageRoutes
  }
}
