/** Without `"style": "v2"` in app.json: the look of WeChat's first years. */
const FIRST_LOOK = `
wx-button{position:relative;display:block;box-sizing:border-box;margin:0 auto;padding:0 14px;border-radius:5px;
  background:#f8f8f8;color:#000;font-size:18px;line-height:2.55555556;text-align:center;text-decoration:none;overflow:hidden;
  cursor:pointer;-webkit-tap-highlight-color:transparent}
wx-button::after{content:'';position:absolute;top:0;left:0;box-sizing:border-box;width:200%;height:200%;
  border:1px solid rgba(0,0,0,.2);border-radius:10px;transform:scale(.5);transform-origin:0 0;pointer-events:none}
wx-button[type=primary]{background:#1aad19;color:#fff}
wx-button[type=warn]{background:#e64340;color:#fff}
wx-button[size=mini]{display:inline-block;padding:0 1.34em;font-size:13px;line-height:2.3;vertical-align:middle}
wx-button[plain]{background:transparent;border:1px solid #353535;color:#353535}
wx-button[plain]::after{border-width:0}
wx-button[plain][type=primary]{border-color:#1aad19;color:#1aad19}
wx-button[plain][type=warn]{border-color:#e64340;color:#e64340}
wx-button[disabled]{color:rgba(0,0,0,.3);cursor:default}
wx-button[disabled]:is([type=primary],[type=warn]){opacity:.5;color:#fff}
`;

/** With it, which every new project has. */
const SECOND_LOOK = `
[data-wx-style=v2] wx-button{width:184px;padding:8px 24px;border-radius:4px;background:#f2f2f2;color:#06ae56;font-size:17px;
  font-weight:700;line-height:1.41176471}
[data-wx-style=v2] wx-button::after{border-color:transparent}
[data-wx-style=v2] wx-button[type=primary]{background:#07c160;color:#fff}
[data-wx-style=v2] wx-button[type=warn]{background:#f2f2f2;color:#fa5151}
[data-wx-style=v2] wx-button[size=mini]{width:auto;padding:0 .75em;font-size:16px;line-height:2}
[data-wx-style=v2] wx-button[plain]{background:transparent;border:1px solid #353535;color:#353535}
[data-wx-style=v2] wx-button[plain][type=primary]{border-color:#07c160;color:#07c160}
[data-wx-style=v2] wx-button[plain][type=warn]{border-color:#fa5151;color:#fa5151}
[data-wx-style=v2] wx-button[disabled]{color:rgba(0,0,0,.2)}
[data-wx-style=v2] wx-button[disabled][type=primary]{background:#07c160;opacity:.5;color:#fff}
[data-wx-style=v2] wx-button[disabled][type=warn]{opacity:.5;color:#fa5151}
`;

export const BUTTON_CSS = `${FIRST_LOOK}${SECOND_LOOK}
.button-hover{filter:brightness(.93)}
.wx-button-loading{display:inline-block;width:18px;height:18px;margin-right:4px;vertical-align:middle;border-radius:50%;
  border:2px solid currentColor;border-right-color:transparent;box-sizing:border-box;animation:wx-turn 1s linear infinite}
@keyframes wx-turn{to{transform:rotate(360deg)}}
`;
