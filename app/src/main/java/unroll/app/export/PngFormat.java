package unroll.app.export;

import unroll.engine.setting.Kind;

/** A picture in pixels. */
@Kind(name = "png", label = "PNG", help = "A picture in pixels.")
record PngFormat(
        @PictureFormat.Scale int scale,
        @PictureFormat.Shade Colours colours,
        @PictureFormat.Captioned boolean captioned)
        implements ExportFormat, PictureFormat {
    @Override
    public boolean possible(ExportSubject subject) {
        return true;
    }

    @Override
    public String summary(ExportSubject subject) {
        return size(subject, scale);
    }
}
