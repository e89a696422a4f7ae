import fc from 'fast-check';
import { decodeReply, encodeCall } from '../../../cloudfunctions/core/platform/openapi-wire';
import { decodeCall, encodeReply } from '../../../local/cloud/openapi/wire';

const parameters = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue());

test('the parameters of a call are read as they were written, whatever is in them', () => {
  fc.assert(
    fc.property(parameters, data => {
      expect(decodeCall(encodeCall(data))).toEqual(JSON.parse(JSON.stringify(data)));
    }),
  );
});

test('parameters that are not given are left out', () => {
  expect(decodeCall(encodeCall({ page: undefined, scene: 'a' }))).toEqual({ scene: 'a' });
});

test('a reply of WeChat is read as it was written', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.string(), (file, contentType) => {
      const reply = decodeReply(encodeReply({ file, contentType }));
      expect([...reply.content]).toEqual([...file]);
      expect(reply).toMatchObject({ contentType, errorCode: 0 });
    }),
  );
});

test.each([-604101, -1, 1, 2 ** 31 - 1])('a refusal of the platform keeps its number, %s', errorCode => {
  expect(decodeReply(encodeReply({ errorCode })).errorCode).toBe(errorCode);
});

test.each([
  ['cut off in the middle of a field', [0x0a, 0x05, 1]],
  ['cut off in the middle of a number', [0x18, 0x80]],
  ['with a field of a kind that replies do not have', [0x0d, 1, 2, 3, 4]],
])('bytes %s are no reply', (_what, bytes) => {
  expect(() => decodeReply(Uint8Array.from(bytes))).toThrow(RangeError);
});
