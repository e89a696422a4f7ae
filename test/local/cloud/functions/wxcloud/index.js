// The whole of wx-server-sdk that production code would use, in one go; every step's answer is returned.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

const deeds = {
  database: async ({ id }) => {
    const db = cloud.database();
    const notes = db.collection('notes');
    await notes.add({ data: { _id: id, count: 1, at: db.serverDate() } });
    await notes.doc(id).update({ data: { count: db.command.inc(2) } });
    const { data } = await notes.where({ count: db.command.gte(3) }).get();
    await db.runTransaction(async transaction => {
      await transaction
        .collection('notes')
        .doc(id)
        .update({ data: { sealed: true } });
    });
    const { data: sealed } = await notes.doc(id).get();
    const { total } = await notes.count();
    return { found: data.map(({ _id }) => _id), at: data[0].at, sealed: sealed.sealed, total };
  },
  storage: async ({ cloudPath, text }) => {
    const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: Buffer.from(text) });
    const { fileContent } = await cloud.downloadFile({ fileID });
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] });
    const { fileList: deleted } = await cloud.deleteFile({ fileList: [fileID] });
    return { content: fileContent.toString(), address: fileList[0].tempFileURL, deleted: deleted[0].status };
  },
};

exports.main = event => deeds[event.do](event);
