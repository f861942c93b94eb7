package unroll.app.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** One of the project's own icons on its grid of 16 by 16, coloured by the style sheets. */
public final class Icon extends Region {
    private static final double GRID = 16;
    private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\"");

    /** The icon of that name in {@code icons/}. */
    public Icon(String name) {
        String svg = read(name);
        String style = svg.contains("stroke=\"currentColor\"") ? "icon-lined" : "icon-filled";
        Matcher paths = PATH.matcher(svg);
        while (paths.find()) {
            SVGPath path = new SVGPath();
            path.setContent(paths.group(1));
            path.getStyleClass().add(style);
            path.setManaged(false);
            getChildren().add(path);
        }
        getStyleClass().add("icon");
        setMinSize(GRID, GRID);
        setPrefSize(GRID, GRID);
        setMaxSize(GRID, GRID);
        setMouseTransparent(true);
    }

    private static String read(String name) {
        try (InputStream in = Icon.class.getResourceAsStream("/unroll/app/icons/" + name + ".svg")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no icon " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
