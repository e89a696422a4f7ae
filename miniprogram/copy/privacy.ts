/** What a permission is for, and what is left to somebody who says no. */
interface Purpose {
  title: string;
  why: string;
  otherwise: string;
}

/** By a part of the name WeChat gives the call; the first that fits. */
const purposes: [name: RegExp, purpose: Purpose][] = [
  [
    /chooseMessageFile/,
    {
      title: '从聊天里选文件',
      why: '只读取您选中的这一个文件，用来导入名单。',
      otherwise: '不同意也可以把名单复制了粘贴进来。',
    },
  ],
  [
    /avatar/i,
    {
      title: '用您选的头像',
      why: '只保存您选的这一张，只有您自己看得到。',
      otherwise: '不同意就不设头像，别的都照常用。',
    },
  ],
  [
    /chooseMedia|chooseImage/,
    {
      title: '打开相册或相机',
      why: '只读取您选中的图片，不看别的。',
      otherwise: '不同意也可以用文字来写，别的都照常用。',
    },
  ],
  [
    /clipboard/i,
    {
      title: '把文字复制出去',
      why: '只在您点“复制”时写入剪贴板，不会读取您复制过的内容。',
      otherwise: '不同意也可以照着屏幕上的字抄写。',
    },
  ],
  [
    /PhotosAlbum/,
    {
      title: '把图片存进相册',
      why: '只存入这一张图片，不看相册里别的内容。',
      otherwise: '不同意也可以截屏保存。',
    },
  ],
  [
    /nickname/i,
    {
      title: '填上您的微信昵称',
      why: '只有您点选了才会填上。',
      otherwise: '不同意也可以自己打字。',
    },
  ],
  [
    /VKSession/,
    {
      title: '认出图片里的字',
      why: '只在您的手机上识别，图片不会传出去。',
      otherwise: '不同意也可以自己打字或粘贴。',
    },
  ],
];

const anything: Purpose = {
  title: '使用这项功能',
  why: '只在您点了这项功能时使用。',
  otherwise: '不同意的话这项功能用不了，别的都照常用。',
};

export const purposeOf = (api: string): Purpose => purposes.find(([name]) => name.test(api))?.[1] ?? anything;

export const privacy = {
  title: (what: string) => `要${what}，先请您同意`,
  contract: '看《隐私保护指引》全文',
  agree: '同意',
  refuse: '拒绝',
};
