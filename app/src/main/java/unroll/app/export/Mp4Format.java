package unroll.app.export;

import java.io.IOException;
import java.nio.file.Path;
import unroll.engine.setting.Kind;

/** A film in all colours, for slides and players. */
@Kind(name = "mp4", label = "MP4", help = "A film in all colours, for slides and players.")
record Mp4Format(
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
        return new Mp4File(file, framesPerSecond);
    }
}
