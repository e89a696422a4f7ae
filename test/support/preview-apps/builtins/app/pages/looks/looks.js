const modes = [
  'scaleToFill',
  'aspectFit',
  'aspectFill',
  'heightFix',
  'top',
  'bottom',
  'center',
  'left',
  'right',
  'top left',
  'top right',
  'bottom left',
];

Page({ data: { src: '/assets/flag.png', modes, focus: false } });
