package unroll.engine.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import unroll.engine.archive.RunRecord.Whole;

/** The pictures that lie in a run's folder, put into a page. */
final class PagePictures {
    /** Drawn by the page itself. */
    private static final String LOSS = "loss.png";

    /** What all pictures of a run may take, in bytes: a page is to be sent by mail. */
    private static final long ROOM = 4L << 20;

    private PagePictures() {}

    /** Shows them; where there is no room, or one cannot be read, it is left out with a sentence. */
    static void tell(Html page, Whole run, boolean wanted) {
        Path folder = run.folder().pictures();
        if (!wanted || !Files.isDirectory(folder)) {
            return;
        }
        long room = ROOM;
        for (Path picture : pictures(folder)) {
            String name = picture.getFileName().toString();
            try {
                long size = Files.size(picture);
                if (size > room) {
                    page.element("p", "The picture " + name + " is too large for a page; it lies in the run's folder.");
                    continue;
                }
                room -= size;
                String words = name.replace(".png", "").replace('-', ' ');
                page.raw("<figure>\n").element("figcaption", words);
                page.raw("<img alt=\"" + Html.escaped(words) + "\" src=\"data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(Files.readAllBytes(picture)) + "\">\n</figure>\n");
            } catch (IOException e) {
                page.element("p", "The picture " + name + " cannot be read.");
            }
        }
    }

    private static List<Path> pictures(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".png"))
                    .filter(file -> !file.getFileName().toString().equals(LOSS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // a page without pictures is a page
        }
    }
}
