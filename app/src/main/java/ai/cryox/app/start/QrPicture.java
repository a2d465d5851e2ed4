package ai.cryox.app.start;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// A text as a QR code, for the camera of whoever sets a sensor up. Black on white in every theme:
/// cameras want it so.
final class QrPicture {
  private static final int QUIET_MODULES = 4;

  private QrPicture() {}

  /// @param scale px of a module
  /// @throws IllegalArgumentException if the text is too long
  static Image of(String text, int scale) {
    BitMatrix modules = modules(text);
    int side = modules.getWidth() * scale;
    WritableImage image = new WritableImage(side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = modules.get(x / scale, y / scale);
        image.getPixelWriter().setColor(x, y, dark ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8",
                  EncodeHintType.MARGIN,
                  QUIET_MODULES));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException(
          "The text of %d characters does not fit into a QR code.".formatted(text.length()),
          tooLong);
    }
  }
}
