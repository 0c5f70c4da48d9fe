/** The paths of icons, each of which is only in the script that shows it. */
export const minimiseIcon = 'M5 9.4 6.4 8l5.6 5.6L17.6 8 19 9.4l-7 7z';
export const dataIcon =
  'M12 2 4 5v6c0 5.1 3.4 9.8 8 11 4.6-1.2 8-5.9 8-11V5zm-1.1 14.6-3.5-3.5 1.4-1.4 2.1 2.1 4.3-4.3 1.4 1.4z';
export const endIcon =
  'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm4.6 13.2-1.4 1.4L12 13.4l-3.2 3.2-1.4-1.4 3.2-3.2-3.2-3.2 1.4-1.4 3.2 3.2 3.2-3.2 1.4 1.4-3.2 3.2z';
export const sendIcon = 'M3 20.5v-6.2l8.5-2.3L3 9.7V3.5L22 12z';
export const attachIcon =
  'M16.5 6.5v10a4.5 4.5 0 0 1-9 0V5a3 3 0 0 1 6 0v10.5a1.5 1.5 0 0 1-3 0V6.5H9v9a3 3 0 0 0 6 0V5a4.5 4.5 0 0 0-9 0v11.5a6 6 0 0 0 12 0v-10z';
export const fileIcon = 'M6 2h8l5 5v13a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4c0-1.1.9-2 2-2zm7 1.5V8h4.5z';
export const soundIcon =
  'M3 9v6h4l5 5V4L7 9zm11-5.2v2.1a7 7 0 0 1 0 12.2v2.1a9 9 0 0 0 0-16.4zM14 8v8a4.5 4.5 0 0 0 0-8z';
export const muteIcon =
  'M3 9v6h4l5 5V4L7 9zm18.5 1.2-1.4-1.4-2.1 2.1-2.1-2.1-1.4 1.4 2.1 2.1-2.1 2.1 1.4 1.4 2.1-2.1 2.1 2.1 1.4-1.4-2.1-2.1z';
