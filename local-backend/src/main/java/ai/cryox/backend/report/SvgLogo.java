package ai.cryox.backend.report;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// An SVG picture as PNG. Nothing that it names elsewhere is looked at, and nothing in it runs.
final class SvgLogo {
  /// The room on a page, 52 by 16 mm, with 24 points a millimetre: 610 an inch.
  private static final double WIDEST = 52 * 24;

  private static final double HIGHEST = 16 * 24;

  private SvgLogo() {}

  /// Whether it is an SVG picture that has a size.
  static boolean isDrawable(byte[] bytes) {
    SVGDocument picture = parsed(bytes);
    return picture != null && scale(picture.size()) > 0;
  }

  /// A picture without a document type: what one may define can unpack to more than any memory.
  private static @Nullable SVGDocument parsed(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.contains("<svg") || text.contains("<!ENTITY")) {
      return null;
    }
    LoaderContext closed =
        LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_ALL).build();
    try {
      return new SVGLoader().load(new ByteArrayInputStream(bytes), null, closed);
    } catch (RuntimeException broken) {
      return null;
    }
  }

  /// 0 if it has no size.
  private static double scale(FloatSize size) {
    boolean sized = size.width > 0 && size.height > 0;
    double scale = sized ? Math.min(WIDEST / size.width, HIGHEST / size.height) : 0;
    return Double.isFinite(scale) && size.width * scale >= 1 && size.height * scale >= 1
        ? scale
        : 0;
  }

  /// Draws it.
  ///
  /// @throws ReportException if it cannot be drawn
  static byte[] drawn(byte[] bytes) {
    SVGDocument picture = parsed(bytes);
    double scale = picture == null ? 0 : scale(picture.size());
    if (picture == null || scale == 0) {
      throw new ReportException("The logo is no SVG picture with a size. Take another.");
    }
    int width = (int) Math.round(picture.size().width * scale);
    int height = (int) Math.round(picture.size().height * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      picture.renderWithPlatform(
          NullPlatformSupport.INSTANCE, graphics, new ViewBox(width, height));
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    } catch (IOException | RuntimeException broken) {
      throw new ReportException(
          "The logo cannot be drawn (%s). Take another.".formatted(broken.getMessage()), broken);
    } finally {
      graphics.dispose();
    }
  }
}
