/** imports: a file to be read; chains: a picture of a chain. */
export type UploadFolder = 'imports' | 'chains';

export interface UploadsApi {
  /**
   * Where a phone puts its next file. What comes to nothing is deleted: a file that is not read after a day, a picture that is in
   * no chain after a week. `extension`: 1–8 letters and digits.
   */
  'uploads.begin': { input: { folder: UploadFolder; extension: string }; data: { cloudPath: string } };
}
