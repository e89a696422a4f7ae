App({
  log: [],
  onThemeChange({ theme }) {
    this.log.push(`theme ${theme}`);
  },
  onError(message) {
    this.log.push(`error ${message.split('\n')[0]}`);
  },
});
