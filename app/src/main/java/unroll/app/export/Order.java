package unroll.app.export;

import java.nio.file.Path;
import java.util.List;

/**
 * What somebody wants as a file.
 *
 * @param subject which view
 * @param format as what
 * @param pixels for each point of the screen, where it is made of pixels
 * @param colours light or dark
 * @param captioned whether there is a caption below
 * @param span what a film goes along
 * @param places where along it there is a frame; none where it is no film
 * @param framesPerSecond of a film
 * @param file the file
 */
record Order(
        ExportSubject subject,
        Format format,
        int pixels,
        Colours colours,
        boolean captioned,
        FilmAxis span,
        List<Long> places,
        int framesPerSecond,
        Path file) {
    Order {
        places = List.copyOf(places);
    }
}
