package unroll.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.paint.Paint;
import javax.imageio.ImageIO;
import unroll.app.picture.Png;

/** The elements of an SVG file in the order in which they come, and the outlines that they are cut by. */
final class SvgElements {
    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> clips = new LinkedHashMap<>();

    void add(String element) {
        body.append(element).append('\n');
    }

    /**
     * The name of an outline to cut by.
     *
     * @param attributes of the outline, each after a space
     */
    String clip(String path, String attributes) {
        return clips.computeIfAbsent(
                "<path d=\"" + path + "\"" + attributes + "/>", unseen -> "clip" + (clips.size() + 1));
    }

    /** @param width what a text shall have whatever the font; 0 for as much as it takes */
    void text(String text, double x, double y, double width, String font, Paint paint, String more) {
        String wide = width > 0 && text.length() > 1
                ? " textLength=\"" + SvgText.number(width) + "\" lengthAdjust=\"spacingAndGlyphs\""
                : "";
        add("<text x=\"" + SvgText.number(x) + "\" y=\"" + SvgText.number(y) + "\" " + font + " "
                + SvgText.paint("fill", paint) + wide + more + " xml:space=\"preserve\">" + SvgText.escaped(text)
                + "</text>");
    }

    /** A picture in pixels, with sharp edges. */
    void image(Image image, double x, double y, double width, double height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(Png.copy(image), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add("<image x=\"" + SvgText.number(x) + "\" y=\"" + SvgText.number(y) + "\" width=\"" + SvgText.number(width)
                + "\" height=\"" + SvgText.number(height)
                + "\" preserveAspectRatio=\"none\" image-rendering=\"pixelated\" xlink:href=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png.toByteArray()) + "\"/>");
    }

    /** The whole file. */
    String document(double width, double height, String title) {
        StringBuilder all = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        all.append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"")
                .append(SvgText.number(width))
                .append("\" height=\"")
                .append(SvgText.number(height))
                .append("\" viewBox=\"0 0 ")
                .append(SvgText.number(width))
                .append(' ')
                .append(SvgText.number(height))
                .append("\">\n<title>")
                .append(SvgText.escaped(title))
                .append("</title>\n<defs>\n");
        clips.forEach((path, name) -> all.append("<clipPath id=\"")
                .append(name)
                .append("\">")
                .append(path)
                .append("</clipPath>\n"));
        return all.append("</defs>\n").append(body).append("</svg>\n").toString();
    }
}
