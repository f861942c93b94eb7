package unroll.app.export;

import java.io.IOException;
import java.nio.file.Path;
import unroll.engine.setting.Kind;

/** A film that plays everywhere, in 256 colours. */
@Kind(name = "gif", label = "GIF", help = "A film that plays everywhere, in 256 colours.")
record GifFormat(
        @FilmFormat.Along FilmAxis along,
        @FilmFormat.First long from,
        @FilmFormat.Last long to,
        @FilmFormat.Speed int framesPerSecond,
        @PictureFormat.Scale int scale,
        @PictureFormat.Shade Colours colours,
        @PictureFormat.Captioned boolean captioned)
        implements FilmFormat {
    @Override
    public FilmFile open(Path file) throws IOException {
        return new GifFile(file, framesPerSecond);
    }
}
