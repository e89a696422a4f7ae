/** A handful of real places with their administrative codes: enough to try a form with. */
const REGIONS: Record<
  string,
  [code: string, cities: Record<string, [code: string, districts: Record<string, string>]>]
> = {
  北京市: [
    '110000',
    { 北京市: ['110100', { 东城区: '110101', 西城区: '110102', 朝阳区: '110105', 海淀区: '110108' }] },
  ],
  上海市: ['310000', { 上海市: ['310100', { 黄浦区: '310101', 徐汇区: '310104', 静安区: '310106' }] }],
  浙江省: [
    '330000',
    {
      杭州市: ['330100', { 上城区: '330102', 西湖区: '330106', 滨江区: '330108' }],
      宁波市: ['330200', { 海曙区: '330203', 江北区: '330205' }],
    },
  ],
  广东省: [
    '440000',
    {
      广州市: ['440100', { 荔湾区: '440103', 越秀区: '440104', 海珠区: '440105' }],
      深圳市: ['440300', { 罗湖区: '440303', 福田区: '440304', 南山区: '440305' }],
    },
  ],
};

export function provinceNames(): string[] {
  return Object.keys(REGIONS);
}

export function cityNames(province: string): string[] {
  return Object.keys(REGIONS[province]?.[1] ?? {});
}

export function districtNames(province: string, city: string): string[] {
  return Object.keys(REGIONS[province]?.[1][city]?.[1] ?? {});
}

/** Administrative codes of `[province, city, district]`, as many as are given. */
export function regionCodes([province = '', city = '', district = '']: string[]): string[] {
  const found = REGIONS[province];
  const codes = [found?.[0], found?.[1][city]?.[0], found?.[1][city]?.[1][district]];
  return codes.filter(code => code !== undefined);
}
