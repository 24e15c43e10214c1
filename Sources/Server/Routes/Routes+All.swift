extension Routes {
  /// Every route.
  var all: [Route] {
    accountRoutes + sessionRoutes + messageRoutes + turnRoutes + editingRoutes + askingRoutes
      + exportRoutes + kitRoutes + serviceRoutes + uploadRoutes + resumableUploadRoutes
      + mediaRoutes + viewRoutes + captionRoutes
      + studioRoutes + pageRoutes
  }
}
