App({
  log: [],
  onUnhandledRejection({ reason }) {
    this.log.push(`rejection ${reason.message}`);
  },
  onPageNotFound({ path, query, isEntryPage }) {
    this.log.push(`not found ${path} ${JSON.stringify(query)} ${isEntryPage}`);
    if (query.go) wx.redirectTo({ url: '/pages/list/list' });
  },
});
