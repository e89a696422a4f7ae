// Uses the database and the storage as production code does.
const fs = require('node:fs');
const tcb = require('@cloudbase/node-sdk');

const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
const notes = (of = 'notes') => app.database().collection(of);

const deeds = {
  add: ({ note }) => notes().add(note),
  serverDate: ({ id }) => notes().add({ _id: id, at: app.database().serverDate() }),
  list: async ({ of }) => (await notes(of).limit(1000).get()).data,
  failures: async ({ ids }) => {
    const failed = [];
    for (const id of ids)
      await notes()
        .add({ _id: id })
        .catch(() => failed.push(id));
    return failed;
  },
  clear: ({ of }) => notes(of).where({}).remove(),
  call: ({ name, data }) => app.callFunction({ name, data }),
  upload: ({ cloudPath, text }) => app.uploadFile({ cloudPath, fileContent: Buffer.from(text) }),
  uploadStream: ({ cloudPath, file }) =>
    app.uploadFile({ cloudPath, fileContent: fs.createReadStream(file) }),
  addresses: ({ fileList }) => app.getTempFileURL({ fileList }),
  download: async ({ fileID }) => (await app.downloadFile({ fileID })).fileContent.toString(),
  facts: ({ fileID }) => app.getFileInfo({ fileList: [fileID] }),
  delete: ({ fileList }) => app.deleteFile({ fileList }),
};

exports.main = async event => {
  try {
    return await deeds[event.do](event);
  } catch (error) {
    return { failed: true, code: error.code, message: error.message };
  }
};
