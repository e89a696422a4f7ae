App({
  log: [],
  onLaunch(options) {
    this.log.push(`app onLaunch ${options.path}`);
  },
  onShow() {
    this.log.push('app onShow');
  },
  onHide() {
    this.log.push('app onHide');
  },
});
