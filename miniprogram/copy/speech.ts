export const speech = {
  say: '念给我听',
  stop: '不念了',
  failed: '这次没念成，请再点一次',
};
